import { homeKindOf, homeKinds } from '../../geodata/kernel/home.ts'
import type { Area } from '../../geodata/model/area.ts'
import type { Building, Gate } from '../../geodata/model/building.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { Facility, Unit } from '../../geodata/model/facility.ts'
import type { MultiPolygon } from '../../geodata/model/geometry.ts'
import { publicPosition } from '../answers/venues/venue-list.ts'
import type { Reading } from '../store/store.ts'

/** What a public file takes: a reading that hides what nobody may know of, the instant (ms) and day (ISO, in China) it is made, whether outlines of buildings are for the public. */
export type PublicSource = { city: Pick<Reading, 'areas' | 'buildings' | 'streets' | 'gates' | 'ground' | 'facilities' | 'units'>; catalogue: Catalogue; ms: number; day: string; outlines: boolean }

/**
 * What anyone is told without an account, record by record, and nothing else: no residents, storeys, codes or registers; units only where they own a place
 * of the finder; places only as their cards show them. Each field is named here: what a later release adds to a record stays in the house.
 */
export async function* publicRecords({ city, catalogue, ms, day, outlines }: PublicSource): AsyncIterable<CityRecord> {
  for await (const area of city.areas()) yield { kind: 'area', record: publicArea(area) }
  for await (const building of city.buildings()) yield { kind: 'building', record: publicBuilding(building, outlines) }
  for await (const { id, name, class: kind, line, walkable, steps, bridge, widthMetres, source, date } of city.streets()) yield { kind: 'street', record: { id, name, class: kind, line, walkable, steps, bridge, widthMetres, source, date } }
  for await (const gate of city.gates()) yield { kind: 'gate', record: publicGate(gate) }
  for await (const { id, kind, name, shape, source, date } of city.ground()) yield { kind: 'ground', record: { id, kind, name, shape, source, date } }
  const wished = new Set(catalogue.wishes.flatMap(({ categories }) => categories))
  const owners = new Set<string>()
  const places: Facility[] = []
  for await (const facility of city.facilities(day)) {
    if (!wished.has(facility.category)) continue
    places.push(publicPlace(facility, ms))
    if (facility.unit !== null) owners.add(facility.unit)
  }
  for await (const unit of city.units(day)) if (owners.delete(unit.id)) yield { kind: 'unit', record: publicUnit(unit) }
  // A unit that has gone, or has not come yet, is no owner to name.
  for (const place of places) yield { kind: 'facility', record: place.unit !== null && owners.has(place.unit) ? { ...place, unit: null } : place }
}

/** Lists that no page of the public reads are left empty. */
export const publicCatalogue = ({ version, categories, profiles, standards, rules, choices, holidays, wishes }: Catalogue): Catalogue => ({ version, categories, profiles, standards, rules, choices, holidays, wishes, slots: [], serviceItems: [], meetingRules: [] })

const publicArea = ({ code, level, name, parent, boundary, source, date }: Area): Area => ({ code, level, name, parent, boundary, source, date })

/** Where somebody may live: its name and doors, as near as anyone may know, which the question 您住哪个小区 tells too. Where nobody does: a shape. */
function publicBuilding(building: Building, outlines: boolean): Building {
  const { id, name, footprint, estate, entrances } = building, isHome = homeKindOf(building) !== homeKinds.other
  return {
    id, code: null, name: isHome ? name : '', footprint: outlines ? footprint.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => [rounded(lon), rounded(lat)]))) : boxAround(footprint), storeys: null,
    use: isHome ? 'residential' : 'other', estate, grid: null, entrances: isHome ? entrances.map(publicPosition) : [], residents: null, source: '', date: null,
  }
}

/** Six decimals, a tenth of a metre: what tiles of the nearest zoom show. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** About ten metres square, wherever and whatever the building is. */
function boxAround(footprint: MultiPolygon): MultiPolygon {
  const [lon, lat] = publicPosition(footprint[0][0][0])
  const [west, south, east, north] = [lon - halfBox, lat - halfBox, lon + halfBox, lat + halfBox].map(rounded)
  return [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]]
}

const halfBox = 5e-5

/** Ways on foot depend on when it is locked. */
const publicGate = ({ id, position, locked }: Gate): Gate => ({ id, name: '', position, estate: null, locked, source: '', date: null })

const publicUnit = ({ id, name, nature, position }: Unit): Unit => ({ id, name, nature, position: publicPosition(position), community: null, validFrom: null, validTo: null, source: '', date: null })

/** As its card shows it. What ended before is nobody's business. */
function publicPlace({ id, name, category, position, unit, admission, hours, phone, stepFree, offer, suspensions, validTo, source, date }: Facility, ms: number): Facility {
  const { address, prices, payments, bring, booking, delivers, halal, toilet, menu, programmes, checked } = offer
  const { audience, minAge, maxAge, onlyAreas } = admission
  return {
    id, name, category, position: publicPosition(position), unit, admission: { audience, minAge, maxAge, onlyAreas }, hours, phone, capacity: { seats: null, spareSeats: null, squareMetres: null }, stepFree,
    offer: { address, prices, payments, bring, booking, delivers, halal, toilet, menu, programmes, checked }, suspensions: suspensions.filter(({ until }) => until === null || Date.parse(until) > ms), validFrom: null, validTo, source, date,
  }
}
