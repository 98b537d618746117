import type { Connection, Row } from './driver.ts'
import { entryFaults } from './entry-faults.ts'
import { historyFaults } from './history-faults.ts'
import { logFaults } from './log-faults.ts'
import { integerBox } from './record-table.ts'
import type { StoreFault } from './store.ts'
import { boxes, tables } from './tables/all.ts'
import { number, text } from './tables/cells.ts'

/** At most this many faults of one check are told. */
const most = 20

/** What is wrong with the database itself; the figures are proved by the kernel's identities. */
export function faults(connection: Connection): StoreFault[] {
  return [...integrity(connection), ...references(connection), ...boxFaults(connection), ...historyFaults(connection, most), ...log(connection), ...logFaults(connection, most), ...base(connection), ...entryFaults(connection, most), ...versions(connection)]
}

function integrity(connection: Connection): StoreFault[] {
  return connection.prepare<[], Row>('PRAGMA integrity_check(20)').all().map((row) => text(row, 'integrity_check')).filter((line) => line !== 'ok').map((detail) => ({ check: 'integrity', detail }))
}

function references(connection: Connection): StoreFault[] {
  return connection.prepare<[], Row>(`SELECT "table", rowid, parent FROM pragma_foreign_key_check LIMIT ${most}`).all()
    .map((row) => ({ check: 'references', detail: `${String(row['table'])} row ${String(row['rowid'])} -> ${String(row['parent'])}` }))
}

/** Every row has its box and no box is without its row; then each box is the one its shape has. */
function boxFaults(connection: Connection): StoreFault[] {
  const found: StoreFault[] = []
  for (const [table, box] of boxes) {
    const check = `${box} and ${table}`
    const lonely = connection.prepare<[], Row>(`SELECT count(*) AS n FROM ${table} WHERE key NOT IN (SELECT key FROM ${box}) UNION ALL SELECT count(*) FROM ${box} WHERE key NOT IN (SELECT key FROM ${table})`).all()
    for (const row of lonely) if (number(row, 'n') > 0) found.push({ check, detail: `${number(row, 'n')} rows without their counterpart` })
    const rows = connection.prepare<[], Row>(`SELECT ${table}.*, hit.west, hit.south, hit.east, hit.north FROM ${table} JOIN ${box} AS hit ON hit.key = ${table}.key`)
    for (const row of rows.iterate()) {
      if (found.length >= most) break
      const own = integerBox(positionsOf(table, row))
      if (own.join() !== ['west', 'south', 'east', 'north'].map((side) => number(row, side)).join()) found.push({ check, detail: `${text(row, 'id')}: the box is not its shape's` })
    }
  }
  return found
}

function positionsOf(table: 'building' | 'street' | 'ground', row: Row): Iterable<readonly [number, number]> {
  switch (table) {
    case 'building': return tables.building.box?.positions(tables.building.read(row)) ?? []
    case 'street': return tables.street.box?.positions(tables.street.read(row)) ?? []
    case 'ground': return tables.ground.box?.positions(tables.ground.read(row)) ?? []
  }
}

/** A city without a line in the log has been written past the store. */
function log(connection: Connection): StoreFault[] {
  const row = connection.prepare<[], Row>('SELECT (SELECT count(*) FROM city) AS cities, (SELECT count(*) FROM change_log) AS lines').get() ?? {}
  return number(row, 'cities') > 0 && number(row, 'lines') === 0 ? [{ check: 'change log', detail: 'a city, but no line' }] : []
}

/** Counts from before are of buildings that are there. */
function base(connection: Connection): StoreFault[] {
  return connection.prepare<[], Row>(`SELECT building FROM resident_base WHERE building NOT IN (SELECT id FROM building) LIMIT ${most}`).all().map((row) => ({ check: 'resident base', detail: `${text(row, 'building')} is no building` }))
}

/** A version only grows from one. */
function versions(connection: Connection): StoreFault[] {
  return connection.prepare<[], Row>(`SELECT name, value FROM version WHERE value < 1 LIMIT ${most}`).all().map((row) => ({ check: 'versions', detail: `${text(row, 'name')} is ${number(row, 'value')}` }))
}
