import type { BuildingCountsRecord, Gate } from '../../geodata/model/building.ts'
import type { Facility } from '../../geodata/model/facility.ts'
import { emptyOverlay, type BuildingCounts, type Overlay } from '../../geodata/model/overlay.ts'
import { lockKinds } from '../../geodata/kernel/columns.ts'
import type { OpenCity } from './open-city.ts'
import { finderOf } from './records/place.ts'
import { Refusal } from './refusal.ts'

/** The city of an answer: today's, or that of the end of a day with what is known of it. */
export type CityThen = {
  day: string | null
  overlay: Overlay
  /** Buildings whose counts were others, by id. */
  buildings: ReadonlyMap<string, BuildingCountsRecord>
}

export const today: CityThen = { day: null, overlay: emptyOverlay, buildings: new Map() }

/** Days kept at hand for each state of the city; an overlay holds what differs from today. */
const keptDays = 4
const kept = new WeakMap<OpenCity, Map<string, Promise<CityThen>>>()

/** Absent: today. Refusal asOfUnknown for a day the change log cannot speak of. */
export function cityThen(open: OpenCity, day: string | undefined): Promise<CityThen> {
  if (day === undefined) return Promise.resolve(today)
  const days = kept.get(open) ?? new Map<string, Promise<CityThen>>()
  kept.set(open, days)
  const known = days.get(day)
  if (known) return known
  const then = readThen(open, day)
  days.set(day, then)
  then.catch(() => days.delete(day))
  for (const oldest of days.keys()) if (days.size > keptDays) days.delete(oldest)
  return then
}

async function readThen(open: OpenCity, day: string): Promise<CityThen> {
  const known = await open.names.known()
  if (!known || day < known.from || day > known.to || !isDay(day)) throw new Refusal('asOfUnknown', { from: known?.from ?? null, to: known?.to ?? null, found: day })
  const earlier = await open.names.before(day)
  const of = (kind: string): [string, (typeof earlier)[number]['record']][] => earlier.flatMap((one) => (one.kind === kind ? [[one.id, one.record] as const] : [])).map(([id, record]) => [id, record])
  const sites = new Map(of('facility').map(([id, record]) => [id, record && 'category' in record ? record : null]))
  const gates = new Map(of('gate').map(([id, record]) => [id, record && 'locked' in record ? record : null]))
  const buildings = new Map(of('building').flatMap(([id, record]) => (record && 'residents' in record ? [[id, record] as const] : [])))
  return { day, buildings, overlay: { ...emptyOverlay, ...(await sitesThen(open, day, sites)), ...gatesThen(open, gates), residents: countsThen(open, buildings) } }
}

const isDay = (day: string): boolean => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)

/** Every site as it stood, where it was valid on that day, against the sites of today's city. */
async function sitesThen(open: OpenCity, day: string, changed: ReadonlyMap<string, Facility | null>): Promise<Pick<Overlay, 'added' | 'closed' | 'replaced' | 'placed'>> {
  const { byId } = open.city.facilities
  const added: Facility[] = [], closed: string[] = [], replaced: Facility[] = []
  const settle = (id: string, then: Facility | null, now: Facility | null): void => {
    const stood = then && isValid(then, day) ? then : null
    if (stood && !byId.has(id)) added.push(stood)
    else if (!stood && byId.has(id)) closed.push(id)
    else if (stood && now && differs(stood, now)) replaced.push(stood)
  }
  const seen = new Set<string>()
  for await (const now of open.names.facilities(null)) {
    seen.add(now.id)
    const then = changed.get(now.id)
    settle(now.id, then === undefined ? now : then, now)
  }
  for (const [id, then] of changed) if (!seen.has(id)) settle(id, then, null)
  const finder = await finderOf(open)
  const placed = await Promise.all([...added, ...replaced].map(async ({ id, position }) => ({ facility: id, ...(await finder.find(position)) })))
  return { added, closed, replaced, placed }
}

const isValid = ({ validFrom, validTo }: Facility, day: string): boolean => (validFrom === null || validFrom <= day) && (validTo === null || validTo > day)

const differs = (a: Facility, b: Facility): boolean => JSON.stringify([a.category, a.position, a.admission, a.name, a.capacity.seats, a.hours, a.suspensions]) !== JSON.stringify([b.category, b.position, b.admission, b.name, b.capacity.seats, b.hours, b.suspensions])

/** A gate that was not there yet stood in nobody's way. A locked one that has been removed since cannot be put back: no street is cut there any more. */
function gatesThen({ city }: OpenCity, changed: ReadonlyMap<string, Gate | null>): Pick<Overlay, 'openedGates' | 'lockedGates'> {
  const openedGates: string[] = [], lockedGates: string[] = []
  for (const [id, gate] of changed) {
    const index = city.gates.ids.indexOf(id)
    if (index < 0) continue
    const isLocked = city.gates.locked[index] === lockKinds.always, wasLocked = gate?.locked === 'always'
    if (wasLocked && !isLocked) lockedGates.push(id)
    if (!wasLocked && isLocked) openedGates.push(id)
  }
  return { openedGates, lockedGates }
}

function countsThen(open: OpenCity, buildings: ReadonlyMap<string, BuildingCountsRecord>): BuildingCounts[] {
  return [...buildings].flatMap(([id, { residents }]) => {
    const building = open.ids.find(id)
    if (building === null) return []
    if (!residents) return [{ building, all: 0, over60: 0, over80: 0, children: 0, households: 0, counted: false, unknown: true as const }]
    const { all, over60, over80, children, households, counted } = residents
    return [{ building, all, over60, over80, children, households, counted }]
  })
}
