import { namedRecords, saysDenied } from '../../geodata/intake/edits/named.ts'
import { isDeniedName } from '../../geodata/intake/tables/denied.ts'
import type { EditableKind } from '../../geodata/model/city.ts'
import type { EditableRecord } from '../../geodata/model/edit.ts'
import { logger } from './change-log.ts'
import type { Connection, Row } from './driver.ts'
import { readEditable } from './editable.ts'
import { textOrNull } from './tables/cells.ts'
import { bumpVersions, categoryVersion } from './versions.ts'

export const hiddenUnits = (connection: Connection): string[] => connection.prepare<[], string>('SELECT id FROM hidden_unit ORDER BY id').pluck().all()

/** Hides a unit and what it owns, or shows it again; a unit that is so already is left. The unit need not be there yet. */
export function hide(connection: Connection, id: string, actor: string, at: string, hidden: boolean): void {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const { changes } = hidden ? connection.prepare('INSERT INTO hidden_unit (id, at, actor) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(id, at, actor) : connection.prepare('DELETE FROM hidden_unit WHERE id = ?').run(id)
    if (changes > 0) {
      logger(connection)({ at, actor, action: hidden ? 'hide' : 'show', kind: 'unit', id, before: null, after: null })
      const categories = connection.prepare<[string], string>('SELECT DISTINCT category FROM facility WHERE unit = ?').pluck().all(id)
      bumpVersions(connection, ['places', 'registers', 'text', ...categories.map(categoryVersion)])
    }
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

/**
 * Whether nobody may know of a record: by a name it holds, or because of the unit, the site or the row it is, belongs to or names. What is not there hides
 * nothing. The same rule for readers stands in server/security. `above`: rows whose answer waits for this one, since rows may name one another in a circle.
 */
export function isHidden(connection: Connection, kind: EditableKind, record: EditableRecord, above: readonly string[] = []): boolean {
  if (isDeniedName(record.name) || ('sheet' in record && saysDenied(record))) return true
  if (kind === 'unit') return isHiddenUnit(connection, record.id)
  if ('unit' in record && record.unit !== null && isHiddenUnit(connection, record.unit)) return true
  return namedRecords(record).some(({ kind: named, id }) => {
    if (named === 'unit') return isHiddenUnit(connection, id)
    if (above.includes(id)) return false
    const other = readEditable(connection, named, id)
    return other !== null && isHidden(connection, named, other, [...above, record.id])
  })
}

/** Listed, though it need not be there, or by its name. */
export function isHiddenUnit(connection: Connection, id: string): boolean {
  const row = connection.prepare<[string, string], Row>('SELECT (SELECT name FROM unit WHERE id = ?) AS name, EXISTS (SELECT 1 FROM hidden_unit WHERE id = ?) AS listed').get(id, id)
  return row?.['listed'] === 1 || isDeniedName(textOrNull(row ?? {}, 'name') ?? '')
}
