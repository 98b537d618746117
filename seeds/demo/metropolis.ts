import type { CityRecord } from '../../geodata/model/city.ts'
import type { Box } from '../../geodata/model/geometry.ts'
import { codesOf } from './codes.ts'
import { districtOf } from './district.ts'
import { facilityMaker } from './facilities.ts'
import { frameOf } from './frame.ts'
import type { Tile } from './frame.ts'
import { areasOf } from './grids.ts'
import { peopleOf } from './people.ts'
import { boxOf } from './plane.ts'
import type { Point } from './plane.ts'
import { areaRecords, buildingRecords, gateRecords, groundRecords, provenance, streetRecords } from './records.ts'
import type { Peopled } from './records.ts'
import { plainServices } from './plain.ts'
import { streetsOf } from './streets.ts'

/**
 * A metropolis: districts of the same grammar side by side, one river through the middle row, a railway through every second column.
 * Neighbours share their ring road to the vertex. One district is in memory at a time.
 */
export function metropolisOf(seed: number, buildings: number, districtBuildings: number): { box: Box; records: Iterable<CityRecord> } {
  const districts = Math.max(1, Math.round(buildings / districtBuildings))
  const columns = Math.ceil(Math.sqrt(districts * 0.9))
  const rows = Math.ceil(districts / columns)
  const tiles: Tile[] = Array.from({ length: districts }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)]
    return { seed, column, row, river: row === Math.floor(rows / 2), rail: column % 2 === 0 }
  })
  const corners = tiles.flatMap((tile): Point[] => {
    const frame = frameOf(tile)
    return [...frame.south, ...frame.north, ...frame.west, ...frame.east]
  })
  return { box: boxOf(corners, 0.005), records: { [Symbol.iterator]: () => records(tiles) } }
}

function* records(tiles: readonly Tile[]): Generator<CityRecord> {
  yield { kind: 'area', record: { ...provenance, code: '990000', level: 'city', name: '演示市', parent: null, boundary: null } }
  for (const [place, tile] of tiles.entries()) yield* districtRecords(tile, place)
}

function* districtRecords(tile: Tile, place: number): Generator<CityRecord> {
  const district = districtOf(tile)
  const people = district.sites.map((site, index) => peopleOf(site, tile.seed, `${tile.column} ${tile.row} ${index}`))
  const areas = areasOf(district, people)
  const key = `d${place + 1}`
  const name = `第${place + 1}区`
  const peopled: Peopled = { district, people, areas, codes: codesOf(tile, areas, place), key, name, streetNames: ['一', '二', '三'].map((part) => `${name}${part}街道`) }
  yield* areaRecords(peopled)
  yield* groundRecords(peopled)
  yield* streetRecords(peopled, streetsOf(district, { south: true, west: true, north: false, east: false }))
  yield* gateRecords(peopled)
  yield* buildingRecords(peopled)
  yield* plainServices(peopled, facilityMaker(key))
}
