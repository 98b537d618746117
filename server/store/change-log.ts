import { recordKinds, type CityRecord, type EditableKind } from '../../geodata/model/city.ts'
import type { EditableRecord } from '../../geodata/model/edit.ts'
import type { Facility } from '../../geodata/model/facility.ts'
import { unsaid } from '../../geodata/model/organisation.ts'
import { emptyOffer } from '../../geodata/model/offer.ts'
import type { Connection, Row, SqlValue } from './driver.ts'
import { countsOf } from './editable.ts'
import type { Change, RecordChange } from './store.ts'
import { number, text, textOrNull, word } from './tables/cells.ts'
import { wholeRow } from './tables/entry-table.ts'

/** Words of the log. hide and show: a unit that is absent for everyone, and no longer. */
const actions = ['load', 'add', 'change', 'remove', 'restore', 'hide', 'show'] as const
const recordActions = ['load', 'add', 'change', 'remove', 'restore'] as const

export type LoadCounts = Readonly<Record<string, Readonly<Record<string, number>>>>
type Line = { at: string; actor: string; action: (typeof actions)[number]; kind: EditableKind; id: string; before: EditableRecord | null; after: EditableRecord | null }

/** `whole`: the city was empty, or is replaced; what the log says of single records before is of another city. */
export function logLoad(connection: Connection, at: string, actor: string, counts: LoadCounts, whole: boolean): void {
  connection.prepare("INSERT INTO change_log (at, actor, action, counts, whole) VALUES (?, ?, 'load', ?, ?)").run(at, actor, JSON.stringify(counts), Number(whole))
}

/** Prepares the statement once; the returned function writes one line and gives its id. */
export function logger(connection: Connection): (line: Line) => number {
  const insert = connection.prepare('INSERT INTO change_log (at, actor, action, kind, record, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const json = (record: EditableRecord | null): string | null => record && JSON.stringify(record)
  return ({ at, actor, action, kind, id, before, after }) => Number(insert.run(at, actor, action, kind, id, json(before), json(after)).lastInsertRowid)
}

/** Newest first. */
export function readChanges(connection: Connection, limit: number): Change[] {
  return connection.prepare<[number], Row>('SELECT * FROM change_log ORDER BY id DESC LIMIT ?').all(limit).map((row) => ({
    id: number(row, 'id'), at: text(row, 'at'), actor: text(row, 'actor'), action: word(row, 'action', actions),
    kind: row['kind'] === null ? null : word(row, 'kind', recordKinds), record: textOrNull(row, 'record'),
    before: json(row, 'before'), after: json(row, 'after'), counts: json(row, 'counts'),
  }))
}

/** What happened to one record since the city was last loaded as a whole, newest first; only lines before `before`, an id. */
export function readHistory(connection: Connection, kind: EditableKind, id: string, before: number | undefined, limit: number): RecordChange[] {
  return connection
    .prepare<SqlValue[], Row>(`SELECT * FROM change_log WHERE kind = ? AND record = ? AND action NOT IN ('hide', 'show') AND id > ? AND id < ? ORDER BY id DESC LIMIT ?`)
    .all(kind, id, lastWhole(connection)?.id ?? 0, before ?? Number.MAX_SAFE_INTEGER, limit)
    .map((row) => ({ id: number(row, 'id'), at: text(row, 'at'), actor: text(row, 'actor'), action: word(row, 'action', recordActions), before: loggedRecord(row, 'before'), after: loggedRecord(row, 'after') }))
}

/** The line of the last load that brought the whole city; null: the database is empty. */
export function lastWhole(connection: Connection): { id: number; at: string } | null {
  const row = connection.prepare<[], Row>("SELECT id, at FROM change_log WHERE action = 'load' AND whole = 1 ORDER BY id DESC LIMIT 1").get()
  return row ? { id: number(row, 'id'), at: text(row, 'at') } : null
}

/** Who last touched a record, or else loaded it. */
export function lastTouch(connection: Connection, kind: EditableKind, id: string): { actor: string; at: string; last: RecordChange | null } | null {
  const [last] = readHistory(connection, kind, id, undefined, 1)
  if (last) return { actor: last.actor, at: last.at, last }
  const load = connection.prepare<[], Row>("SELECT at, actor FROM change_log WHERE action = 'load' AND kind IS NULL ORDER BY id DESC LIMIT 1").get()
  return load ? { actor: text(load, 'actor'), at: text(load, 'at'), last: null } : null
}

/** A record as the log keeps it, in its shape of today: lines from before structure 2 hold a building with its outline, those from before structure 3 organisations of which less was known, those from before structure 5 sites that offered nothing. */
export function loggedRecord(row: Row, name: 'before' | 'after'): EditableRecord | null {
  const record = json<CityRecord['record'] | EditableRecord>(row, name)
  if (record === null) return null
  if ('footprint' in record) return countsOf(record)
  if ('admission' in record) return { offer: emptyOffer, suspensions: [], ...(record as Partial<Facility>) } as Facility
  if ('creditCode' in record) return { ...unsaid, ...record }
  return 'sheet' in record ? wholeRow(record) : (record as EditableRecord)
}

function json<T>(row: Row, name: string): T | null {
  const value = textOrNull(row, name)
  return value === null ? null : (JSON.parse(value) as T)
}
