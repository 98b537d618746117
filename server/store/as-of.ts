import { editableKinds } from '../../geodata/model/city.ts'
import { canonical } from './canonical.ts'
import { lastWhole, loggedRecord } from './change-log.ts'
import { shanghaiDay } from './day.ts'
import type { Connection, Row } from './driver.ts'
import { editableFrom, editableRows } from './editable.ts'
import { lastChange } from './follow.ts'
import type { EarlierRecord } from './store.ts'
import { text, word } from './tables/cells.ts'

/** The days whose ends the log can speak of: from the last load of the whole city until today; null: the database is empty. */
export function known(connection: Connection, now: Date): { from: string; to: string } | null {
  const whole = lastWhole(connection)
  return whole && { from: shanghaiDay(new Date(whole.at)), to: shanghaiDay(now) }
}

/** Asks `before` once for a day while nothing changes: pages of one list, and every question of one slider's stop, ask the same. */
export function remembering(connection: Connection): (day: string) => EarlierRecord[] {
  let asked = ''
  let records: EarlierRecord[] = []
  return (day) => {
    const now = `${day} ${lastChange(connection)}`
    if (now !== asked) records = before(connection, day)
    asked = now
    return records
  }
}

/** Editable records that differ from what stands, as they stood at the end of `day` in China: what the first line after it says of before. */
function before(connection: Connection, day: string): EarlierRecord[] {
  const standing = editableRows(connection)
  return connection
    .prepare<[number, string], Row>(`SELECT kind, record, before FROM change_log WHERE id IN (
      SELECT min(id) FROM change_log WHERE id > ? AND at >= ? AND kind IN (${editableKinds.map((kind) => `'${kind}'`).join(', ')}) AND action NOT IN ('hide', 'show') GROUP BY kind, record
    ) ORDER BY kind, record`)
    .all(lastWhole(connection)?.id ?? 0, endOf(day))
    .flatMap((row) => {
      const kind = word(row, 'kind', editableKinds), id = text(row, 'record')
      const record = loggedRecord(row, 'before')
      const today = standing(kind, id)
      return canonical(record) === canonical(today && editableFrom(kind, today)) ? [] : [{ kind, id, record }]
    })
}

/** The first instant after a day in China, which keeps UTC+8 the year round. */
const endOf = (day: string): string => `${day}T16:00:00.000Z`
