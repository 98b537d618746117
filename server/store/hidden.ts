import { isDeniedName } from '../../geodata/intake/tables/denied.ts'
import type { EditableKind } from '../../geodata/model/city.ts'
import type { EditableRecord } from '../../geodata/model/edit.ts'
import { logger } from './change-log.ts'
import type { Connection, Row } from './driver.ts'
import { text } from './tables/cells.ts'
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
      bumpVersions(connection, ['places', 'text', ...categories.map(categoryVersion)])
    }
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

/** Whether nobody may know of a record: by its name, or because of the unit it is or belongs to. The same rule for readers stands in server/security. */
export function isHidden(connection: Connection, kind: EditableKind, record: EditableRecord): boolean {
  if (isDeniedName(record.name)) return true
  if (kind === 'unit') return isHiddenUnit(connection, record.id)
  return 'unit' in record && record.unit !== null && isHiddenUnit(connection, record.unit)
}

export function isHiddenUnit(connection: Connection, id: string): boolean {
  const row = connection.prepare<[string, string], Row>('SELECT name FROM unit WHERE id = ? AND id NOT IN (SELECT id FROM hidden_unit WHERE id = ?)').get(id, id)
  return !row || isDeniedName(text(row, 'name'))
}
