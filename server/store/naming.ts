import type { EditableKind } from '../../geodata/model/city.ts'
import type { Connection, Row } from './driver.ts'
import { editableFrom, editableRows } from './editable.ts'
import { isHidden } from './hidden.ts'
import { text, word } from './tables/cells.ts'

const namers = ['facility', 'organisation', 'entry'] as const

/** Where records are named, by kind: every column that may hold the id, and the fields of rows. */
const questions: Readonly<Partial<Record<EditableKind, string>>> = {
  unit: `SELECT 'facility' AS kind, id FROM facility WHERE unit = :id UNION SELECT 'organisation', id FROM organisation WHERE unit = :id UNION SELECT 'entry', id FROM entry WHERE unit = :id
    UNION SELECT 'entry', entry FROM entry_reference WHERE target = :id AND kind = 'unit'`,
  facility: "SELECT 'entry' AS kind, entry AS id FROM entry_reference WHERE target = :id AND kind = 'facility'",
  organisation: "SELECT 'entry' AS kind, entry AS id FROM entry_reference WHERE target = :id AND kind = 'organisation'",
  // OR over three columns would read the whole table.
  entry: `SELECT 'entry' AS kind, entry AS id FROM entry_reference WHERE target = :id AND kind = 'entry' UNION SELECT 'organisation', id FROM organisation WHERE carrier = :id
    UNION SELECT 'organisation', id FROM organisation WHERE branch = :id UNION SELECT 'organisation', id FROM organisation WHERE instructor = :id`,
}

/** Who still names a record: how many sites, organisations and rows, and one of them that may be known of, '—' where there is none; null: nobody. */
export function naming(connection: Connection, kind: EditableKind, id: string): { count: number; example: string } | null {
  const question = questions[kind]
  if (question === undefined) return null
  const found = connection.prepare<[{ id: string }], Row>(question).all({ id })
  if (found.length === 0) return null
  const rowOf = editableRows(connection)
  const labels: string[] = []
  for (const row of found) {
    const by = word(row, 'kind', namers), stored = rowOf(by, text(row, 'id'))
    const record = stored && editableFrom(by, stored)
    if (record && !isHidden(connection, by, record)) labels.push(record.name || record.id)
    // One is enough to be shown; a unit may be named thousands of times.
    if (labels.length === mostLooked) break
  }
  return { count: found.length, example: labels.toSorted()[0] ?? '—' }
}

const mostLooked = 3
