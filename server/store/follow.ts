import { editableKinds } from '../../geodata/model/city.ts'
import type { Connection, Row } from './driver.ts'
import type { ChangesAfter } from './store.ts'
import { number, text, word } from './tables/cells.ts'

/** Id of the newest line of the change log; 0: there is none. */
export const lastChange = (connection: Connection): number => lastChangeOf(connection)()

/** The same for whoever asks often. */
export function lastChangeOf(connection: Connection): () => number {
  const statement = connection.prepare<[], Row>('SELECT coalesce(max(id), 0) AS id FROM change_log')
  return () => number(statement.get() ?? {}, 'id')
}

/** Which records the lines after `id` name, each once, and whether any of those lines cannot be followed record by record. */
export function changesAfter(connection: Connection, id: number): ChangesAfter {
  const whole = connection.prepare<[number], Row>("SELECT 1 AS found FROM change_log WHERE id > ? AND (whole = 1 OR action IN ('hide', 'show') OR json_extract(counts, '$.catalogue') IS NOT NULL) LIMIT 1").get(id)
  const rows = connection.prepare<[number], Row>(`SELECT DISTINCT kind, record FROM change_log WHERE id > ? AND kind IN (${editableKinds.map((kind) => `'${kind}'`).join(', ')}) ORDER BY kind, record`).all(id)
  return { last: lastChange(connection), whole: whole !== undefined, records: rows.map((row) => ({ kind: word(row, 'kind', editableKinds), id: text(row, 'record') })) }
}

/**
 * A number that differs after any change of the city, by this process or another, and does not move for sessions, audit and jobs.
 * The log is only asked when something was written at all: data_version counts what other connections commit, total_changes what this one does.
 */
export function pulse(connection: Connection): () => number {
  const own = connection.prepare<[], number>('SELECT total_changes()').pluck()
  let seen = ''
  let beat = 0
  return () => {
    const now = `${String(connection.pragma('data_version', { simple: true }))} ${String(own.get())}`
    if (now !== seen) beat = lastChange(connection)
    seen = now
    return beat
  }
}
