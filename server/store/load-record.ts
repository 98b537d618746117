import { editableKinds, type CityRecord, type EditableKind } from '../../geodata/model/city.ts'
import { canonical } from './canonical.ts'
import { logger } from './change-log.ts'
import type { Connection } from './driver.ts'
import { editableFrom, editableRows } from './editable.ts'
import { baseKeeper } from './resident-base.ts'
import type { Writer, Written } from './writing.ts'

/**
 * Puts records into a city that is there already, as `writer` does, and writes a line of the log for each editable one that this adds or
 * changes; what a building's counts were before is kept, and of a new building those it comes with.
 */
export function recorder(connection: Connection, write: Writer, { at, actor }: { at: string; actor: string }): (record: CityRecord) => Written {
  const rowOf = editableRows(connection)
  const log = logger(connection)
  const keepBase = baseKeeper(connection)
  return (change) => {
    const { kind } = change
    if (!isEditable(kind)) return write.put(change)
    const { id } = change.record as { id: string }
    const stood = rowOf(kind, id)
    const written = write.put(change)
    if (written.change === 'same') return written
    const now = rowOf(kind, id)
    const before = stood && editableFrom(kind, stood), after = now && editableFrom(kind, now)
    if (canonical(before) === canonical(after)) return written
    log({ at, actor, action: 'load', kind, id, before, after })
    if (!before && after && 'residents' in after) keepBase(id, after.residents, true)
    if (before && after && 'residents' in before && 'residents' in after && canonical(before.residents) !== canonical(after.residents)) keepBase(id, before.residents)
    return written
  }
}

const isEditable = (kind: CityRecord['kind']): kind is EditableKind => editableKinds.some((one) => one === kind)
