import type { PlacedFacility } from '../../geodata/kernel/revise.ts'
import { withFacilities, withGateLocks, withResidents } from '../../geodata/kernel/revise.ts'
import type { Gate } from '../../geodata/model/building.ts'
import type { EditableKind, Versions } from '../../geodata/model/city.ts'
import type { BuildingCounts } from '../../geodata/model/overlay.ts'
import type { Facility } from '../../geodata/model/facility.ts'
import { countsAtLoad } from '../security/counts-at-load.ts'
import { visibleReading } from '../security/visible-reading.ts'
import { shanghaiDay } from '../store/day.ts'
import type { Reading, Store } from '../store/store.ts'
import { withSites } from './hours/hours-of.ts'
import type { OpenCity } from './open-city.ts'
import { carryLists } from './records/listed.ts'
import { finderOf } from './records/place.ts'
import { carryHomeNames } from './venues/home-names.ts'
import { carryVenues } from './venues/venue-list.ts'

/** More records than this are read faster as a whole. */
const mostRecords = 5000

/**
 * The city after what was written since, sharing what that leaves alone: a telephone shares everything, a site its category's row, counts the reach.
 * Null: shapes, streets, the catalogue or a whole load are among it, and the city is to be opened anew.
 */
export async function reviseCity(open: OpenCity, store: Store, day: string = shanghaiDay()): Promise<OpenCity | null> {
  const view = visibleReading(await store.snapshot())
  try {
    const [identity, catalogue, versions, born, validityEdge, changes] = [
      await view.identity(), await view.catalogue(), await view.versions(), await view.born(), await view.validityEdge(day), await view.changesAfter(open.lastChange),
    ]
    // States, clocks and cards rest on the days off: once a year all of it is read anew.
    if (JSON.stringify(catalogue?.holidays) !== JSON.stringify(open.catalogue.holidays)) return null
    if (!identity || catalogue?.version !== open.catalogue.version || born !== open.born || changes.whole || changes.records.length > mostRecords) return null
    const loads = (await store.changes(changes.last - open.lastChange)).some((line) => line.id > open.lastChange && line.counts !== null)
    const changed = byKind(changes.records)
    // Without a load only counts can have touched the shapes: who is known to live there makes a building a home.
    if (versions.geometry !== open.versions.geometry && (loads || !changed.has('building'))) return null
    const locks = await gateLocks(open, view, changed.get('gate') ?? [])
    if (versions.network !== open.versions.network && (loads || locks === null)) return null

    const ended = validityEdge === open.validityEdge ? [] : await beganOrEnded(view, open.day, day)
    const facilities = [...new Set([...(changed.get('facility') ?? []), ...ended])]
    let { city, hours } = open
    if (siteVersions(versions) !== siteVersions(open.versions) || ended.length > 0) {
      const sites = await sitesNow(open, view, facilities, day)
      if (!explained(open, versions, sites.categories)) return null
      city = withFacilities(city, sites.put, sites.gone, versions)
      hours = withSites(hours, sites.put.map(({ facility }) => facility), sites.gone)
    }
    if (versions.residents !== open.versions.residents || versions.geometry !== open.versions.geometry) {
      const counts = await countsNow(open, view, changed.get('building') ?? [])
      if (counts.length === 0) return null
      city = withResidents(city, counts, versions)
    }
    if (versions.network !== open.versions.network) city = withGateLocks(city, locks ?? [], versions)
    const base = versions.residents === open.versions.residents ? open.base : await countsAtLoad(view, open.ids)
    const after: OpenCity = { ...open, city, hours, base, identity, catalogue, versions, validityEdge, day, lastChange: changes.last, counts: loads ? await view.counts() : changed.has('unit') ? { ...open.counts, unit: await unitCount(view) } : open.counts, lists: { ...open.lists, byKind: new Map() } }
    if (loads) await renameAreas(after, view)
    carryLists(open, after, changed)
    carryVenues(open, after, changed)
    carryHomeNames(open, after)
    return after
  } finally {
    view.close()
  }
}

/** Of the counts only this one is told between two loads; counting all would read every row of the registers. */
async function unitCount(view: Reading): Promise<number> {
  let count = 0
  for await (const _ of view.units(null)) count++
  return count
}

function byKind(records: readonly { kind: EditableKind; id: string }[]): Map<EditableKind, string[]> {
  const ids = new Map<EditableKind, string[]>()
  for (const { kind, id } of records) ids.set(kind, [...(ids.get(kind) ?? []), id])
  return ids
}

/** What sites rest on: place, admission, hours, and the names that maps and lists show. */
const siteVersions = ({ categories, places }: Versions): string => JSON.stringify([categories, places])

/** Locks as they are now, of gates that the city knows and that stand where they stood; null: a gate came, went or moved, and the streets are cut otherwise. */
async function gateLocks(open: OpenCity, view: Reading, ids: readonly string[]): Promise<{ id: string; locked: Gate['locked'] }[] | null> {
  const locks: { id: string; locked: Gate['locked'] }[] = []
  for (const id of ids) {
    const gate = await view.record('gate', id)
    const lines = (await view.history('gate', id, { limit: mostRecords })).filter((line) => line.id > open.lastChange)
    const stayed = lines.every(({ before, after }) => before && after && String(before.position) === String(after.position))
    if (!stayed || !gate || !('locked' in gate)) return null
    locks.push({ id, locked: gate.locked })
  }
  return locks
}

/** Sites whose first or last day has come since. */
async function beganOrEnded(view: Reading, since: string, day: string): Promise<string[]> {
  const ids: string[] = []
  const within = (edge: string | null): boolean => edge !== null && edge > since && edge <= day
  for await (const { id, validFrom, validTo } of view.facilities(null)) if (within(validFrom) || within(validTo)) ids.push(id)
  return ids
}

type Sites = { put: PlacedFacility[]; gone: string[]; categories: Set<string> }

async function sitesNow(open: OpenCity, view: Reading, ids: readonly string[], day: string): Promise<Sites> {
  const sites: Sites = { put: [], gone: [], categories: new Set() }
  const { facilities } = open.city
  for (const id of ids) {
    const known = facilities.byId.get(id)
    if (known !== undefined) sites.categories.add(open.catalogue.categories[facilities.category[known]].code)
    const facility = await view.facility(id)
    if (facility) sites.categories.add(facility.category)
    if (facility && isValid(facility, day)) sites.put.push({ facility, ...(await (await finderOf(open)).find(facility.position)) })
    else if (known !== undefined) sites.gone.push(id)
  }
  return sites
}

const isValid = ({ validFrom, validTo }: Facility, day: string): boolean => (validFrom === null || validFrom <= day) && (validTo === null || validTo > day)

/** Whether the sites that changed account for every category whose version did. A site that was of two kinds between two looks does not, and then the city is read anew. */
function explained(open: OpenCity, versions: Versions, categories: ReadonlySet<string>): boolean {
  return Object.entries(versions.categories).every(([code, version]) => version === (open.versions.categories[code] ?? 0) || categories.has(code))
}

async function countsNow(open: OpenCity, view: Reading, ids: readonly string[]): Promise<BuildingCounts[]> {
  const counts: BuildingCounts[] = []
  for (const id of ids) {
    const building = open.ids.find(id)
    const record = await view.record('building', id)
    if (building === null || !record || !('residents' in record)) continue
    const { residents } = record
    counts.push(residents ? { building, all: residents.all, over60: residents.over60, over80: residents.over80, children: residents.children, households: residents.households, counted: residents.counted } : { building, all: 0, over60: 0, over80: 0, children: 0, households: 0, counted: false, unknown: true })
  }
  return counts
}

/** In a list of its own, so that whoever still reads the old one is not disturbed. */
async function renameAreas(open: OpenCity, view: Reading): Promise<void> {
  const { areas } = open.city
  const names = [...areas.names]
  for await (const area of view.areas()) {
    const index = areas.byCode.get(area.code)
    if (index !== undefined) names[index] = area.name
  }
  if (names.some((name, i) => name !== areas.names[i])) areas.names = names
}

