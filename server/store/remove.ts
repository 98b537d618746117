import { isDeniedName } from '../../geodata/intake/tables/denied.ts'
import type { EditableKind } from '../../geodata/model/city.ts'
import type { EditableRecord } from '../../geodata/model/edit.ts'
import type { Connection } from './driver.ts'
import { endHistories } from './history.ts'
import { wholeTouch } from './record-table.ts'
import { tables } from './tables/all.ts'
import { histories } from './tables/facility-table.ts'
import { versionNames } from './writing.ts'

/** Who still names a unit: how many sites and organisations, and one of them that may be known of, '—' where there is none; null: nobody, or the record is no unit. */
export function naming(connection: Connection, kind: EditableKind, id: string): { count: number; example: string } | null {
  if (kind !== 'unit') return null
  const names = connection.prepare<[string, string], string>('SELECT name FROM facility WHERE unit = ? UNION ALL SELECT name FROM organisation WHERE unit = ? ORDER BY name').pluck().all(id, id)
  return names.length > 0 ? { count: names.length, example: names.find((name) => !isDeniedName(name)) ?? '—' } : null
}

/** Takes the row of a record away, inside a transaction that is already open, and gives the names of the versions that this touches. Its past stays in the log and in the histories. */
export function removeRecord(connection: Connection, kind: Exclude<EditableKind, 'building'>, record: EditableRecord, day: string): string[] {
  if (kind === 'facility') endHistories(connection, histories, record.id, day)
  connection.prepare(`DELETE FROM ${tables[kind].name} WHERE id = ?`).run(record.id)
  const touched = kind === 'facility' ? wholeTouch(tables.facility) : kind === 'gate' ? wholeTouch(tables.gate) : kind === 'unit' ? wholeTouch(tables.unit) : wholeTouch(tables.organisation)
  return versionNames(touched, 'category' in record ? [record.category] : [])
}
