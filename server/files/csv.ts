import { isUtf8 } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'
import type { SheetTable } from '../../geodata/intake/sheets/table.ts'
import type { Row } from '../../geodata/intake/rows.ts'
import { idFrom } from '../../geodata/intake/rows.ts'
import { damage } from './damage.ts'
import { tableRowLimit } from './xlsx.ts'
import { tagsFrom } from './rawTags.ts'

/** Columns that hold a position, in small letters. */
const lonColumns = ['lon', 'lng', 'long', 'longitude', '经度', '經度', 'x']
const latColumns = ['lat', 'latitude', '纬度', '緯度', 'y']

/** A table of places: a first line with names of columns, two of them a position. */
export function csvRows(bytes: Uint8Array, file: string): Row[] {
  const lines = parsed(csvText(bytes), file)
  const columns = Object.keys(lines[0] ?? {})
  const named = (names: readonly string[]): string | undefined => columns.find((column) => names.includes(column.trim().toLowerCase()))
  const [lon, lat] = [named(lonColumns), named(latColumns)]
  if (lon === undefined || lat === undefined) throw damage('csvNoPosition', file, { line: 1, column: 1 }, { found: columns.slice(0, 8).join(', ') || '∅' })
  return lines.map((line): Row => {
    const { [lon]: east, [lat]: north, ...others } = line
    const raw = tagsFrom(others)
    if (east.trim() === '' || north.trim() === '') return { id: idFrom(raw), raw, shape: null, fault: 'noGeometry', repairs: [] }
    const [x, y] = [Number(east), Number(north)]
    const sound = Number.isFinite(x) && Number.isFinite(y)
    return { id: idFrom(raw), raw, shape: sound ? { type: 'point', position: [x, y] } : null, fault: sound ? null : 'badPosition', repairs: [] }
  })
}

/** Whether a first line names a longitude and a latitude. */
export const hasPosition = (headings: readonly string[]): boolean => [lonColumns, latColumns].every((names) => headings.some((heading) => names.includes(heading.trim().toLowerCase())))

/** The file as rows of cells, whatever stands in its first lines. Throws Damage. */
export function csvTable(bytes: Uint8Array, file: string): SheetTable {
  const records = reading(file, () => parse(csvText(bytes), { bom: true, skip_empty_lines: true, relax_column_count: true, info: true, trim: true }) as unknown as { record: string[]; info: { lines: number } }[])
  if (records.length > tableRowLimit) throw damage('tableTooLarge', file, null, { limit: tableRowLimit, found: records.length })
  // A record with line breaks within quotes is named by the line on which it ends, as the parser counts; that of the next one less its own is where it begins.
  return { file, worksheet: null, rows: records.map(({ record, info }) => ({ number: info.lines - record.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0), cells: record })) }
}

/** UTF-8 with or without its mark, else GB 18030, which is what spreadsheets write in China, or Big5 where that makes more words of a table's head. */
function csvText(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes)
  const [mainland, taiwan] = (['gb18030', 'big5'] as const).map((encoding) => new TextDecoder(encoding).decode(bytes))
  return familiar(taiwan) > familiar(mainland) ? taiwan : mainland
}

/** Signs that stand in headings and addresses everywhere. */
const headSigns = new Set('编号編號名称名稱区域區域社区街道單位单位地址電電话話日期类型類型别別经度經度纬度緯度年月数量數量機構机构公司市路段樓楼層层')
const headLength = 2000
const familiar = (text: string): number => [...text].slice(0, headLength).reduce((sum, sign) => sum + (headSigns.has(sign) ? 1 : sign === '\uFFFD' ? -5 : 0), 0)

function reading<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof CsvError) throw damage('csvBroken', file, { line: Number(error['lines'] ?? 1), column: 1 })
    throw error
  }
}

const parsed = (text: string, file: string): Record<string, string>[] => reading(file, () => parse<Record<string, string>>(text, { bom: true, columns: true, skip_empty_lines: true, trim: true }))
