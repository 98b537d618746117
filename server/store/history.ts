import type { Facility } from '../../geodata/model/facility.ts'
import type { Connection, Row, SqlValue } from './driver.ts'

/** A fact of a facility that changes with time and is not forgotten: one row for each time it was so; the row without valid_to is today's. */
export type History = { table: string; columns: readonly string[]; of: (facility: Facility) => readonly SqlValue[] }

/**
 * Prepares the statements once; the returned function ends today's row and begins a new one where the fact has changed, and says whether it has.
 * `day`: from when on a changed fact holds, ISO.
 */
export function historian(connection: Connection, { table, columns, of }: History, day: string): (facility: Facility) => boolean {
  const find = connection.prepare<[string], Row>(`SELECT * FROM ${table} WHERE facility = ? AND valid_to IS NULL`)
  const end = connection.prepare(`UPDATE ${table} SET valid_to = ? WHERE key = ?`)
  const drop = connection.prepare(`DELETE FROM ${table} WHERE key = ?`)
  const begin = connection.prepare(`INSERT INTO ${table} (facility, valid_from, ${columns.join(', ')}) VALUES (?, ?, ${columns.map(() => '?').join(', ')})`)
  return (facility) => {
    const values = of(facility)
    const today = find.get(facility.id)
    if (!today) {
      begin.run(facility.id, facility.validFrom, ...values)
      return true
    }
    if (columns.every((column, i) => today[column] === values[i])) return false
    // An interval of no days never held.
    if (today['valid_from'] === day) drop.run(today['key'])
    else end.run(day, today['key'])
    begin.run(facility.id, day, ...values)
    return true
  }
}
