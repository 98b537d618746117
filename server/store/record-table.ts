import type { Box, MultiPolygon, Position } from '../../geodata/model/geometry.ts'
import type { Connection, Row, SqlValue } from './driver.ts'
import { degreesToInteger } from './shape-blob.ts'

/** Which version counter a column belongs to; `category` means the record's own category. */
export type Touch = 'geometry' | 'network' | 'residents' | 'labels' | 'places' | 'registers' | 'events' | 'text' | 'category'

export type Column<R> = { name: string; touches: Touch; of: (record: R) => SqlValue }

/** How one kind of record lies in one table. Columns say what they touch, so a changed name never rebuilds a network. */
export type RecordTable<R> = {
  name: string
  identity: 'id' | 'code'
  columns: readonly Column<R>[]
  read: (row: Row) => R
  /** Name of the R*Tree and the points the box must hold. */
  box?: { table: string; positions: (record: R) => Iterable<Position> }
}

export type Upsert = { change: 'added' | 'changed' | 'same'; touched: ReadonlySet<Touch>; before: Row | null }

/** Prepares the statements once; the returned function puts one record in and says what that changed. */
export function upserter<R>(connection: Connection, table: RecordTable<R>): (record: R) => Upsert {
  const names = table.columns.map((column) => column.name)
  const insert = connection.prepare(`INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ON CONFLICT (${table.identity}) DO NOTHING`)
  const find = connection.prepare<SqlValue[], Row>(`SELECT * FROM ${table.name} WHERE ${table.identity} = ?`)
  const update = connection.prepare(`UPDATE ${table.name} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE key = ?`)
  const place = table.box && connection.prepare(`INSERT OR REPLACE INTO ${table.box.table} (key, west, east, south, north) VALUES (?, ?, ?, ?, ?)`)
  const identity = names.indexOf(table.identity)
  const everything = wholeTouch(table)

  function putBox(key: number | bigint, record: R): void {
    if (!table.box || !place) return
    const [west, south, east, north] = integerBox(table.box.positions(record))
    place.run(key, west, east, south, north)
  }

  return (record) => {
    const values = table.columns.map((column) => column.of(record))
    const added = insert.run(...values)
    if (added.changes === 1) {
      putBox(added.lastInsertRowid, record)
      return { change: 'added', touched: everything, before: null }
    }
    const before = find.get(values[identity])
    if (!before) throw new Error(`${table.name} ${String(values[identity])} vanished inside its own transaction`)
    const touched = new Set(table.columns.filter((column, i) => !same(before[column.name], values[i])).map((column) => column.touches))
    if (touched.size === 0) return { change: 'same', touched, before }
    const key = before['key']
    update.run(...values, key)
    if (touched.has('geometry') || touched.has('network')) putBox(Number(key), record)
    return { change: 'changed', touched, before }
  }
}

/** What a record touches that comes or goes. Its words come with what it is; `text` alone is for corrections of words, and for kinds that are nothing but words. */
export function wholeTouch<R>(table: RecordTable<R>): Set<Touch> {
  const everything = new Set(table.columns.map((column) => column.touches))
  if (everything.size > 1) everything.delete('text')
  return everything
}

/** west, south, east, north in 1e-7 degree. */
export function integerBox(positions: Iterable<Position>): Box {
  let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity
  for (const position of positions) {
    const [lon, lat] = degreesToInteger(position)
    if (lon < west) west = lon
    if (lon > east) east = lon
    if (lat < south) south = lat
    if (lat > north) north = lat
  }
  return [west, south, east, north]
}

export function* outerPositions(shape: MultiPolygon): Iterable<Position> {
  for (const polygon of shape) yield* polygon[0] ?? []
}

function same(stored: SqlValue, value: SqlValue): boolean {
  if (stored instanceof Uint8Array && value instanceof Uint8Array) return Buffer.compare(stored, value) === 0
  return stored === value
}
