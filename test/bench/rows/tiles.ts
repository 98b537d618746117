import { innerPoint } from '../../../geodata/kernel/inner.ts'
import { hilbertRank } from '../../../server/store/hilbert.ts'
import { tileEncoder, type TileEncoder } from '../../../server/tiles/encode-tile.ts'
import { unitsEast, unitsSouth } from '../../../server/tiles/mercator.ts'
import { tagDictionary } from '../../../server/tiles/tag-dictionary.ts'
import { tileLayerBuilder } from '../../../server/tiles/tile-layer.ts'
import { median, type Line, type Row } from '../row.ts'
import { townRecords } from '../townRecords.ts'

/** BENCH.md: encode p99 3 ms, no tile over 500 kB, growth at most n^1.05. Building tiles of zoom 15, with gzip, every tile of the town once. */
const sizes = [10_000, 100_000, 1_000_000] as const
const zoom = 15

export const row: Row = { name: 'tiles', size: null, run: tileEncoding }

function tileEncoding(): Line[] {
  const totals: number[] = []
  const lines: Line[] = []
  for (const size of sizes) {
    const town = townOf(size)
    // The first walk warms the code and is not counted; then five, of which the middle one counts.
    encodeAll(town)
    const walks = Array.from({ length: 5 }, () => encodeAll(town))
    const milliseconds = median(walks.map((walk) => walk.total))
    totals.push(milliseconds)
    // A tile's time is the middle of its five, so that what else the machine does is not the tile's.
    const times = walks[0].times.map((_, tile) => median(walks.map((walk) => walk.times[tile]))).toSorted((a, b) => a - b)
    const { largest } = walks[0]
    const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]
    lines.push({ work: `${times.length} tiles z${zoom} of ${size.toLocaleString('en')} polygons, gzip`, milliseconds, note: `p50 ${at(0.5).toFixed(2)} ms, largest ${Math.round(largest / 1000)} kB` })
    if (size === 1_000_000) {
      lines.push({ work: 'encode p99, milliseconds', ratio: at(0.99), goal: { atMost: 3 } })
      lines.push({ work: 'largest tile, kB', ratio: largest / 1000, goal: { atMost: 500 } })
    }
  }
  return [...lines, { work: 'growth of the tiles, 10k to 1M (exponent)', ratio: Math.log(totals[2] / totals[0]) / Math.log(100), goal: { atMost: 1.05 } }]
}

type Town = { encode: TileEncoder['encode']; columns: [number, number]; rows: [number, number] }

function townOf(size: number): Town {
  const dictionary = tagDictionary()
  const layer = tileLayerBuilder('buildings', 'polygon', ['storeys', 'home', 'name', 'use'], dictionary, ['name', 'use'])
  const houses = [...townRecords(size)].flatMap((one) => (one.kind === 'building' ? [one.record] : []))
  const ranks = new Map(houses.map((house) => [house, hilbertRank(innerPoint(house.footprint))]))
  for (const house of houses.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))) layer.shape(house.footprint, 13, [house.storeys, 1, house.name || null, house.use])
  const corners = houses.map((house) => house.footprint[0][0][0])
  const columns = corners.map(([lon]) => unitsEast(lon) >> (31 - zoom)), rows = corners.map(([, lat]) => unitsSouth(lat) >> (31 - zoom))
  const range = (values: number[]): [number, number] => [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]
  const none = { dictionary, layers: [] }
  return { encode: tileEncoder({ base: none, buildings: { dictionary, layers: [layer.finish()] }, outlines: none, places: none, publicPlaces: none }).encode, columns: range(columns), rows: range(rows) }
}

function encodeAll({ encode, columns, rows }: Town): { total: number; times: number[]; largest: number } {
  const times: number[] = []
  let largest = 0
  for (let column = columns[0]; column <= columns[1]; column++) {
    for (let line = rows[0]; line <= rows[1]; line++) {
      const start = performance.now()
      const bytes = encode('buildings', zoom, column, line)
      times.push(performance.now() - start)
      largest = Math.max(largest, bytes?.length ?? 0)
    }
  }
  return { total: times.reduce((sum, time) => sum + time, 0), times, largest }
}
