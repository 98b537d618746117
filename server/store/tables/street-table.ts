import { streetClasses, type Street } from '../../../geodata/model/street.ts'
import type { RecordTable } from '../record-table.ts'
import { decodeLine, encodeLine } from '../shape-blob.ts'
import { blob, flag, numberOrNull, provenance, provenanceColumns, text, word } from './cells.ts'

export const streetTable: RecordTable<Street> = {
  name: 'street', identity: 'id',
  columns: [
    { name: 'id', touches: 'network', of: (street) => street.id },
    { name: 'name', touches: 'labels', of: (street) => street.name },
    { name: 'class', touches: 'network', of: (street) => street.class },
    { name: 'line', touches: 'network', of: (street) => encodeLine(street.line) },
    { name: 'walkable', touches: 'network', of: (street) => Number(street.walkable) },
    { name: 'steps', touches: 'network', of: (street) => Number(street.steps) },
    { name: 'bridge', touches: 'network', of: (street) => Number(street.bridge) },
    { name: 'width_metres', touches: 'network', of: (street) => street.widthMetres },
    ...provenanceColumns,
  ],
  read: (row) => ({
    id: text(row, 'id'), name: text(row, 'name'), class: word(row, 'class', streetClasses), line: decodeLine(blob(row, 'line')),
    walkable: flag(row, 'walkable'), steps: flag(row, 'steps'), bridge: flag(row, 'bridge'), widthMetres: numberOrNull(row, 'width_metres'), ...provenance(row),
  }),
  box: { table: 'street_box', positions: (street) => street.line },
}
