import type { Admission, Group } from '../model/facility.ts'
import type { Overlay, OverlaySite } from '../model/overlay.ts'
import { admits } from './admission.ts'
import type { City } from './columns.ts'
import { isStanding } from './columns.ts'
import { checkCounts } from './counts.ts'
import { project } from './plane.ts'
import { categoryIndex } from './question.ts'

/** A site as the start of a search: where it stands and for the residents of which areas. */
export type Source = {
  /** Index into city.facilities; from facilities.count on into overlay.added. */
  facility: number
  id: string
  x: number
  y: number
  /** Area indexes, sorted; empty: wherever they live. Equal text, equal areas. */
  onlyAreas: readonly number[]
  onlyKey: string
}

/** Sites of a category that admit the group and are not shut at the hour asked for; `any` = whether they admit or not, at any hour, and wherever one lives. */
export type Admitted = Group | 'any'

export function sourcesOf(city: City, overlay: Overlay, category: string, admitted: Admitted): Source[] {
  const { facilities } = city
  const wanted = categoryIndex(city.catalogue, category)
  const closed = new Set(overlay.closed)
  const changed = new Map(overlay.admissions.map((row) => [row.facility, row.admission]))
  const replaced = new Map(overlay.replaced.map((facility) => [facility.id, facility]))
  const isShut = (id: string): boolean => admitted !== 'any' && overlay.shut !== undefined && overlay.shut.has(id)
  const sources: Source[] = []
  const point = new Float64Array(2)
  for (let i = 0; i < facilities.count; i++) {
    const id = facilities.ids[i], other = replaced.size === 0 || !isStanding(facilities, i) ? undefined : replaced.get(id)
    if ((other ? categoryIndex(city.catalogue, other.category) : facilities.category[i]) !== wanted || closed.has(id) || isShut(id)) continue
    if (other) placeOf(city, other, point)
    put(city, sources, i, id, other ? point[0] : facilities.x[i], other ? point[1] : facilities.y[i], changed.get(id) ?? (other ?? { admission: facilities.admissions[i] }).admission, admitted)
  }
  overlay.added.forEach((facility, k) => {
    if (categoryIndex(city.catalogue, facility.category) !== wanted || closed.has(facility.id) || isShut(facility.id)) return
    placeOf(city, facility, point)
    put(city, sources, facilities.count + k, facility.id, point[0], point[1], changed.get(facility.id) ?? facility.admission, admitted)
  })
  return sources
}

/** The source an added site, or one of today's with another admission, would be; null: it is of another category, is shut or admits nobody asked about. */
export function sourceIfOpened(city: City, overlay: Pick<Overlay, 'shut'>, category: string, admitted: Admitted, what: { added: OverlaySite } | { facility: number; admission: Admission }): Source | null {
  const wanted = categoryIndex(city.catalogue, category), found: Source[] = []
  if ('added' in what) {
    const { added } = what, point = new Float64Array(2)
    if (categoryIndex(city.catalogue, added.category) !== wanted || overlay.shut?.has(added.id)) return null
    placeOf(city, added, point)
    put(city, found, city.facilities.count, added.id, point[0], point[1], added.admission, admitted)
  } else {
    const { facilities } = city, id = facilities.ids[what.facility]
    if (facilities.category[what.facility] !== wanted || overlay.shut?.has(id)) return null
    put(city, found, what.facility, id, facilities.x[what.facility], facilities.y[what.facility], what.admission, admitted)
  }
  return found[0] ?? null
}

/** The same city while no hour is asked. */
export function atAnyHour(overlay: Overlay): Overlay {
  if (!overlay.shut) return overlay
  const { shut: _, ...anyHour } = overlay
  return anyHour
}

/** Refuses an overlay that names what the city does not have: a misspelt id must not answer like today's city. */
export function checkOverlay(city: City, overlay: Overlay): void {
  const added = new Set(overlay.added.map((facility) => facility.id))
  for (const id of [...overlay.closed, ...overlay.admissions.map((row) => row.facility)]) {
    if (!city.facilities.byId.has(id) && !added.has(id)) throw new RangeError(`overlay: expected the id of a facility, got ${id}`)
  }
  for (const id of overlay.shut ?? []) if (!city.facilities.byId.has(id) && !added.has(id)) throw new RangeError(`overlay: expected the id of a facility that is shut, got ${id}`)
  for (const { id } of overlay.replaced) if (!city.facilities.byId.has(id)) throw new RangeError(`overlay: expected the id of a facility to replace, got ${id}`)
  for (const id of added) if (city.facilities.byId.has(id)) throw new RangeError(`overlay: expected a new id for an added facility, got ${id}`)
  for (const id of [...overlay.openedGates, ...overlay.lockedGates]) if (!city.gates.ids.includes(id)) throw new RangeError(`overlay: expected the id of a gate, got ${id}`)
  const shut = overlay.lockedGates.find((id) => overlay.openedGates.includes(id))
  if (shut !== undefined) throw new RangeError(`overlay: expected a gate to be opened or locked, got ${shut} for both`)
  for (const row of overlay.residents) checkCounts(city, row)
  for (const { facility, seats } of overlay.seats ?? []) {
    if (!city.facilities.byId.has(facility) && !added.has(facility)) throw new RangeError(`overlay: expected the id of a facility that has seats, got ${facility}`)
    if (seats !== null && !(Number.isInteger(seats) && seats >= 0)) throw new RangeError(`seats of ${facility}: expected a whole number from 0, got ${seats}`)
  }
}

function placeOf(city: City, facility: OverlaySite, point: Float64Array): void {
  project(city.plane, facility.position[0], facility.position[1], point)
  point[0] = Math.fround(point[0])
  point[1] = Math.fround(point[1])
}

function put(city: City, sources: Source[], facility: number, id: string, x: number, y: number, admission: Admission, admitted: Admitted): void {
  if (admitted === 'any') sources.push({ facility, id, x, y, onlyAreas: [], onlyKey: '' })
  else if (admits(admission, admitted)) {
    // Areas the city does not know hold nobody: the site then admits no one at all.
    const onlyAreas = admission.onlyAreas.flatMap((code) => city.areas.byCode.get(code) ?? []).toSorted((a, b) => a - b)
    if (admission.onlyAreas.length > 0 && onlyAreas.length === 0) return
    sources.push({ facility, id, x, y, onlyAreas, onlyKey: onlyAreas.join(' ') })
  }
}
