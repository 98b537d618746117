import { recordKinds, type CityRecord } from '../../geodata/model/city.ts'
import type { Connection, Row } from './driver.ts'
import type { Change } from './store.ts'
import { text, textOrNull, word } from './tables/cells.ts'

export function logLoad(connection: Connection, actor: string, counts: Readonly<Record<string, Readonly<Record<string, number>>>>): void {
  connection.prepare("INSERT INTO change_log (at, actor, action, counts) VALUES (?, ?, 'load', ?)").run(new Date().toISOString(), actor, JSON.stringify(counts))
}

export function logEdit(connection: Connection, actor: string, change: CityRecord, before: CityRecord['record'] | null): void {
  const id = change.kind === 'area' ? change.record.code : change.record.id
  connection
    .prepare("INSERT INTO change_log (at, actor, action, kind, record, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)")
    .run(new Date().toISOString(), actor, before ? 'change' : 'add', change.kind, id, before && JSON.stringify(before), JSON.stringify(change.record))
}

/** Newest first. */
export function readChanges(connection: Connection, limit: number): Change[] {
  return connection.prepare<[number], Row>('SELECT * FROM change_log ORDER BY id DESC LIMIT ?').all(limit).map((row) => ({
    at: text(row, 'at'), actor: text(row, 'actor'), action: word(row, 'action', ['load', 'add', 'change', 'remove', 'restore']),
    kind: row['kind'] === null ? null : word(row, 'kind', recordKinds), record: textOrNull(row, 'record'),
    before: json(row, 'before'), after: json(row, 'after'), counts: json(row, 'counts'),
  }))
}

function json<T>(row: Row, name: string): T | null {
  const value = textOrNull(row, name)
  return value === null ? null : (JSON.parse(value) as T)
}
