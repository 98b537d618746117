import type { Facility } from '../../geodata/model/facility.ts'
import type { Connection, Row, SqlValue } from './driver.ts'

/** A fact of a facility that changes with time and is not forgotten: one row for each time it was so; the row without valid_to is today's. */
export type History = { table: string; columns: readonly string[]; of: (facility: Facility) => readonly SqlValue[] }

/**
 * Prepares the statements once; the returned function ends today's row and begins a new one where the fact has changed, and says whether it has.
 * The first row has no beginning: what it says is so since the site is. What comes back on the day it ended was never gone: its row goes on. `day`: from when on a changed fact holds, ISO.
 */
export function historian(connection: Connection, history: History, day: string): (facility: Facility) => boolean {
  const { table, columns, of } = history
  const find = openRow(connection, history)
  const finish = ender(connection, history, day)
  const latest = connection.prepare<[string], Row>(`SELECT * FROM ${table} WHERE facility = ? AND valid_to IS NOT NULL ORDER BY valid_to DESC, key DESC LIMIT 1`)
  const reopen = connection.prepare(`UPDATE ${table} SET valid_to = NULL WHERE key = ?`)
  const begin = connection.prepare(`INSERT INTO ${table} (facility, valid_from, ${columns.join(', ')}) VALUES (?, ?, ${columns.map(() => '?').join(', ')})`)
  return (facility) => {
    const values = of(facility)
    const holds = (row: Row): boolean => columns.every((column, i) => row[column] === values[i])
    const today = find.get(facility.id)
    if (today && holds(today)) return false
    const dropped = today !== undefined && !finish(today)
    const last = latest.get(facility.id)
    if (last && last['valid_to'] === day && holds(last)) reopen.run(last['key'])
    else begin.run(facility.id, dropped ? today['valid_from'] : today || last ? day : null, ...values)
    return true
  }
}

/** Ends today's rows of a site that is no more; its past stays. */
export function endHistories(connection: Connection, histories: readonly History[], facility: string, day: string): void {
  for (const history of histories) {
    const today = openRow(connection, history).get(facility)
    if (today) ender(connection, history, day)(today)
  }
}

const openRow = (connection: Connection, { table }: History) => connection.prepare<[string], Row>(`SELECT * FROM ${table} WHERE facility = ? AND valid_to IS NULL`)

/** Says whether the row was kept: one that has not begun before `day` never held and is dropped. */
function ender(connection: Connection, { table }: History, day: string): (today: Row) => boolean {
  const end = connection.prepare(`UPDATE ${table} SET valid_to = ? WHERE key = ?`)
  const drop = connection.prepare(`DELETE FROM ${table} WHERE key = ?`)
  return (today) => {
    const from = today['valid_from']
    const held = from === null || String(from) < day
    if (held) end.run(day, today['key'])
    else drop.run(today['key'])
    return held
  }
}
