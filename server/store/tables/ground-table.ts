import { groundKinds, type Ground } from '../../../geodata/model/street.ts'
import { outerPositions, type RecordTable } from '../record-table.ts'
import { decodeMultiPolygon, encodeMultiPolygon } from '../shape-blob.ts'
import { blob, provenance, provenanceColumns, text, word } from './cells.ts'

export const groundTable: RecordTable<Ground> = {
  name: 'ground', identity: 'id',
  columns: [
    { name: 'id', touches: 'geometry', of: (ground) => ground.id },
    { name: 'kind', touches: 'geometry', of: (ground) => ground.kind },
    { name: 'name', touches: 'labels', of: (ground) => ground.name },
    { name: 'shape', touches: 'geometry', of: (ground) => encodeMultiPolygon(ground.shape) },
    ...provenanceColumns,
  ],
  read: (row) => ({ id: text(row, 'id'), kind: word(row, 'kind', groundKinds), name: text(row, 'name'), shape: decodeMultiPolygon(blob(row, 'shape')), ...provenance(row) }),
  box: { table: 'ground_box', positions: (ground) => outerPositions(ground.shape) },
}
