import { columnWidths, noteWidths } from '../exports/column-widths.ts'
import { workbook } from '../exports/workbook.ts'
import type { Table } from './table.ts'

/** Two sheets: the table with its headings kept in sight, and the question with its rule and dates. */
export function xlsxOf(table: Table): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  const book = workbook((piece) => { pieces.push(piece) })
  book.sheet({ name: table.name, headings: table.headings, widths: columnWidths(table.headings, table.rows) })
  for (const row of table.rows) book.row(row)
  book.sheet({ name: table.notesName, headings: null, widths: noteWidths })
  for (const note of table.notes) book.row(note)
  book.end()
  return Uint8Array.from(Buffer.concat(pieces))
}
