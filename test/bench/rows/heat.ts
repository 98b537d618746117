import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventBlocks } from '../../../geodata/kernel/eventBlocks.ts'
import { eventCollector, type EventColumns } from '../../../geodata/kernel/events.ts'
import { areaCells, hexagonCells, sumEvents } from '../../../geodata/kernel/eventSums.ts'
import type { AreaColumns } from '../../../geodata/kernel/columns.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import type { EventCount } from '../../../geodata/model/eventCount.ts'
import { h3 } from '../../../server/answers/heat/h3.ts'
import { connect, type Connection } from '../../../server/store/driver.ts'
import { interleaved, type Line, type Row } from '../row.ts'

/** All in one month, of six categories, in 9,216 grids; a third with one of 20,000 places. */
const size = 1_000_000
const side = 96
const month = '2026-06'

/** Issue 4: one month of a million events under 100 ms warm, with a peer query in the same run. */
export const row: Row = { name: 'heat', size: null, run: heat }

function heat(): Line[] {
  globalThis.gc?.()
  const before = process.memoryUsage().arrayBuffers
  const started = performance.now()
  const { columns, areas } = events()
  const built = performance.now() - started
  globalThis.gc?.()
  const megabytes = (process.memoryUsage().arrayBuffers - before) / 1e6
  const grids = areaCells(areas, 'grid'), hexagons = hexagonCells(columns, 9)
  const choice = { kinds: columns.kinds.map((_, kind) => kind), from: 0, to: 0, inside: null }
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const database = connect(join(folder, 'events.sqlite'))
  try {
    fill(database, columns)
    const byGrid = database.prepare<[], { area: number; times: number; resolved: number }>('SELECT area, sum(times) AS times, sum(resolved) AS resolved FROM event WHERE month = 0 GROUP BY area')
    const byHexagon = database.prepare<[], { hexagon: number; times: number }>('SELECT hexagon, sum(times) AS times FROM event WHERE month = 0 GROUP BY hexagon')
    checkSame(columns, sumEvents(columns, grids, choice, 'resolved').value, byGrid.all(), grids.of)
    const times = interleaved({
      grids: () => { sumEvents(columns, grids, choice, 'resolved') }, hexagons: () => { sumEvents(columns, hexagons, choice, 'times') }, bare: () => { bare(columns, side * side + 1) },
      sqliteGrids: () => { byGrid.all() }, sqliteHexagons: () => { byHexagon.all() },
    })
    const shielding = performance.now()
    const blocks = eventBlocks(columns, areas, 10)
    const shielded = performance.now() - shielding
    return [
      { work: 'columns of 1,000,000 events', milliseconds: built, note: `record by record, with H3 for 20,000 places; ${(megabytes * 1e6 / size).toFixed(0)} bytes an event` },
      { work: 'one month of 1,000,000 events by grid', milliseconds: times.grids, ratio: times.grids / times.bare, goal: { atMost: 4 }, note: `of a bare loop of ${times.bare.toFixed(1)} ms` },
      { work: 'the same by hexagon', milliseconds: times.hexagons, ratio: times.hexagons / times.bare, goal: { atMost: 5 }, note: 'of the bare loop' },
      { work: 'SQLite GROUP BY of the same rows by grid, over a covering index', milliseconds: times.sqliteGrids, ratio: times.sqliteGrids / times.grids, goal: { atLeast: 3 }, note: 'times the product' },
      { work: 'SQLite GROUP BY of the same rows by hexagon', milliseconds: times.sqliteHexagons, ratio: times.sqliteHexagons / times.hexagons, goal: { atLeast: 3 }, note: 'times the product' },
      { work: 'put them together into blocks of 10', milliseconds: shielded, note: `${blocks.seated.count.toLocaleString('en')} blocks; once a load, for leaders` },
    ]
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function events(): { columns: EventColumns; areas: AreaColumns } {
  const areas = gridAreas()
  const collector = eventCollector(areas, h3, (area) => (area < side * side ? [116 + (area % side) * 0.003, 39.8 + Math.floor(area / side) * 0.003] : null))
  const random = seededRandom(1)
  for (let i = 0; i < size; i++) {
    const times = 1 + Math.floor(random() * 5), place = Math.floor(random() * 20_000), stream = i % 2 === 0 ? 'request' : 'service'
    const event: EventCount = {
      id: '', stream, month, category: String(i % 3), area: null, position: i % 3 === 0 ? [116 + (place % 141) * 0.002, 39.8 + Math.floor(place / 141) * 0.002] : null,
      times, people: stream === 'service' ? times * 8 : null, responded: stream === 'request' ? times : null, resolved: stream === 'request' ? times - 1 : null, satisfied: stream === 'request' ? 0 : null, source: 'bench', date: null,
    }
    collector.add(event, Math.floor(random() * side * side))
  }
  return { columns: collector.finish(), areas }
}

/** Grids and the city above them. */
function gridAreas(): AreaColumns {
  const count = side * side + 1
  const codes = Array.from({ length: count }, (_, i) => String(i))
  return {
    count, codes, names: codes, levels: Uint8Array.from(codes, (_, i) => (i === count - 1 ? 0 : 5)), parents: Int32Array.from(codes, (_, i) => (i === count - 1 ? -1 : count - 1)),
    squareMetres: new Float64Array(count).fill(90_000), byCode: new Map(codes.map((code, i) => [code, i])),
  }
}

/** What any such sum must do: read a place and a count, and add. */
function bare({ area, times, count }: EventColumns, cells: number): Int32Array {
  const sums = new Int32Array(cells + 1)
  for (let row = 0; row < count; row++) sums[area[row]] += times[row]
  return sums
}

function fill(database: Connection, { count, area, hexagon, times, resolved }: EventColumns): void {
  database.exec('CREATE TABLE event (month INTEGER, area INTEGER, hexagon INTEGER, times INTEGER, resolved INTEGER)')
  const insert = database.prepare<number[]>('INSERT INTO event VALUES (0, ?, ?, ?, ?)')
  database.exec('BEGIN')
  for (let row = 0; row < count; row++) insert.run(area[row], hexagon[row], times[row], Math.max(0, resolved[row]))
  database.exec('COMMIT')
  database.exec('CREATE INDEX by_area ON event (month, area, times, resolved)')
  database.exec('CREATE INDEX by_hexagon ON event (month, hexagon, times)')
  database.exec('ANALYZE')
}

function checkSame(columns: EventColumns, sums: Int32Array, rows: readonly { area: number; resolved: number }[], cellOf: Int32Array): void {
  for (const { area, resolved } of rows) if (sums[cellOf[area]] !== resolved) throw new Error(`grid ${area}: the product says ${sums[cellOf[area]]}, SQLite ${resolved} of ${columns.count} events`)
}
