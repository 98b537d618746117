import { AlignmentType, Document, DocumentGridType, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun, type ParagraphChild } from 'docx'
import { officialFonts } from '../../text/officialFonts.ts'
import { footPoints, lineTwips, margin, page, paragraphsOf, signSpace, sizesOf, widthOf, type Report } from './report.ts'

/** The report as a Word file that can be edited. */
export async function reportFile(report: Report): Promise<Blob> {
  const { text: textPoints, title: titlePoints } = sizesOf(report)
  const spacing = { line: lineTwips, lineRule: LineRuleType.EXACT, before: 0, after: 0 }
  const run = (text: string, chinese: string, points: number): ParagraphChild => new TextRun({ text, size: points * 2, characterSpacing: report.language === 'zh' && points === textPoints ? signSpace : 0, font: { eastAsia: chinese, ascii: 'Times New Roman', hAnsi: 'Times New Roman' } })
  const indent = { firstLine: 2 * textPoints * 20 }
  const paragraph = (text: string, font: string = officialFonts.text): Paragraph => new Paragraph({ spacing, indent, alignment: AlignmentType.BOTH, autoSpaceEastAsianText: false, children: [run(text, font, textPoints)] })
  const empty = (): Paragraph => new Paragraph({ spacing, children: [] })
  // The day stands four signs from the right, the office above it about the same middle.
  const right = (text: string): Paragraph => new Paragraph({ spacing, alignment: AlignmentType.RIGHT, autoSpaceEastAsianText: false, indent: { right: Math.round(Math.max(0, 4 + (widthOf(report.day) - widthOf(text)) / 2) * textPoints * 20) }, children: [run(text, officialFonts.text, textPoints)] })
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
