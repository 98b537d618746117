import type { CellValue } from '../answers/table.ts'

/** Rows that are looked at: the ones a reader sees first. */
export const lookedAt = 200

/** Notes: a label, and a sentence beside it. */
export const noteWidths = [16, 100] as const

/** As wide as the heading or the longest of the first rows, Chinese counting double, within 8 and 60 signs. */
export function columnWidths(headings: readonly string[], rows: readonly (readonly CellValue[])[]): number[] {
  return headings.map((heading, column) => {
    const texts = [heading, ...rows.slice(0, lookedAt).map((row) => String(row[column] ?? ''))]
    return Math.min(60, Math.max(8, ...texts.map((text) => [...text].reduce((sum, sign) => sum + (sign > '\u2E7F' ? 2 : 1), 0))) + 2)
  })
}
