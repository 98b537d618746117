import type { Facts } from '../../geodata/intake/edits/facts.ts'
import type { Box } from '../../geodata/model/geometry.ts'
import type { Connection, Row } from './driver.ts'
import { readEditable } from './editable.ts'
import { referringRows } from './entry-references.ts'
import { isHidden, isHiddenUnit } from './hidden.ts'
import { extent } from './reading.ts'
import { text } from './tables/cells.ts'
import { readVersions } from './versions.ts'

/** What the database knows that a record is held against. The city's box is kept while its shapes stay, since asking a million buildings for it takes a third of a second. */
export function factsOf(connection: Connection): Facts {
  const one = (sql: string) => {
    const statement = connection.prepare<[string], Row>(sql)
    return (value: string): Row | undefined => statement.get(value)
  }
  const category = one('SELECT code FROM category WHERE code = ?')
  const area = one('SELECT code FROM area WHERE code = ?')
  const unit = one('SELECT id FROM unit WHERE id = ?')
  const owner = one('SELECT id, name FROM organisation WHERE credit_code = ?')
  const referring = referringRows(connection)
  const isKnown = (kind: 'facility' | 'organisation', id: string): boolean => {
    const record = readEditable(connection, kind, id)
    return record !== null && !isHidden(connection, kind, record)
  }
  const anyBuilding = connection.prepare<[], Row>('SELECT 1 AS found FROM building LIMIT 1')
  let box: Box | null = null
  let boxOf = ''
  return {
    hasCategory: (code) => category(code) !== undefined,
    hasArea: (code) => area(code) !== undefined,
    hasUnit: (id) => unit(id) !== undefined && !isHiddenUnit(connection, id),
    hasFacility: (id) => isKnown('facility', id),
    hasOrganisation: (id) => isKnown('organisation', id),
    entry(id) {
      const record = readEditable(connection, 'entry', id)
      return record && 'sheet' in record && !isHidden(connection, 'entry', record) ? record : null
    },
    referring,
    get cityBox() {
      const { geometry, network, places } = readVersions(connection)
      // Streets and sites count only where there is no building (reading.ts).
      const shapes = anyBuilding.get() ? `${geometry}` : `${geometry} ${network} ${places}`
      if (shapes !== boxOf) box = extent(connection)
      boxOf = shapes
      return box
    },
    creditCodeOwner(code) {
      const row = owner(code)
      if (!row) return null
      const id = text(row, 'id'), record = readEditable(connection, 'organisation', id)
      // That the code is taken must be said, whose it is must not.
      return { id, name: record && isHidden(connection, 'organisation', record) ? '—' : text(row, 'name') }
    },
  }
}
