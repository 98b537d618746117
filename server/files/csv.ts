import { isUtf8 } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'
import type { Row } from '../../geodata/intake/rows.ts'
import { idFrom } from '../../geodata/intake/rows.ts'
import { damage } from './damage.ts'
import { tagsFrom } from './rawTags.ts'

/** Columns that hold a position, in small letters. */
const lonColumns = ['lon', 'lng', 'long', 'longitude', '经度', '經度', 'x']
const latColumns = ['lat', 'latitude', '纬度', '緯度', 'y']

/**
 * A table of places: a first line with names of columns, two of them a position. UTF-8 with or without its mark, else
 * GB 18030, which is what spreadsheets write in China.
 */
export function csvRows(bytes: Uint8Array, file: string): Row[] {
  const lines = parsed(new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes), file)
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

function parsed(text: string, file: string): Record<string, string>[] {
  try {
    return parse<Record<string, string>>(text, { bom: true, columns: true, skip_empty_lines: true, trim: true })
  } catch (error) {
    if (error instanceof CsvError) throw damage('csvBroken', file, { line: Number(error['lines'] ?? 1), column: 1 })
    throw error
  }
}
