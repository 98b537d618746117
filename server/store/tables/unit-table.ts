import { unitNatures, type Unit } from '../../../geodata/model/facility.ts'
import type { RecordTable } from '../record-table.ts'
import { degreesToInteger } from '../shape-blob.ts'
import { point, provenance, provenanceColumns, text, textOrNull, word } from './cells.ts'

/** Units take no part in any figure: the map shows their names and places, their card the rest. */
export const unitTable: RecordTable<Unit> = {
  name: 'unit', identity: 'id',
  columns: [
    { name: 'id', touches: 'places', of: (unit) => unit.id },
    { name: 'name', touches: 'places', of: (unit) => unit.name },
    { name: 'nature', touches: 'places', of: (unit) => unit.nature },
    { name: 'lon', touches: 'places', of: (unit) => degreesToInteger(unit.position)[0] },
    { name: 'lat', touches: 'places', of: (unit) => degreesToInteger(unit.position)[1] },
    { name: 'community', touches: 'text', of: (unit) => unit.community },
    { name: 'valid_from', touches: 'places', of: (unit) => unit.validFrom },
    { name: 'valid_to', touches: 'places', of: (unit) => unit.validTo },
    ...provenanceColumns,
  ],
  read: (row) => ({
    id: text(row, 'id'), name: text(row, 'name'), nature: word(row, 'nature', unitNatures), position: point(row), community: textOrNull(row, 'community'),
    validFrom: textOrNull(row, 'valid_from'), validTo: textOrNull(row, 'valid_to'), ...provenance(row),
  }),
}
