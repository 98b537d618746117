import { areaLevels, type Area } from '../../../geodata/model/area.ts'
import type { RecordTable } from '../record-table.ts'
import { decodeMultiPolygon, encodeMultiPolygon } from '../shape-blob.ts'
import { blob, provenance, provenanceColumns, text, textOrNull, word } from './cells.ts'

const storedLevels = areaLevels.filter((level) => level !== 'building')

export const areaTable: RecordTable<Area> = {
  name: 'area', identity: 'code',
  columns: [
    { name: 'code', touches: 'geometry', of: (area) => area.code },
    { name: 'level', touches: 'geometry', of: (area) => area.level },
    { name: 'name', touches: 'labels', of: (area) => area.name },
    { name: 'parent', touches: 'geometry', of: (area) => area.parent },
    { name: 'boundary', touches: 'geometry', of: (area) => area.boundary && encodeMultiPolygon(area.boundary) },
    ...provenanceColumns,
  ],
  read: (row) => ({
    code: text(row, 'code'), level: word(row, 'level', storedLevels), name: text(row, 'name'), parent: textOrNull(row, 'parent'),
    boundary: row['boundary'] === null ? null : decodeMultiPolygon(blob(row, 'boundary')), ...provenance(row),
  }),
}
