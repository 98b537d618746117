import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Facility } from '../../../geodata/model/facility.ts'
import type { DraftLine } from '../draft.ts'
import type { Home } from '../homes.ts'
import type { Point } from '../plane.ts'
import { toPosition } from '../plane.ts'
import type { Peopled } from '../records.ts'
import type { Services } from '../services.ts'
import { centreOf, distance } from '../shapes.ts'
import type { Walks } from '../walk.ts'
import { addressesOf } from './addresses.ts'
import { cellsOf } from './cells.ts'
import { dress } from './dress.ts'
import type { Evening } from './evening.ts'
import { eveningOf } from './evening.ts'
import type { Suppers, Table } from './suppers.ts'
import { suppersOf } from './suppers.ts'

/** Every place with its hours and offer; the stories of the hours are told by whom. */
export type Venues = { records: CityRecord[]; suppers: Suppers; evening: Evening | null }

/** `names`: of the communities, in their order. */
export function venuesOf(peopled: Peopled, services: Services, homes: readonly Home[], walks: Walks, lines: readonly DraftLine[], names: readonly string[], seed: number): Venues {
  const { communities } = peopled.areas
  const found = services.records.flatMap((each) => (each.kind === 'facility' ? [each.record] : []))
  const evening = eveningOf(services, found, communities, homes, walks)
  const moved = new Map((evening?.exchanged ?? []).flatMap(([room, shop]) => [[room, shop], [shop, room]]))
  const door = (id: string): Point => services.doors.get(moved.get(id) ?? id) ?? [0, 0]
  const facilities = found.map((each) => (moved.has(each.id) ? { ...each, position: toPosition(door(each.id)) } : each))
  const suppers = suppersOf(tablesOf(facilities, door, services.stories.riverCanteen), homes, walks)
  const addressAt = addressesOf(lines)
  const natures = new Map(services.units.map(({ id, nature }) => [id, nature]))
  const nearest = nearestCommunity(peopled)
  const dressed = dress(facilities, {
    seed, suppers, evening, address: (id) => addressAt(door(id)), community: (id) => names[nearest(door(id))] ?? '', nature: (unit) => natures.get(unit ?? '') ?? null,
  })
  let next = 0
  return { records: services.records.map((each) => (each.kind === 'facility' ? { kind: 'facility', record: dressed[next++] } : each)), suppers, evening }
}

/** Canteens that let older residents in, wherever they live. */
function tablesOf(facilities: readonly Facility[], door: (id: string) => Point, settled: string): Table[] {
  const open = facilities.filter(({ category, admission: { audience } }) => category === 'canteen' && (audience === 'everyone' || audience === 'retired'))
  return open.map(({ id, unit }) => ({ id, door: door(id), own: unit === null, settled: id === settled }))
}

/** No door lies farther from every building of its community. */
const farthestHouseMetres = 400

/** The community of the building nearest to a door, by its number; -1 where there is none. */
function nearestCommunity({ district, areas }: Peopled): (door: Point) => number {
  const houses = areas.communities.flatMap(({ sites }, community) => sites.flatMap((site) => district.sites[site].buildings.map(({ rings }) => ({ community, at: centreOf(rings[0]) }))))
  const around = cellsOf(houses, ({ at: [x, y] }) => [x, y, x, y])
  return (door) => {
    let [best, least] = [-1, Infinity]
    for (const { community, at } of around(door, farthestHouseMetres)) {
      const metres = distance(at, door)
      if (metres < least) [best, least] = [community, metres]
    }
    return best
  }
}
