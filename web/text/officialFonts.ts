/** Fonts that GB/T 9704 names for an official document, as office machines know them. */
export const officialFonts = { title: '方正小标宋简体', text: '仿宋_GB2312', heading: '黑体', foot: '宋体' } as const
