import type { CityIdentity, CityRecord } from '../geodata/model/city.ts'
import type { Box } from '../geodata/model/geometry.ts'
import { codesOf } from './demo/codes.ts'
import { districtOf } from './demo/district.ts'
import { frameOf } from './demo/frame.ts'
import type { Tile } from './demo/frame.ts'
import { areasOf } from './demo/grids.ts'
import { peopleOf } from './demo/people.ts'
import { boxOf } from './demo/plane.ts'
import { areaRecords, buildingRecords, gateRecords, groundRecords, provenance, streetRecords } from './demo/records.ts'
import type { Peopled } from './demo/records.ts'
import { streetsOf } from './demo/streets.ts'

export type DemoCity = { identity: CityIdentity; box: Box; records: Iterable<CityRecord> }

/** An invented district, or with `buildings` an invented metropolis of about so many; the same seed gives the same bytes. */
export function demoCity({ seed }: { seed: number; buildings?: number }): DemoCity {
  const identity: CityIdentity = { name: '演示市柳浦区', demo: true, coding: 'statistical', attribution: '', mapApproval: '', sourceDate: provenance.date }
  const tile: Tile = { seed, column: 0, row: 0, river: true, rail: true }
  const frame = frameOf(tile)
  return { identity, box: boxOf([...frame.south, ...frame.east, ...frame.north, ...frame.west], 0.002), records: { [Symbol.iterator]: () => districtRecords(tile, 0) } }
}

function* districtRecords(tile: Tile, place: number): Generator<CityRecord> {
  const district = districtOf(tile)
  const people = district.sites.map((site, index) => peopleOf(site, tile.seed, `${tile.column} ${tile.row} ${index}`))
  const areas = areasOf(district, people)
  const peopled: Peopled = { district, people, areas, codes: codesOf(tile, areas, place), key: `d${place + 1}`, name: '柳浦区', streetNames: ['柳浦街道', '望澜街道', '枕溪街道'] }
  yield { kind: 'area', record: { ...provenance, code: peopled.codes.city, level: 'city', name: '演示市', parent: null, boundary: null } }
  yield* areaRecords(peopled)
  yield* groundRecords(peopled)
  yield* streetRecords(peopled, streetsOf(district))
  yield* gateRecords(peopled)
  yield* buildingRecords(peopled)
}
