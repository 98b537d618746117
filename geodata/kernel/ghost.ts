import { groups, type Admission, type Group } from '../model/facility.ts'
import type { Overlay } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import { admits } from './admission.ts'
import { asked, askedArea } from './asked.ts'
import type { ReachCache } from './cache.ts'
import { cacheOf } from './caches.ts'
import type { City } from './columns.ts'
import { cutByPart, partsWithSites } from './connected.ts'
import { footingFor } from './footing.ts'
import { homeKinds } from './home.ts'
import { membersOf } from './members.ts'
import { overlaid } from './overlaid.ts'
import { project } from './plane.ts'
import { reachedMetres } from './reached.ts'
import { reachRow } from './row.ts'
import type { Source } from './sources.ts'
import { answerStates, stateIndex } from './states.ts'
import { straightRow } from './straight.ts'

export type GhostMove = {
  /** From the site to the street; NaN: no walkable street within snapMetres, or the site is away. */
  snapMetres: number
  /** Residents of the asked group in the asked area: within the limit, and in all. */
  covered: number
  total: number
  /** By group, sites judged for that group; a group the site does not admit gains 0. Of the asked area. */
  gained: Record<Group, { residents: number }>
  buildingsGained: number
  /** Differences since the last move: building positions, in no order, and their new state (index in buildingStates). */
  changed: Int32Array
  states: Uint8Array
}

/** One site that is dragged over a city that stays. */
export type Ghost = {
  moveTo(lon: number, lat: number): GhostMove
  /** Takes the site away again. */
  leave(): GhostMove
}

/**
 * Equal to answerCoverage and answerStates of the overlay with the site added, to the last resident. A move costs one bounded row and what it touches: a site
 * that is added can only make a home better off, so that a byte for each group and the state without it are all that is held of a building.
 */
export function ghostOf(today: City, overlay: Overlay, question: Question, site: { category: string; admission: Admission }, cache: ReachCache = cacheOf(today)): Ghost {
  const { limitMetres, marginalMetres } = asked(today, overlay, question)
  const city = overlaid(today, overlay)
  const { count, kind, residents } = city.buildings
  const area = askedArea(city, question), footing = footingFor(city, overlay, question)
  const isAsked = site.category === question.category, isStraight = question.metric === 'straight'
  const without = answerStates(city, overlay, question, cache), shown = without.slice()
  const inArea = marked(count, area < 0 ? null : membersOf(city, [area])), livesRight = admittedHomes(city, site.admission)
  const bits = coveredBits(city, overlay, question, limitMetres, cache)
  const lets = groups.map((group) => isAsked && admits(site.admission, group))
  const own = groups.indexOf(question.group), persons = groups.map((group) => residents[group])
  const { covered, total } = standing(city, question.group, without, inArea)
  const parts = isStraight ? null : partsWithSites(city, overlay, question), cut = parts ? cutByPart(footing, without, stateIndex.cut) : null
  const { first, furtherBuilding, edgeOffsets, edgeItems } = footing.doors

  // Buildings shown in another state than without the site, and the number of the move that last touched a building.
  let others: number[] = [], before: number[] = []
  const touchedAt = new Int32Array(count)
  const gained = new Float64Array(groups.length), point = new Float64Array(2)
  let move = 0, buildingsGained = 0
  const changed: number[] = [], states: number[] = []

  const show = (building: number, state: number): void => {
    touchedAt[building] = move
    if (state !== without[building]) others.push(building)
    if (shown[building] === state) return
    shown[building] = state
    changed.push(building)
    states.push(state)
  }
  const begin = (): void => {
    move++
    ;[before, others] = [others, before]
    others.length = changed.length = states.length = buildingsGained = 0
    gained.fill(0)
  }
  const end = (snapMetres: number): GhostMove => {
    for (const building of before) if (touchedAt[building] !== move) show(building, without[building])
    return {
      snapMetres, covered: covered + gained[own], total, buildingsGained, changed: Int32Array.from(changed), states: Uint8Array.from(states),
      gained: Object.fromEntries(groups.map((group, g) => [group, { residents: gained[g] }])) as GhostMove['gained'],
    }
  }
  const reach = (source: Source): void => {
    const row = isStraight ? straightRow(city, source, marginalMetres) : reachRow(footing, source, marginalMetres)
    const { buildings, metres } = row
    for (let k = 0; k < buildings.length; k++) {
      const building = buildings[k]
      if (kind[building] !== homeKinds.home || (livesRight && livesRight[building] === 0)) continue
      const isWithin = metres[k] <= limitMetres
      if (isWithin && (!inArea || inArea[building] === 1)) {
        for (let g = 0; g < lets.length; g++) if (lets[g] && (bits[building] & (1 << g)) === 0) {
          gained[g] += persons[g][building]
          if (g === own) buildingsGained++
        }
      }
      if (!lets[own] || without[building] === stateIndex.covered) continue
      if (isWithin) show(building, stateIndex.covered)
      else if (without[building] !== stateIndex.marginal) show(building, stateIndex.marginal)
    }
  }
  /** Homes that were cut off and are only out of reach once a site of the category, whoever it admits, stands in their part of the network or on their street. */
  const join = (edge: number, part: number): void => {
    const settle = (building: number): void => { if (without[building] === stateIndex.cut && touchedAt[building] !== move) show(building, stateIndex.uncovered) }
    if (part >= 0 && parts && !parts.has(part)) for (const building of cut?.get(part) ?? []) settle(building)
    for (let k = edgeOffsets[edge]; k < edgeOffsets[edge + 1]; k++) settle(edgeItems[k] < first.count ? edgeItems[k] : furtherBuilding[edgeItems[k] - first.count])
  }

  return {
    moveTo(lon, lat) {
      begin()
      project(city.plane, lon, lat, point)
      const source: Source = { facility: city.facilities.count + overlay.added.length, id: '', x: Math.fround(point[0]), y: Math.fround(point[1]), onlyAreas: [], onlyKey: '' }
      const snaps = footing.snapPlaces([source]), edge = snaps.edge[0]
      if (isAsked && edge >= 0) {
        if (lets.includes(true)) reach(source)
        if (!isStraight) join(edge, Math.max(footing.walk.component[snaps.from[0]], footing.walk.component[snaps.to[0]]))
      }
      return end(edge >= 0 ? snaps.walkMetres[0] : NaN)
    },
    leave() {
      begin()
      return end(NaN)
    },
  }
}

/** Bit g: the building is within the limit of a site that admits group g. */
function coveredBits(city: City, overlay: Overlay, question: Question, limitMetres: number, cache: ReachCache): Uint8Array {
  const bits = new Uint8Array(city.buildings.count)
  groups.forEach((group, g) => {
    const metres = reachedMetres(city, overlay, { ...question, group }, group, cache)
    for (let i = 0; i < bits.length; i++) if (metres[i] <= limitMetres) bits[i] |= 1 << g
  })
  return bits
}

/** 1 where the site admits by place of residence; null: wherever one lives. Areas the city does not know hold nobody. */
function admittedHomes(city: City, { onlyAreas }: Admission): Uint8Array | null {
  return onlyAreas.length === 0 ? null : marked(city.buildings.count, membersOf(city, onlyAreas.flatMap((code) => city.areas.byCode.get(code) ?? [])))
}

function marked<T extends Int32Array | null>(count: number, members: T): T extends null ? null : Uint8Array
function marked(count: number, members: Int32Array | null): Uint8Array | null {
  if (!members) return null
  const marks = new Uint8Array(count)
  for (const building of members) marks[building] = 1
  return marks
}

function standing(city: City, group: Group, states: Uint8Array, inArea: Uint8Array | null): { covered: number; total: number } {
  const { count, kind, residents } = city.buildings
  const persons = residents[group]
  let covered = 0, total = 0
  for (let i = 0; i < count; i++) {
    if (kind[i] !== homeKinds.home || (inArea && inArea[i] === 0)) continue
    total += persons[i]
    if (states[i] === stateIndex.covered) covered += persons[i]
  }
  return { covered, total }
}
