import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { harmless } from './csv.ts'
import type { CellValue, Table } from './table.ts'

/** Two sheets: the table with its headings kept in sight, and the question with its rule and dates. */
export async function xlsxOf(table: Table): Promise<Uint8Array<ArrayBuffer>> {
  const headings = table.headings.map((value) => ({ value, fontWeight: 'bold' as const }))
  const rows: SheetData = [headings, ...table.rows.map((row) => row.map(cell))]
  const notes: SheetData = table.notes.map(([label, value]) => [{ value: label, fontWeight: 'bold' as const }, cell(value)])
  const buffer = await writeXlsxFile([
    { data: rows, sheet: table.name, stickyRowsCount: 1, columns: table.headings.map((heading, i) => ({ width: widthOf(heading, table.rows, i) })) },
    { data: notes, sheet: table.notesName, columns: [{ width: 16 }, { width: 100 }] },
  ]).toBuffer()
  return Uint8Array.from(buffer)
}

function cell(value: CellValue): { value: string; type: StringConstructor } | { value: number; type: NumberConstructor } | null {
  if (value === null) return null
  return typeof value === 'number' ? { value, type: Number } : { value: harmless(value), type: String }
}

/** As wide as the heading or the longest of the first rows, Chinese counting double, within 8 and 60. */
function widthOf(heading: string, rows: Table['rows'], column: number): number {
  const widths = [heading, ...rows.slice(0, 200).map((row) => String(row[column] ?? ''))].map((text) => [...text].reduce((sum, sign) => sum + (sign > '\u2E7F' ? 2 : 1), 0))
  return Math.min(60, Math.max(8, ...widths) + 2)
}
