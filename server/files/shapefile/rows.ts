import type { Row } from '../../../geodata/intake/rows.ts'
import { idFrom } from '../../../geodata/intake/rows.ts'
import { damage } from '../damage.ts'
import { tagsFrom } from '../rawTags.ts'
import { dbfRows } from './dbf.ts'
import { dbfEncoding } from './encoding.ts'
import { shpRecords } from './shp.ts'

/** The files of one shapefile; .cpg and .prj may be missing. */
export type ShapefileParts = { name: string; shp: Uint8Array; shx: Uint8Array | null; dbf: Uint8Array | null; cpg: Uint8Array | null; prj: Uint8Array | null }

/** Rows of a shapefile and the text of its .prj. Without .dbf and .shx it is not whole, and is refused. */
export function shapefileRows(parts: ShapefileParts): { rows: Row[]; projection: string | null } {
  const file = (ending: string): string => `${parts.name}${ending}`
  if (!parts.dbf) throw damage('partMissing', file('.shp'), null, { expected: file('.dbf') })
  if (!parts.shx) throw damage('partMissing', file('.shp'), null, { expected: file('.shx') })
  const shapes = shpRecords(parts.shp, file('.shp'))
  const indexed = Math.max(0, Math.floor((parts.shx.length - 100) / 8))
  if (indexed !== shapes.length) throw damage('shxDiffers', file('.shx'), null, { expected: shapes.length, found: indexed })
  const cells = dbfRows(parts.dbf, file('.dbf'), dbfEncoding(parts.cpg, parts.dbf, file('.cpg')))
  if (cells.length !== shapes.length) throw damage('dbfCount', file('.dbf'), null, { expected: shapes.length, found: cells.length })
  const rows = shapes.map((record, index): Row => {
    const raw = tagsFrom(cells[index])
    return { id: idFrom(raw), raw, ...record }
  })
  return { rows, projection: parts.prj ? new TextDecoder('utf-8').decode(parts.prj).trim() : null }
}
