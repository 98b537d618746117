import { recordKinds, type RecordKind } from '../../geodata/model/city.ts'
import type { Box, Position } from '../../geodata/model/geometry.ts'
import { known, remembering } from './as-of.ts'
import { readCatalogue } from './catalogue-table.ts'
import { readHistory } from './change-log.ts'
import type { Connection, Row, SqlValue } from './driver.ts'
import { editableFrom, editablePage, editableRows } from './editable.ts'
import { changesAfter, lastChangeOf } from './follow.ts'
import { hiddenUnits } from './hidden.ts'
import { readIdentity } from './identity.ts'
import { readResidentBase } from './resident-base.ts'
import { reportTable } from './reports.ts'
import { integerBox, outerPositions } from './record-table.ts'
import { decodeMultiPolygon, degreesToInteger } from './shape-blob.ts'
import type { Reading } from './store.ts'
import { tables } from './tables/all.ts'
import { blob, number, text } from './tables/cells.ts'
import { facilityToday, todayColumns } from './tables/facility-table.ts'
import { receivedUntil } from './public-mark.ts'
import { readVersions } from './versions.ts'

/** Rows fetched at a time: a statement that stays open would block every other one on the connection. */
const page = 1000

const validOn = '(? IS NULL OR ((valid_from IS NULL OR valid_from <= ?) AND (valid_to IS NULL OR valid_to > ?)))'

/** `now`: the clock that tells today. */
export function reading(connection: Connection, now: () => Date): Reading {
  const nameOf = connection.prepare<[string], string>('SELECT name FROM building WHERE id = ?').pluck()
  const earlier = remembering(connection)
  // Asked for each row of a list: prepared once, not for each of them.
  const rowOf = editableRows(connection), newest = lastChangeOf(connection)
  const oneOf = { building: oneReader(connection, 'building', tables.building.read), area: oneReader(connection, 'area', tables.area.read), facility: oneReader(connection, 'facility', tables.facility.read) }
  const reports = reportTable(connection, '', now)
  return {
    identity: async () => readIdentity(connection),
    versions: async () => readVersions(connection),
    catalogue: async () => readCatalogue(connection),
    counts: async () => readCounts(connection),
    areas: () => pages(connection, 'SELECT * FROM area WHERE code > ? ORDER BY code LIMIT ?', [''], (row) => [row['code']], tables.area.read),
    buildings: () => pages(connection, 'SELECT * FROM building WHERE (hilbert, id) > (?, ?) ORDER BY hilbert, id LIMIT ?', [-1, ''], (row) => [row['hilbert'], row['id']], tables.building.read),
    streets: () => pages(connection, 'SELECT * FROM street WHERE id > ? ORDER BY id LIMIT ?', [''], byId, tables.street.read),
    gates: () => pages(connection, 'SELECT * FROM gate WHERE id > ? ORDER BY id LIMIT ?', [''], byId, tables.gate.read),
    ground: () => pages(connection, 'SELECT * FROM ground WHERE id > ? ORDER BY id LIMIT ?', [''], byId, tables.ground.read),
    facilities: (day) =>
      pages(connection, `SELECT facility.*, ${todayColumns} FROM ${facilityToday} WHERE ${validOn.replaceAll('valid_', 'facility.valid_')} AND id > ? ORDER BY id LIMIT ?`, [''], byId, tables.facility.read, day, day, day),
    units: (day) => pages(connection, `SELECT * FROM unit WHERE ${validOn} AND id > ? ORDER BY id LIMIT ?`, [''], byId, tables.unit.read, day, day, day),
    organisations: (day) => pages(connection, `SELECT * FROM organisation WHERE ${validOn} AND id > ? ORDER BY id LIMIT ?`, [''], byId, tables.organisation.read, day, day, day),
    entries: () => pages(connection, 'SELECT * FROM entry WHERE id > ? ORDER BY id LIMIT ?', [''], byId, tables.entry.read),
    eventCounts: () => pages(connection, 'SELECT * FROM event_count WHERE key > ? ORDER BY key LIMIT ?', [0], (row) => [row['key']], tables.eventCount.read),
    building: async (id) => oneOf.building(id),
    buildingNames: () => pages(connection, 'SELECT id, name, hilbert FROM building WHERE (hilbert, id) > (?, ?) ORDER BY hilbert, id LIMIT ?', [-1, ''], (row) => [row['hilbert'], row['id']], (row) => ({ id: text(row, 'id'), name: text(row, 'name') })),
    buildingName: async (id) => nameOf.get(id) ?? null,
    area: async (code) => oneOf.area(code),
    facility: async (id) => oneOf.facility(id),
    idsWithin: async (kind, box) => idsWithin(connection, kind, box),
    extent: async () => extent(connection),
    born: async () => born(connection),
    validityEdge: async (day) => validityEdge(connection, day),
    record: async (kind, id) => {
      const row = rowOf(kind, id)
      return row && editableFrom(kind, row)
    },
    records: async (kind, { after = '', limit }) => editablePage(connection, kind, after, limit),
    history: async (kind, id, { before: older, limit }) => readHistory(connection, kind, id, older, limit),
    changesAfter: async (id) => changesAfter(connection, id),
    lastChange: async () => newest(),
    known: async () => known(connection, now()),
    before: async (day) => earlier(day),
    residentBase: async () => readResidentBase(connection),
    reports: async () => reports.all(),
    reportOf: async (id) => reports.one(id),
    reportStandings: async () => reports.standings(),
    reportVersion: async () => reports.version(),
    receivedUntil: async () => receivedUntil(connection),
    hiddenUnits: async () => hiddenUnits(connection),
  }
}

const byId = (row: Row): SqlValue[] => [row['id']]

/** Keyset pages: each starts after the last row of the one before. `first`: values of further places before those. */
async function* pages<R>(connection: Connection, sql: string, start: SqlValue[], after: (row: Row) => SqlValue[], read: (row: Row) => R, ...first: SqlValue[]): AsyncIterable<R> {
  const statement = connection.prepare<SqlValue[], Row>(sql)
  let from = start
  for (;;) {
    const rows = statement.all(...first, ...from, page)
    for (const row of rows) yield read(row)
    if (rows.length < page) return
    from = after(rows[rows.length - 1])
  }
}

function oneReader<R>(connection: Connection, kind: RecordKind, read: (row: Row) => R): (id: string) => R | null {
  const { name, identity } = tables[kind]
  const statement = connection.prepare<[string], Row>(kind === 'facility' ? `SELECT facility.*, ${todayColumns} FROM ${facilityToday} WHERE id = ?` : `SELECT * FROM ${name} WHERE ${identity} = ?`)
  return (id) => {
    const row = statement.get(id)
    return row ? read(row) : null
  }
}

function readCounts(connection: Connection): Record<RecordKind, number> {
  const sql = recordKinds.map((kind) => `(SELECT count(*) FROM ${tables[kind].name}) AS ${kind}`).join(', ')
  const row = connection.prepare<[], Row>(`SELECT ${sql}`).get() ?? {}
  return { area: number(row, 'area'), building: number(row, 'building'), gate: number(row, 'gate'), street: number(row, 'street'), ground: number(row, 'ground'), facility: number(row, 'facility'), unit: number(row, 'unit'), organisation: number(row, 'organisation'), entry: number(row, 'entry'), eventCount: number(row, 'eventCount') }
}

/** The R*Tree keeps whole 1e-7 degrees in 32 bits, the same integers as the shapes, so its hits are exact boxes. */
function idsWithin(connection: Connection, kind: 'building' | 'street' | 'ground', box: Box): string[] {
  const [west, south] = degreesToInteger([box[0], box[1]])
  const [east, north] = degreesToInteger([box[2], box[3]])
  return connection
    .prepare<number[], Row>(`SELECT ${kind}.id FROM ${kind}_box AS hit JOIN ${kind} ON ${kind}.key = hit.key WHERE hit.east >= ? AND hit.west <= ? AND hit.north >= ? AND hit.south <= ? ORDER BY ${kind}.id`)
    .all(west, east, south, north)
    .map((row) => text(row, 'id'))
}

export function extent(connection: Connection): Box | null {
  const sides = 'min(west) AS west, min(south) AS south, max(east) AS east, max(north) AS north'
  const places = 'SELECT lon AS west, lat AS south, lon AS east, lat AS north FROM'
  // Where people live comes first: a railway that leaves the city would make it a dot in its own picture.
  for (const boxes of ['building_box', 'street_box', 'ground_box']) {
    const row = connection.prepare<[], Row>(`SELECT ${sides} FROM ${boxes}`).get()
    if (row && row['west'] !== null) return degreesBox(row)
  }
  const drawn = integerBox(boundaryPositions(connection))
  if (drawn[0] <= drawn[2]) return [drawn[0] / 1e7, drawn[1] / 1e7, drawn[2] / 1e7, drawn[3] / 1e7]
  const row = connection.prepare<[], Row>(`SELECT ${sides} FROM (${places} facility UNION ALL ${places} unit)`).get()
  return row && row['west'] !== null ? degreesBox(row) : null
}

const degreesBox = (row: Row): Box => [number(row, 'west') / 1e7, number(row, 'south') / 1e7, number(row, 'east') / 1e7, number(row, 'north') / 1e7]

/** Only asked of a register of areas without anything in them, so that it needs no tree. */
function* boundaryPositions(connection: Connection): Iterable<Position> {
  for (const row of connection.prepare<[], Row>('SELECT boundary FROM area WHERE boundary IS NOT NULL').all()) yield* outerPositions(decodeMultiPolygon(blob(row, 'boundary')))
}

function born(connection: Connection): string {
  const row = connection.prepare<[], Row>('SELECT at FROM change_log ORDER BY id LIMIT 1').get()
  return row ? Date.parse(text(row, 'at')).toString(36) : ''
}

function validityEdge(connection: Connection, day: string): string | null {
  const row = connection
    .prepare<[string], Row>('SELECT max(edge) AS edge FROM (SELECT valid_from AS edge FROM facility UNION SELECT valid_to FROM facility UNION SELECT valid_from FROM unit UNION SELECT valid_to FROM unit) WHERE edge <= ?')
    .get(day)
  const edge = row?.['edge']
  return typeof edge === 'string' ? edge : null
}
