import type { EditableKind } from '../../geodata/model/city.ts'
import type { EditableRecord } from '../../geodata/model/edit.ts'
import type { Connection } from './driver.ts'
import { endHistories } from './history.ts'
import { wholeTouch, type Touch } from './record-table.ts'
import { tables } from './tables/all.ts'
import { histories } from './tables/facility-table.ts'
import { versionNames } from './writing.ts'

/** Takes the row of a record away, inside a transaction that is already open, and gives the names of the versions that this touches. Its past stays in the log and in the histories. */
export function removeRecord(connection: Connection, kind: Exclude<EditableKind, 'building'>, record: EditableRecord, day: string): string[] {
  if (kind === 'facility') endHistories(connection, histories, record.id, day)
  connection.prepare(`DELETE FROM ${tables[kind].name} WHERE id = ?`).run(record.id)
  const touched = touchOf[kind]()
  return versionNames(touched, 'category' in record ? [record.category] : [])
}

/** What is touched by a record of each kind that goes. */
const touchOf: Readonly<Record<Exclude<EditableKind, 'building'>, () => ReadonlySet<Touch>>> = {
  facility: () => wholeTouch(tables.facility), unit: () => wholeTouch(tables.unit), organisation: () => wholeTouch(tables.organisation), gate: () => wholeTouch(tables.gate), entry: () => wholeTouch(tables.entry),
}
