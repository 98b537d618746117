/** A report of one page, in words: nothing is worked out here. */
export type Report = {
  title: string
  /** First paragraph. */
  opening: string
  /** Heading, with its ordinal once it is known which parts stay, and paragraphs. */
  parts: readonly { heading: string; paragraphs: readonly string[]; /** They run on as one: 一是…二是… */ together?: boolean }[]
  /** Who sends it, and the day. */
  signature: string; day: string
  language: 'zh' | 'en'
}

/**
 * GB/T 9704-2012 党政机关公文格式: A4, margins 37 mm above and 28 mm left (type area 156 x 225 mm), title 2号 小标宋, text 3号 仿宋, first-level headings 3号 黑体,
 * 22 lines of 28 signs, page number 4号 below with a dash at each side, on an odd page one sign from the right. Sizes: 2号 22 pt, 3号 16 pt, 4号 14 pt. Fonts are named, not enclosed: an office machine has them.
 */
const twipsPerMillimetre = 56.6929
const twips = (millimetres: number): number => Math.round(millimetres * twipsPerMillimetre)
export const page = { width: twips(210), height: twips(297) }
export const margin = { top: twips(37), left: twips(28), right: twips(26), bottom: twips(35), footer: twips(23) }
export const linesOfPage = 22, signsOfLine = 28
/** 225 mm over 22 lines. */
export const lineTwips = Math.floor(twips(225) / linesOfPage)
const textPoints = 16
export const footPoints = 14
/** Points of a report's text, in English too: the norm is of Chinese texts, the same in English is longer by half and stands smaller. `signs`: of a line, a little less than it holds, since it may end early where punctuation must not begin the next, or a word does not fit. */
export const sizesOf = ({ language }: Pick<Report, 'language'>): { text: number; title: number; signs: number } =>
  (language === 'zh' ? { text: textPoints, title: 22, signs: signsOfLine - 0.4 } : { text: 12, title: 18, signs: (signsOfLine * textPoints) / 12 - 2 })
/** 28 signs of 16 pt are wider than 156 mm: each stands a quarter of a point closer, in twentieths. A grid of the page would do it in Word alone. */
export const signSpace = Math.floor(twips(156) / signsOfLine - textPoints * 20)

/** Lines a report takes on its page: the first of a paragraph is two signs shorter. */
export function linesOf(report: Report): number {
  const { text: points, title, signs } = sizesOf(report)
  const of = (text: string, indent: number, line = signs): number => Math.max(1, Math.ceil((widthOf(text) + indent) / line))
  const titleLine = Math.floor((signs * points) / title)
  return of(report.title, 0, titleLine) + 1 + of(report.opening, 2) + report.parts.reduce((sum, part) => sum + 1 + paragraphsOf(part).reduce((lines, text) => lines + of(text, 2), 0), 0) + 2
}
export const paragraphsOf = ({ paragraphs, together }: Report['parts'][number]): readonly string[] => (together ? [paragraphs.join('')] : paragraphs)

/**
 * In Chinese signs. Of the Latin font (Times New Roman) figures are half as wide as high, stops and strokes a quarter, the per cent sign five sixths; some office programs leave a
 * little room between Chinese and figures whatever the file says.
 */
export const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (/[.,:;/|\s]/.test(sign) ? 0.28 : sign === '%' ? 0.84 : /[A-Z+<>=]/.test(sign) ? 0.7 : sign < '\u0100' ? 0.5 : 1), 0) + 0.15 * (text.match(/\p{Script=Han}[\d<]|[\d%]\p{Script=Han}/gu) ?? []).length

/** The report cut to one page: paragraphs go from the end of the second part, the least pressing last. */
export function fitted(report: Report): Report {
  const parts = report.parts.map((part) => ({ ...part, paragraphs: [...part.paragraphs] }))
  const now = (): Report => ({ ...report, parts: parts.filter(({ paragraphs }) => paragraphs.length > 0) })
  const cut = parts.length > 1 ? parts[1].paragraphs : []
  for (let left = cut.length; left > 0 && linesOf(now()) > linesOfPage; left--) cut.pop()
  return now()
}
