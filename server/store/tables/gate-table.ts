import type { Gate } from '../../../geodata/model/building.ts'
import type { Row } from '../driver.ts'
import type { RecordTable } from '../record-table.ts'
import { degreesToInteger } from '../shape-blob.ts'
import { point, provenance, provenanceColumns, text, textOrNull, word } from './cells.ts'

export const gateTable: RecordTable<Gate> = {
  name: 'gate', identity: 'id',
  columns: [
    { name: 'id', touches: 'network', of: (gate) => gate.id },
    { name: 'name', touches: 'places', of: (gate) => gate.name },
    { name: 'lon', touches: 'network', of: (gate) => degreesToInteger(gate.position)[0] },
    { name: 'lat', touches: 'network', of: (gate) => degreesToInteger(gate.position)[1] },
    { name: 'estate', touches: 'network', of: (gate) => gate.estate },
    { name: 'locked', touches: 'network', of: (gate) => (typeof gate.locked === 'string' ? gate.locked : 'hours') },
    { name: 'locked_hours', touches: 'network', of: (gate) => (typeof gate.locked === 'string' ? null : gate.locked.hours) },
    ...provenanceColumns,
  ],
  read: (row) => ({ id: text(row, 'id'), name: text(row, 'name'), position: point(row), estate: textOrNull(row, 'estate'), locked: locked(row), ...provenance(row) }),
}

function locked(row: Row): Gate['locked'] {
  const kind = word(row, 'locked', ['never', 'always', 'hours'])
  return kind === 'hours' ? { hours: text(row, 'locked_hours') } : kind
}
