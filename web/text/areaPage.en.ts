import type { areaPageZh } from './areaPage.zh.ts'

/** The sentences of the page of one area and of areas side by side, in English. */
export const areaPageEn: Readonly<Record<keyof typeof areaPageZh, string>> = {
  'areaPage.title': 'Area',
  'areaPage.compareTitle': 'Side by side',
}
