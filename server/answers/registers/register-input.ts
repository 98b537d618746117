import type { Reader } from '../../../geodata/contract/exchange.ts'
import type { AreaColumns, City } from '../../../geodata/kernel/columns.ts'
import { homeKinds } from '../../../geodata/kernel/home.ts'
import { unproject } from '../../../geodata/kernel/plane.ts'
import { areaLevels, type AreaLevel } from '../../../geodata/model/area.ts'
import { standsOn, type Entry, type EntryOf } from '../../../geodata/model/entry.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { sheets, type SheetCode } from '../../../geodata/model/sheets/all.ts'
import type { AreaTree } from '../../../geodata/registers/protect.ts'
import { grouped } from '../../../geodata/registers/grouped.ts'
import { operatingCommunity } from '../../../geodata/registers/twoNew/operatingCommunity.ts'
import type { RegisterArea, RegisterAreas, RegisterInput } from '../../../geodata/registers/register.ts'
import { viewOf } from '../../security/visibility.ts'
import type { OpenCity } from '../open-city.ts'
import { finderOf } from '../records/place.ts'
import { Refusal } from '../refusal.ts'
import { eventTotals } from './event-totals.ts'
import { registerRecords, type RegisterRecords } from './register-records.ts'

/** Where and when a register is asked about. */
export type RegisterAsk = { area: string | null; day: string }

/** The last day of a month, or today. */
export const dayOf = (open: OpenCity, month: string | undefined): string => (month === undefined ? open.day : lastDayOf(month))

/** A month yyyy-mm -> its last day. */
export function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

/** Everything as it stood on the day, cut to the asked area. Refusal: unknownArea. */
export async function registerInput(open: OpenCity, { area, day }: RegisterAsk, reader: Reader): Promise<RegisterInput> {
  const records = await registerRecords(open)
  const areas = await registerAreas(open, area)
  const isInside = insideOf(open, area)
  const communityOf = communityCodes(open, await placesOf(open))
  const unitsInside = (unit: string | null): boolean => {
    const record = unit === null ? null : (records.units.get(unit) ?? null)
    return record !== null && isInside(areas.communityAt(record)?.code ?? null)
  }
  /** Rows without an area of their own are where what they belong to is. */
  const belongs = (entry: Entry): boolean => {
    if (area === null) return true
    if (entry.area !== null) return isInside(entry.area)
    const parent = parentOf(entry, records.byId)
    if (parent) return belongs(parent)
    return unitsInside(entry.unit)
  }
  const ever = <S extends SheetCode>(sheet: S): readonly EntryOf<S>[] => (records.bySheet.get(sheet) ?? []).filter(belongs) as unknown as EntryOf<S>[]
  const view = viewOf(open, reader, area)
  const shown = <T extends Placed>(all: ReadonlyMap<string, T>): T[] => (area === null ? [...all.values()] : placedIn(all, communityOf, isInside)).filter((one) => standsOn(one, day))
  const entry = (id: string): Entry | null => records.byId.get(id) ?? null
  const everyOrganisation = records.organisations.filter((one) => standsOn(one, day))
  return {
    catalogue: open.catalogue, day, areas, events: await eventTotals(open, view.shield !== null),
    ever, rows: (sheet) => ever(sheet).filter((row) => standsOn(row, day)),
    entry, unit: (id) => records.units.get(id) ?? null, facility: (id) => records.facilities.get(id) ?? null,
    units: shown(records.units), facilities: shown(records.facilities), organisations: everyOrganisation.filter((one) => area === null || isInside(operatingCommunity(one, { areas, entry }))), everyOrganisation,
    residents(code) {
      const at = open.city.areas.byCode.get(code)
      if (at === undefined) return null
      const sums = sumsOf(view.city)
      // Estates cut across grids: their figures are for those who are told exact ones.
      const of = (figure: 'all' | '60plus' | 'households', count: number): number | null => (view.shield && (open.city.areas.levels[at] === estateLevel || view.shield.inexact[figure][at] === 1) ? null : count)
      return { all: of('all', sums.all[at]), over60: of('60plus', sums.over60[at]), households: of('households', sums.households[at]) }
    },
  }
}

/** The areas that partition the city, as a tree for `protect`; grids and estates side by side would count persons twice, so estates are left out. */
export function areaTree({ city: { areas } }: OpenCity): AreaTree {
  const children = new Map<number, number[]>()
  for (let at = 0; at < areas.count; at++) if (areas.levels[at] !== estateLevel) children.set(areas.parents[at], [...(children.get(areas.parents[at]) ?? []), at])
  const node = (at: number): AreaTree => ({ code: areas.codes[at], children: (children.get(at) ?? []).map(node) })
  return { code: '', children: (children.get(-1) ?? []).map(node) }
}

const estateLevel = areaLevels.indexOf('estate')

function parentOf(entry: Entry, byId: ReadonlyMap<string, Entry>): Entry | null {
  const fields = sheets[entry.sheet].fields as Readonly<Record<string, { kind: string; to?: string; many?: true }>>
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== 'reference' || field.many || field.to === undefined || !(field.to in sheets)) continue
    const id = entry.fields[name]
    const parent = typeof id === 'string' && id !== entry.id ? byId.get(id) : undefined
    if (parent) return parent
  }
  return null
}

function insideOf({ city: { areas } }: OpenCity, area: string | null): (code: string | null) => boolean {
  if (area === null) return () => true
  const target = areas.byCode.get(area)
  if (target === undefined) throw new Refusal('unknownArea', { parameter: 'area', found: area })
  return (code) => {
    for (let at = code === null ? undefined : areas.byCode.get(code); at !== undefined && at >= 0; at = areas.parents[at]) if (at === target) return true
    return false
  }
}

async function registerAreas(open: OpenCity, asked: string | null): Promise<RegisterAreas> {
  const { areas } = open.city
  const isInside = insideOf(open, asked)
  const places = await placesOf(open)
  const one = (at: number): RegisterArea => ({ code: areas.codes[at], name: areas.names[at], level: areaLevels[areas.levels[at]], parent: areas.parents[at] < 0 ? null : areas.codes[areas.parents[at]], centre: centreOf(open, at) })
  const listed = new Map<AreaLevel, RegisterArea[]>()
  const above = (from: number | undefined, level: (typeof areaLevels)[number]): RegisterArea | null => {
    for (let at = from; at !== undefined && at >= 0 && at < areas.count; at = areas.parents[at]) if (areaLevels[areas.levels[at]] === level) return one(at)
    return null
  }
  return {
    at(level) {
      const found = listed.get(level) ?? (byLevel(areas).get(level) ?? []).filter((at) => isInside(areas.codes[at])).map(one)
      listed.set(level, found)
      return found
    },
    of: (code) => { const at = areas.byCode.get(code); return at === undefined ? null : one(at) },
    above: (code, level) => above(areas.byCode.get(code), level),
    communityAt: ({ community, position }) => (community ? above(areas.byCode.get(community), 'community') : above(position ? places.get(position) : undefined, 'community')),
  }
}

const levelLists = new WeakMap<AreaColumns, ReadonlyMap<AreaLevel, readonly number[]>>()

/** Dense indexes of the areas of each level, by code. */
function byLevel(areas: AreaColumns): ReadonlyMap<AreaLevel, readonly number[]> {
  const known = levelLists.get(areas) ?? grouped(Array.from({ length: areas.count }, (_, at) => at).toSorted((a, b) => (areas.codes[a] < areas.codes[b] ? -1 : 1)), (at) => areaLevels[areas.levels[at]])
  levelLists.set(areas, known)
  return known
}

const placesByCity = new WeakMap<OpenCity['names'], ReadonlyMap<Position, number>>()
const placesByRecords = new WeakMap<RegisterRecords, Promise<ReadonlyMap<Position, number>>>()

type Placed = { position: Position | null; community?: string | null; validFrom: string | null; validTo: string | null }
const placedRecords = new WeakMap<ReadonlyMap<string, Placed>, ReadonlyMap<string | null, readonly { place: number; one: Placed }[]>>()

/** Records of the communities inside, in their own order; grouped once, so that a small area does not read all of a large city. */
function placedIn<T extends Placed>(all: ReadonlyMap<string, T>, communityOf: (one: T) => string | null, isInside: (code: string | null) => boolean): T[] {
  const known = placedRecords.get(all) as ReadonlyMap<string | null, readonly { place: number; one: T }[]> | undefined
  const groups = known ?? grouped([...all.values()].map((one, place) => ({ place, one })), ({ one }) => communityOf(one))
  placedRecords.set(all, groups)
  return [...groups].flatMap(([code, own]) => (isInside(code) ? own : [])).toSorted((a, b) => a.place - b.place).map(({ one }) => one)
}

/** The code that `communityAt` has, without the area around it: every site of the city is asked for every input. */
function communityCodes({ city: { areas } }: OpenCity, places: ReadonlyMap<Position, number>): (record: { community?: string | null; position: Position | null }) => string | null {
  const community = areaLevels.indexOf('community')
  return (record) => {
    const from = record.community ? areas.byCode.get(record.community) : record.position ? places.get(record.position) : undefined
    for (let at = from; at !== undefined && at >= 0 && at < areas.count; at = areas.parents[at]) if (areas.levels[at] === community) return areas.codes[at]
    return null
  }
}

/** Smallest area of every place there is, looked up once for each state of the records. */
export async function placesOf(open: OpenCity): Promise<ReadonlyMap<Position, number>> {
  const records = await registerRecords(open)
  const known = placesByRecords.get(records) ?? findPlaces(open, records)
  placesByRecords.set(records, known)
  return known
}

async function findPlaces(open: OpenCity, { units, facilities, organisations }: RegisterRecords): Promise<ReadonlyMap<Position, number>> {
  const finder = await finderOf(open)
  const places = new Map<Position, number>()
  // Of records that stayed as they were the place is known; areas only change with another city.
  const known = placesByCity.get(open.names)
  for (const { position } of [...units.values(), ...facilities.values(), ...organisations]) if (position) places.set(position, known?.get(position) ?? (await finder.find(position)).area)
  placesByCity.set(open.names, places)
  return places
}

/** Middle of the homes of an area; null: nobody lives there. */
function centreOf(open: OpenCity, area: number): Position | null {
  const { middles, centres } = sumsOf(open.city)
  const kept = centres.get(area)
  if (kept !== undefined) return kept
  const count = middles[3 * area + 2]
  const centre = count === 0 ? null : unproject(open.city.plane, middles[3 * area] / count, middles[3 * area + 1] / count)
  centres.set(area, centre)
  return centre
}

type Sums = { all: Float64Array; over60: Float64Array; households: Float64Array; /** x, y, homes by area. */ middles: Float64Array; /** By area, worked out when first asked for: every row of every register asks. */ centres: Map<number, Position | null> }
const known = new WeakMap<City, Sums>()

/** Persons, households and middle of the homes of every area, estates among them. */
function sumsOf(city: City): Sums {
  const kept = known.get(city)
  if (kept) return kept
  const { areas, buildings } = city
  const sums: Sums = { all: new Float64Array(areas.count), over60: new Float64Array(areas.count), households: new Float64Array(areas.count), middles: new Float64Array(3 * areas.count), centres: new Map() }
  const add = (area: number, i: number): void => {
    sums.all[area] += buildings.residents.all[i]
    sums.over60[area] += buildings.residents['60plus'][i]
    sums.households[area] += buildings.households[i]
    sums.middles[3 * area] += buildings.x[i]
    sums.middles[3 * area + 1] += buildings.y[i]
    sums.middles[3 * area + 2]++
  }
  for (let i = 0; i < buildings.count; i++) {
    if (buildings.kind[i] !== homeKinds.home) continue
    for (let at = buildings.area[i]; at >= 0 && at < areas.count; at = areas.parents[at]) add(at, i)
    if (buildings.estate[i] >= 0) add(buildings.estate[i], i)
  }
  known.set(city, sums)
  return sums
}
