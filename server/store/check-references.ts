import { text } from './tables/cells.ts'
import type { Connection, Row } from './driver.ts'
import { StoreError } from './store-error.ts'

/** Every reference that leads nowhere, said by name; the database would only say that the transaction failed. */
export function checkReferences(connection: Connection): void {
  const broken = connection.prepare<[], Row>('SELECT "table", rowid, parent, fkid FROM pragma_foreign_key_check LIMIT 1').get()
  if (!broken) return checkRows(connection)
  const table = String(broken['table'])
  const columns = connection.prepare<[string, number], Row>('SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?').get(table, Number(broken['fkid']))
  const field = String(columns?.['from'])
  const row = connection.prepare<[number], Row>(`SELECT * FROM ${table} WHERE rowid = ?`).get(Number(broken['rowid']))
  const identity = row?.['id'] ?? row?.['code'] ?? row?.['facility'] ?? null
  throw new StoreError('missingReference', { record: `${table} ${String(identity)}`, field, found: String(row?.[field] ?? '') })
}

/** Of rows the columns and fields that name another record, at most `limit` that lead nowhere. Areas that nobody drew are no error: registers speak of what is not on the map. */
export function lostReferences(connection: Connection, limit: number): { entry: string; field: string; target: string }[] {
  return connection.prepare<[number], Row>(`
    SELECT id AS entry, 'unit' AS field, unit AS target FROM entry WHERE unit IS NOT NULL AND unit NOT IN (SELECT id FROM unit)
    UNION ALL SELECT entry, 'fields', target FROM entry_reference WHERE kind = 'entry' AND target NOT IN (SELECT id FROM entry)
    UNION ALL SELECT entry, 'fields', target FROM entry_reference WHERE kind = 'facility' AND target NOT IN (SELECT id FROM facility)
    UNION ALL SELECT entry, 'fields', target FROM entry_reference WHERE kind = 'unit' AND target NOT IN (SELECT id FROM unit)
    UNION ALL SELECT entry, 'fields', target FROM entry_reference WHERE kind = 'organisation' AND target NOT IN (SELECT id FROM organisation)
    UNION ALL SELECT id, 'carrier', carrier FROM organisation WHERE carrier IS NOT NULL AND carrier NOT IN (SELECT id FROM entry)
    UNION ALL SELECT id, 'branch', branch FROM organisation WHERE branch IS NOT NULL AND branch NOT IN (SELECT id FROM entry)
    UNION ALL SELECT id, 'instructor', instructor FROM organisation WHERE instructor IS NOT NULL AND instructor NOT IN (SELECT id FROM entry)
    LIMIT ?`).all(limit).map((row) => ({ entry: text(row, 'entry'), field: text(row, 'field'), target: text(row, 'target') }))
}

function checkRows(connection: Connection): void {
  const [lost] = lostReferences(connection, 1)
  if (lost) throw new StoreError('missingReference', { record: lost.entry, field: lost.field, found: lost.target })
}
