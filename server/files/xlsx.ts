import { strFromU8, strToU8, zipSync } from 'fflate'
import readXlsx from 'read-excel-file/universal'
import type { RawCell, SheetTable } from '../../geodata/intake/sheets/table.ts'
import { Damage, damage } from './damage.ts'
import { unzipped } from './zip.ts'
import { fillMerged, framed, mergesOf, worksheetsOf } from './xlsx-parts.ts'

/** Unpacked; a table of a hundred thousand rows and twenty columns has about 100 MB of XML. */
const unpackedLimitBytes = 128 * 1024 * 1024
/** Of one worksheet. A register of a large city has about that many rows of a kind. */
export const tableRowLimit = 200_000
const columnLimit = 256

/** The worksheets of a workbook, formulas as their values, days as yyyy-mm-dd, vertically merged cells filled downwards. Throws Damage. */
export async function xlsxTables(bytes: Uint8Array, file: string): Promise<SheetTable[]> {
  const parts = unzipped(bytes, file, { wanted: /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/.*\.(xml|rels))$/i, unpackedLimitBytes, broken: () => damage('xlsxBroken', file, null, { found: 'ZIP' }), large: (found) => damage('xlsxTooLarge', file, null, { limit: megabytes(unpackedLimitBytes), found: megabytes(found) }), locked: () => damage('xlsxEncrypted', file) })
  if (!parts.has('xl/workbook.xml')) throw damage('xlsxBroken', file, null, { found: 'xl/workbook.xml ∅' })
  const merges = new Map<string, string[]>()
  const packed: Record<string, [Uint8Array, { level: 0 }]> = {}
  for (const [path, content] of parts) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(path)) {
      packed[path] = [content, { level: 0 }]
      continue
    }
    const { text, rows, columns } = framed(strFromU8(content))
    if (rows > tableRowLimit) throw damage('tableTooLarge', file, null, { limit: tableRowLimit, found: rows })
    if (columns > columnLimit) throw damage('xlsxTooWide', file, null, { limit: columnLimit, found: columns })
    merges.set(path, mergesOf(text))
    packed[path] = [strToU8(text), { level: 0 }]
  }
  const paths = worksheetsOf(strFromU8(parts.get('xl/workbook.xml') ?? new Uint8Array(0)), strFromU8(parts.get('xl/_rels/workbook.xml.rels') ?? new Uint8Array(0)))
  const sheets = await read(zipSync(packed), file)
  return sheets.map(({ sheet, data }) => {
    const rows = data.map((cells) => cells.map(cellOf))
    fillMerged(rows, merges.get(paths.get(sheet) ?? '') ?? [])
    return { file, worksheet: sheet, rows: rows.map((cells, i) => ({ number: i + 1, cells })) }
  })
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

/** The library's own bounds are none, so it is only given what has been measured. */
async function read(packed: Uint8Array, file: string): Promise<{ sheet: string; data: unknown[][] }[]> {
  try {
    return await readXlsx(packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength) as ArrayBuffer)
  } catch (error) {
    if (error instanceof Damage || !(error instanceof Error)) throw error
    const message = error.message.slice(0, 80)
    throw /cell/i.test(message) ? damage('xlsxCell', file, null, { found: message }) : damage('xlsxBroken', file, null, { found: message })
  }
}

function cellOf(value: unknown): RawCell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
