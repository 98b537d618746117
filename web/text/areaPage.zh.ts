/** The sentences of the page of one area and of areas side by side, in Chinese. */
export const areaPageZh = {
  'areaPage.title': '区域',
  'areaPage.compareTitle': '对比',
} as const
