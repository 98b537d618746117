import type { CellValue, Table } from './table.ts'

/** A table as CSV: byte order mark for Excel, CRLF (RFC 4180), what stands above the table as lines of their own below it. */
export const csvOf = ({ headings, rows, notes }: Table): string => byteOrderMark + [headings, ...rows, [], ...notes].map(csvLine).join('')

export const byteOrderMark = '\uFEFF'

/** One line with its end. */
export const csvLine = (row: readonly CellValue[]): string => `${row.map(cell).join(',')}\r\n`

/** Text that a spreadsheet would take for a formula is kept text by an apostrophe (OWASP, CSV injection). */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

function cell(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = harmless(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
