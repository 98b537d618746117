import type { Gate } from '../model/building.ts'
import type { Versions } from '../model/city.ts'
import type { Facility } from '../model/facility.ts'
import type { BuildingCounts } from '../model/overlay.ts'
import type { BuildingColumns, City, FacilityColumns } from './columns.ts'
import { lockKindOf, noCategory, unknownSeats } from './columns.ts'
import { checkCounts } from './counts.ts'
import { carryFootings } from './footing.ts'
import { homeKinds, homeKindWith } from './home.ts'
import { landOfHomes } from './land.ts'
import { project } from './plane.ts'
import { categoryIndex, ruleValue } from './question.ts'
import { carryCells } from './straight.ts'

/** A site and where it counts: index of its smallest area (areas.count = outside all) and of its estate (-1 = none). */
export type PlacedFacility = { facility: Facility; area: number; estate: number }

/**
 * The city with some sites put and others gone; all columns but the sites' are shared, and so is what was worked out of streets and homes. A known id
 * keeps its dense index, also one that had gone before; a new one is appended. Errors: RangeError with got and expected.
 */
export function withFacilities(city: City, put: readonly PlacedFacility[], gone: readonly string[], versions: Versions): City {
  const after: City = { ...city, versions, facilities: revisedFacilities(city, put, gone) }
  carryFootings(city, after, 'walks')
  return after
}

/** The city with other counts in some buildings. Whose kind they change gains or loses its land; streets, snaps and reach stay. */
export function withResidents(city: City, counts: readonly BuildingCounts[], versions: Versions): City {
  const after: City = { ...city, versions, buildings: revisedBuildings(city, counts) }
  carryFootings(city, after, 'walks')
  carryCells(city, after)
  return after
}

/** The city with some gates locked otherwise. Streets and where buildings meet them stay; walks are searched anew. */
export function withGateLocks(city: City, locks: readonly { id: string; locked: Gate['locked'] }[], versions: Versions): City {
  const locked = city.gates.locked.slice()
  for (const lock of locks) {
    const gate = city.gates.ids.indexOf(lock.id)
    if (gate < 0) throw new RangeError(`gate to revise: expected the id of a gate, got ${lock.id}`)
    locked[gate] = lockKindOf(lock.locked)
  }
  const after: City = { ...city, versions, gates: { ...city.gates, locked } }
  carryFootings(city, after, 'grounds')
  return after
}

function revisedFacilities(city: City, put: readonly PlacedFacility[], gone: readonly string[]): FacilityColumns {
  const old = city.facilities
  const indexes = new Map(old.ids.map((id, i) => [id, i]))
  const ids = [...old.ids]
  for (const { facility, area, estate } of put) {
    if (!(Number.isInteger(area) && area >= 0 && area <= city.areas.count)) throw new RangeError(`area of facility ${facility.id}: expected 0 to ${city.areas.count}, got ${area}`)
    if (!(Number.isInteger(estate) && estate >= -1 && estate < city.areas.count)) throw new RangeError(`estate of facility ${facility.id}: expected -1 to ${city.areas.count - 1}, got ${estate}`)
    if (indexes.has(facility.id)) continue
    indexes.set(facility.id, ids.length)
    ids.push(facility.id)
  }
  const columns: FacilityColumns = {
    count: ids.length, ids, names: [...old.names], admissions: [...old.admissions], byId: new Map(old.byId),
    category: longer(old.category, new Uint16Array(ids.length)), x: longer(old.x, new Float32Array(ids.length)), y: longer(old.y, new Float32Array(ids.length)),
    seats: longer(old.seats, new Int32Array(ids.length)), area: longer(old.area, new Int32Array(ids.length)), estate: longer(old.estate, new Int32Array(ids.length)),
  }
  const point = new Float64Array(2)
  for (const { facility, area, estate } of put) {
    const i = indexes.get(facility.id) ?? -1
    project(city.plane, facility.position[0], facility.position[1], point)
    columns.names[i] = facility.name
    columns.category[i] = categoryIndex(city.catalogue, facility.category)
    columns.x[i] = point[0]
    columns.y[i] = point[1]
    columns.admissions[i] = facility.admission
    columns.seats[i] = facility.capacity.seats ?? unknownSeats
    columns.area[i] = area
    columns.estate[i] = estate
    columns.byId.set(facility.id, i)
  }
  for (const id of gone) {
    const i = columns.byId.get(id)
    if (i === undefined) throw new RangeError(`facility that is gone: expected the id of a facility, got ${id}`)
    columns.category[i] = noCategory
    columns.names[i] = ''
    columns.byId.delete(id)
  }
  return columns
}

function longer<T extends Uint16Array | Float32Array | Int32Array>(old: T, room: T): T {
  room.set(old)
  return room
}

function revisedBuildings(city: City, counts: readonly BuildingCounts[]): BuildingColumns {
  const old = city.buildings
  const { residents } = old
  const columns: BuildingColumns = {
    ...old, kind: old.kind.slice(), counted: old.counted.slice(), households: old.households.slice(),
    residents: { all: residents.all.slice(), '60plus': residents['60plus'].slice(), '80plus': residents['80plus'].slice(), children: residents.children.slice() },
  }
  let kindsChange = false
  for (const row of counts) {
    checkCounts(city, row)
    const i = row.building, known = row.unknown !== true
    columns.residents.all[i] = known ? row.all : 0
    columns.residents['60plus'][i] = known ? row.over60 : 0
    columns.residents['80plus'][i] = known ? row.over80 : 0
    columns.residents.children[i] = known ? row.children : 0
    columns.households[i] = known ? row.households : 0
    columns.counted[i] = known && row.counted ? 1 : 0
    columns.kind[i] = homeKindWith(old.use[i], known ? row.all : null)
    if (columns.kind[i] !== old.kind[i]) kindsChange = true
  }
  if (kindsChange) {
    columns.landSquareMetres = landOfHomes({
      isHome: columns.kind.map((kind) => (kind === homeKinds.home ? 1 : 0)), estate: old.estate, floorSquareMetres: old.floorSquareMetres, areaSquareMetres: city.areas.squareMetres,
      floorAreaRatio: ruleValue(city.catalogue, 'floorAreaRatio'),
    })
  }
  return columns
}
