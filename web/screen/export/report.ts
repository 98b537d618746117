import type { ParagraphChild } from 'docx'
import { officialFonts } from '../../text/officialFonts.ts'

/** A report of one page, in words: nothing is worked out here. */
export type Report = {
  title: string
  /** First paragraph. */
  opening: string
  /** 一、… with its paragraphs. */
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
const page = { width: twips(210), height: twips(297) }
const margin = { top: twips(37), left: twips(28), right: twips(26), bottom: twips(35), footer: twips(23) }
export const linesOfPage = 22, signsOfLine = 28
/** 225 mm over 22 lines. */
const lineTwips = Math.floor(twips(225) / linesOfPage)
const titlePoints = 22, textPoints = 16, footPoints = 14
/** 28 signs of 16 pt are wider than 156 mm: each stands a quarter of a point closer, in twentieths. A grid of the page would do it in Word alone. */
const signSpace = Math.floor(twips(156) / signsOfLine - textPoints * 20)

/** Lines a report takes on its page: the first of a paragraph is two signs shorter, and a line may end early where punctuation must not begin the next. */
export function linesOf(report: Report): number {
  const of = (text: string, indent: number, line = signsOfLine - 0.4): number => Math.max(1, Math.ceil((widthOf(text) + indent) / line))
  const titleLine = Math.floor((signsOfLine * textPoints) / titlePoints)
  return of(report.title, 0, titleLine) + 1 + of(report.opening, 2) + report.parts.reduce((sum, part) => sum + 1 + paragraphsOf(part).reduce((lines, text) => lines + of(text, 2), 0), 0) + 2
}
const paragraphsOf = ({ paragraphs, together }: Report['parts'][number]): readonly string[] => (together ? [paragraphs.join('')] : paragraphs)

/**
 * In Chinese signs. Of the Latin font (Times New Roman) figures are half as wide as high, stops and strokes a quarter, the per cent sign five sixths; some office programs leave a
 * little room between Chinese and figures whatever the file says.
 */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (/[.,:;/|\s]/.test(sign) ? 0.28 : sign === '%' ? 0.84 : /[A-Z+<>=]/.test(sign) ? 0.7 : sign < '\u0100' ? 0.5 : 1), 0) + 0.15 * (text.match(/\p{Script=Han}[\d<]|[\d%]\p{Script=Han}/gu) ?? []).length

/** The report cut to one page: paragraphs go from the end of the second part, the least pressing last. */
export function fitted(report: Report): Report {
  const parts = report.parts.map((part) => ({ ...part, paragraphs: [...part.paragraphs] }))
  const now = (): Report => ({ ...report, parts: parts.filter(({ paragraphs }) => paragraphs.length > 0) })
  const cut = parts.length > 1 ? parts[1].paragraphs : []
  for (let left = cut.length; left > 0 && linesOf(now()) > linesOfPage; left--) cut.pop()
  return now()
}

/** The report as a Word file that can be edited. The library is fetched only now. */
export async function reportFile(report: Report): Promise<Blob> {
  const { AlignmentType, Document, DocumentGridType, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } = await import('docx')
  const spacing = { line: lineTwips, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
  const run = (text: string, chinese: string, points: number): ParagraphChild => new TextRun({ text, size: points * 2, characterSpacing: points === textPoints ? signSpace : 0, font: { eastAsia: chinese, ascii: 'Times New Roman', hAnsi: 'Times New Roman' } })
  const indent = { firstLine: 2 * textPoints * 20 }
  const paragraph = (text: string, font: string = officialFonts.text): InstanceType<typeof Paragraph> => new Paragraph({ spacing, indent, alignment: AlignmentType.BOTH, autoSpaceEastAsianText: false, children: [run(text, font, textPoints)] })
  const empty = (): InstanceType<typeof Paragraph> => new Paragraph({ spacing, children: [] })
  // The day stands four signs from the right, the office above it about the same middle.
  const right = (text: string): InstanceType<typeof Paragraph> => new Paragraph({ spacing, alignment: AlignmentType.RIGHT, autoSpaceEastAsianText: false, indent: { right: Math.round(Math.max(0, 4 + (widthOf(report.day) - widthOf(text)) / 2) * textPoints * 20) }, children: [run(text, officialFonts.text, textPoints)] })
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: footPoints * 20 }, children: [new TextRun({ size: footPoints * 2, font: { eastAsia: officialFonts.foot, ascii: officialFonts.foot, hAnsi: officialFonts.foot }, children: ['— ', PageNumber.CURRENT, ' —'] })] })] })
  const document = new Document({
    title: report.title,
    styles: { default: { document: { run: { size: textPoints * 2, language: report.language === 'zh' ? { eastAsia: 'zh-CN' } : { value: 'en-GB' } } } } },
    sections: [{
      properties: { page: { size: page, margin }, grid: { type: DocumentGridType.LINES, linePitch: lineTwips } }, footers: { default: footer },
      children: [
        new Paragraph({ spacing: { ...spacing, lineRule: LineRuleType.AT_LEAST }, alignment: AlignmentType.CENTER, children: [run(report.title, officialFonts.title, titlePoints)] }),
        empty(), paragraph(report.opening),
        ...report.parts.flatMap((part) => [paragraph(part.heading, officialFonts.heading), ...paragraphsOf(part).map((text) => paragraph(text))]),
        right(report.signature), right(report.day),
      ],
    }],
  })
  return Packer.toBlob(document)
}
