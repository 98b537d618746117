import type { Facility } from '../model/facility.ts'
import type { Position } from '../model/geometry.ts'
import type { Overlay, OverlaySite, Passage } from '../model/overlay.ts'
import type { Step } from '../model/step.ts'
import type { City } from './columns.ts'
import { isStanding, lockKinds } from './columns.ts'
import { footingOf } from './footing.ts'
import { nearestStreetMetres } from './nearestStreet.ts'
import { project, unproject } from './plane.ts'
import { ruleValue } from './question.ts'

export const stepErrorCodes = ['unknownFacility', 'unknownGate', 'unknownCategory', 'usedId', 'outsideCity', 'noStreet', 'badSeats', 'badAges', 'unknownArea', 'notLocked', 'passageLength'] as const
export type StepErrorCode = (typeof stepErrorCodes)[number]

/** A step that cannot be done; `step` counts from 0, `details` are the values of a sentence. */
export class StepError extends RangeError {
  readonly step: number
  readonly code: StepErrorCode
  readonly details: Readonly<Record<string, string | number | null>>
  constructor(step: number, code: StepErrorCode, details: Readonly<Record<string, string | number | null>>) {
    super(`step ${step + 1}: expected ${wanted[code]}, got ${details.found ?? 'none near'}`)
    this.name = 'StepError'
    this.step = step
    this.code = code
    this.details = details
  }
}

const wanted: Readonly<Record<StepErrorCode, string>> = {
  unknownFacility: 'the id of a facility that stands', unknownGate: 'the id of a gate', unknownCategory: 'a category of the catalogue', usedId: 'an id of its own', outsideCity: 'a place within the city',
  noStreet: 'metres to a walkable street within snapMetres', badSeats: 'a whole number of seats from 1', badAges: 'a youngest age not above the oldest', unknownArea: 'the code of an area', notLocked: 'a gate that is locked', passageLength: 'ends 1 to 200 m apart',
}

/** A way through a wall is short; a longer one is a street. */
export const longestPassageMetres = 200
/** Beyond this it is no longer told how far the nearest street is. */
const toldMetres = 2000

/**
 * The city with the steps done in their order, over `base`. `isOpen`: whether a rule of hours lets people in at the instant asked for; null: no hour is asked. At an instant the sites the
 * steps touch are shut or open by the hours of the step (null: at any hour), whatever `base` says of them; gates and passages that are not open then are left out.
 * Errors: StepError, with the number of the step.
 */
export function overlayOfSteps(city: City, base: Overlay, steps: readonly Step[], isOpen: ((hours: string) => boolean) | null): Overlay {
  const added = new Map(base.added.map((site) => [site.id, site])), replaced = new Map(base.replaced.map((site) => [site.id, site]))
  const admissions = new Map(base.admissions.map((row) => [row.facility, row.admission])), seats = new Map(base.seats?.map((row) => [row.facility, row.seats]))
  const closed = new Set(base.closed), opened = new Set(base.openedGates), locked = new Set(base.lockedGates), shut = new Set(base.shut)
  const passages = new Map(base.passages?.map((passage) => [passage.id, passage]))
  const spoken = new Set(base.openedGates)
  const placed = new Map(base.placed?.map((row) => [row.facility, row]))

  const letsIn = (hours: string | null): boolean => isOpen === null || hours === null || isOpen(hours)
  const setHours = (id: string, hours: string | null): void => {
    if (isOpen === null) return
    if (letsIn(hours)) shut.delete(id)
    else shut.add(id)
  }
  const standing = (step: number, id: string): void => {
    const at = city.facilities.byId.get(id)
    if (closed.has(id) || (!added.has(id) && (at === undefined || !isStanding(city.facilities, at)))) throw new StepError(step, 'unknownFacility', { found: id })
  }

  steps.forEach((step, number) => {
    switch (step.kind) {
      case 'add': {
        const { id, name, category, position, admission, hours } = step.site
        if (added.has(id) || city.facilities.byId.has(id)) throw new StepError(number, 'usedId', { found: id })
        if (!city.catalogue.categories.some(({ code }) => code === category)) throw new StepError(number, 'unknownCategory', { found: category })
        checkSeats(number, step.site.seats)
        checkAdmission(city, number, admission)
        checkPlace(city, number, position)
        added.set(id, { id, name, category, position, admission, hours, suspensions: [], capacity: { seats: step.site.seats, spareSeats: null, squareMetres: null } })
        return setHours(id, hours)
      }
      case 'move': {
        standing(number, step.facility)
        checkPlace(city, number, step.position)
        const site = added.get(step.facility)
        placed.delete(step.facility)
        if (site) added.set(step.facility, { ...site, position: step.position })
        else replaced.set(step.facility, { ...(replaced.get(step.facility) ?? siteOfToday(city, step.facility)), position: step.position })
        return
      }
      case 'close': {
        standing(number, step.facility)
        for (const change of [replaced, admissions, seats]) change.delete(step.facility)
        shut.delete(step.facility)
        // What the steps themselves added was never there.
        if (!added.delete(step.facility)) closed.add(step.facility)
        return
      }
      case 'admit': {
        standing(number, step.facility)
        checkAdmission(city, number, step.admission)
        const site = added.get(step.facility)
        if (site) added.set(step.facility, { ...site, admission: step.admission, ...(step.hours === null ? {} : { hours: step.hours }) })
        else admissions.set(step.facility, step.admission)
        if (step.hours !== null) setHours(step.facility, step.hours)
        return
      }
      case 'hours': {
        standing(number, step.facility)
        const site = added.get(step.facility), other = replaced.get(step.facility)
        if (site) added.set(step.facility, { ...site, hours: step.hours })
        if (other) replaced.set(step.facility, { ...other, hours: step.hours })
        return setHours(step.facility, step.hours)
      }
      case 'seats': {
        standing(number, step.facility)
        checkSeats(number, step.seats)
        const site = added.get(step.facility)
        if (site) added.set(step.facility, { ...site, capacity: { ...site.capacity, seats: step.seats } })
        else seats.set(step.facility, step.seats)
        return
      }
      case 'openGate': {
        const at = city.gates.ids.indexOf(step.gate)
        if (at < 0) throw new StepError(number, 'unknownGate', { found: step.gate })
        if (spoken.has(step.gate) || (city.gates.locked[at] === lockKinds.never && !locked.has(step.gate))) throw new StepError(number, 'notLocked', { found: step.gate })
        spoken.add(step.gate)
        if (!letsIn(step.hours)) return
        locked.delete(step.gate)
        opened.add(step.gate)
        return
      }
      case 'passage': {
        if (passages.has(step.id)) throw new StepError(number, 'usedId', { found: step.id })
        checkPlace(city, number, step.from)
        checkPlace(city, number, step.to)
        const metres = metresBetween(city, step.from, step.to)
        if (!(metres >= 1 && metres <= longestPassageMetres)) throw new StepError(number, 'passageLength', { found: Math.round(metres), most: longestPassageMetres })
        if (letsIn(step.hours)) passages.set(step.id, { id: step.id, from: step.from, to: step.to })
      }
    }
  })
  const listed = <T>(name: string, list: readonly T[], before: unknown): Record<string, readonly T[]> => (list.length > 0 || before !== undefined ? { [name]: list } : {})
  return {
    ...base, added: [...added.values()], closed: [...closed], replaced: [...replaced.values()], admissions: [...admissions].map(([facility, admission]) => ({ facility, admission })),
    openedGates: [...opened], lockedGates: [...locked], ...(base.shut || isOpen ? { shut } : {}),
    ...listed('placed', [...placed.values()], base.placed), ...listed('seats', [...seats].map(([facility, count]) => ({ facility, seats: count })), base.seats), ...listed<Passage>('passages', [...passages.values()], base.passages),
  }
}

/** What the columns know of a site of today. */
function siteOfToday({ facilities, catalogue, plane }: City, id: string): OverlaySite {
  const at = facilities.byId.get(id) ?? -1
  const seats = facilities.seats[at]
  const position: Facility['position'] = unproject(plane, facilities.x[at], facilities.y[at])
  return { id, name: facilities.names[at], category: catalogue.categories[facilities.category[at]].code, position, admission: facilities.admissions[at], capacity: { seats: seats < 0 ? null : seats, spareSeats: null, squareMetres: null } }
}

function checkSeats(step: number, seats: number | null): void {
  if (seats !== null && !(Number.isInteger(seats) && seats >= 1)) throw new StepError(step, 'badSeats', { found: seats })
}

function checkAdmission(city: City, step: number, { minAge, maxAge, onlyAreas }: Facility['admission']): void {
  if (minAge !== null && maxAge !== null && minAge > maxAge) throw new StepError(step, 'badAges', { found: `${minAge}–${maxAge}` })
  const unknown = onlyAreas.find((code) => !city.areas.byCode.has(code))
  if (unknown !== undefined) throw new StepError(step, 'unknownArea', { found: unknown })
}

/** A site stands within the city and where a street can be walked to. */
function checkPlace(city: City, step: number, [lon, lat]: Position): void {
  const [west, south, east, north] = city.box
  if (!(lon >= west && lon <= east && lat >= south && lat <= north)) throw new StepError(step, 'outsideCity', { found: `${lon.toFixed(5)}, ${lat.toFixed(5)}` })
  const place = new Float64Array(2)
  project(city.plane, lon, lat, place)
  const [x, y] = [Math.fround(place[0]), Math.fround(place[1])]
  if (footingOf(city, false, []).snapPlaces([{ x, y }]).edge[0] >= 0) return
  const metres = nearestStreetMetres(city, x, y)
  throw new StepError(step, 'noStreet', { found: metres !== null && metres <= toldMetres ? Math.round(metres) : null, most: ruleValue(city.catalogue, 'snapMetres') })
}

function metresBetween({ plane }: City, from: Position, to: Position): number {
  const a = new Float64Array(2), b = new Float64Array(2)
  project(plane, from[0], from[1], a)
  project(plane, to[0], to[1], b)
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}
