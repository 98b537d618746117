import type { Overlay } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import { asked, askedArea } from './asked.ts'
import type { ReachCache } from './cache.ts'
import { cacheOf } from './caches.ts'
import type { City } from './columns.ts'
import type { Asked } from './figures.ts'
import { homeKinds } from './home.ts'
import { liesIn, membersOf } from './members.ts'
import { overlaid } from './overlaid.ts'
import { ruleValue } from './question.ts'
import { reachPairs, type ReachPairs } from './reachPairs.ts'
import { seatsIn } from './seats.ts'
import { sourcesOf } from './sources.ts'
import { answerStates, stateIndex } from './states.ts'
import { wayOf } from './way.ts'

/** personsPerSeat: how many use a seat one after another; useShare: the share of the group that comes, above 0 and at most 1. */
export type SeatsUse = { personsPerSeat: number; useShare: number }

export type AssignedSite = {
  /** As in GapAnswer.nearest. */
  facility: number
  /** null: nobody knows how many. */
  seats: number | null
  /** Residents its seats are enough for: seats x personsPerSeat / useShare, rounded down; null: no limit, the seats being unknown. */
  holds: number | null
  /** Residents of the whole city (or of the areas that are counted) who find a place here. */
  load: number
  /** Residents of the asked area in reach of it, whoever else is; whose nearest site it is, full or not; and whom no other site reaches. */
  reached: number
  catchment: number
  contribution: number
}

/** Who finds a place, in persons of the asked group by building, over the whole city: those from outside the asked area take places too. */
export type Assignment = Asked & {
  /** Index of the asked area, -1 for the whole city. */
  area: number
  served: Int32Array
  /** In reach of a site, and every one of them full. */
  turnedAway: Int32Array
  /** Places of building i: offsets[i] .. offsets[i + 1] of `site` (number in `sites`) and `persons`, nearest first. */
  places: { offsets: Int32Array; site: Int32Array; persons: Int32Array }
  /** Nearest site of a home in reach, by number in `sites`, full or not; -1 elsewhere. Equally near: the lower number. */
  catchmentOf: Int32Array
  sites: AssignedSite[]
  unknownSeats: number
  /** Of the asked area: residents in all, in reach (served and turned away), and with two or more sites in reach. */
  residents: { total: number; served: number; turnedAway: number; backup: number }
}

/** The catalogue's own numbers. */
export const seatsUseOf = ({ catalogue }: City): SeatsUse => ({ personsPerSeat: ruleValue(catalogue, 'personsPerSeat'), useShare: ruleValue(catalogue, 'useShare') })

/**
 * Nearest first: over all pairs of a home and a site that admits and is open, within the limit, by rising metres, then building, then site, as many residents of
 * the home as still wait take places while there are any. A home may be split between sites. A site of unknown seats turns nobody away and is counted.
 * `counted`: indexes of areas outside which nobody is counted, for whoever may not be told of them; null: the whole city. O(sites x what a walk within the limit touches) time, O(pairs) memory.
 */
export function answerAssignment(today: City, overlay: Overlay, question: Question, use: SeatsUse = seatsUseOf(today), counted: readonly number[] | null = null): Assignment {
  const { personsPerSeat, useShare } = use
  if (!(personsPerSeat > 0 && personsPerSeat < Infinity)) throw new RangeError(`personsPerSeat: expected a number above 0, got ${personsPerSeat}`)
  if (!(useShare > 0 && useShare <= 1)) throw new RangeError(`useShare: expected a number above 0 and at most 1, got ${useShare}`)
  const meaning = asked(today, overlay, question)
  const city = overlaid(today, overlay), area = askedArea(city, question)
  const { count, kind } = city.buildings, persons = city.buildings.residents[question.group]
  const sources = sourcesOf(city, overlay, question.category, question.group), seatsOf = seatsIn(city, overlay)
  const sites = sources.map((source): AssignedSite => {
    const seats = seatsOf(source)
    // A hair more, so that 30 seats x 1 / 0.1 are 300 and not 299.
    return { facility: source.facility, seats, holds: seats === null ? null : Math.floor((seats * personsPerSeat) / useShare + 1e-9), load: 0, reached: 0, catchment: 0, contribution: 0 }
  })
  const wanted = new Uint8Array(count)
  const want = (i: number): void => { if (kind[i] === homeKinds.home && persons[i] > 0) wanted[i] = 1 }
  if (counted) membersOf(city, [...counted]).forEach(want)
  else for (let i = 0; i < count; i++) want(i)
  const pairs = reachPairs(city, wayOf(city, overlay, question), sources, meaning.limitMetres, wanted)
  const assignment: Assignment = {
    ...meaning, area, served: new Int32Array(count), turnedAway: new Int32Array(count), places: seat(pairs, persons, sites), catchmentOf: nearestOf(pairs, count), sites,
    unknownSeats: sites.filter(({ seats }) => seats === null).length, residents: { total: 0, served: 0, turnedAway: 0, backup: 0 },
  }
  tally(city, assignment, pairs, wanted, persons)
  return assignment
}

/** States of every building when seats count: a covered home of which somebody is turned away is full. */
export function assignedStates(city: City, overlay: Overlay, question: Question, assignment: Assignment, cache: ReachCache = cacheOf(city)): Uint8Array {
  const states = answerStates(city, overlay, question, cache)
  for (let i = 0; i < states.length; i++) if (states[i] === stateIndex.covered && assignment.turnedAway[i] > 0) states[i] = stateIndex.full
  return states
}

function seat({ offsets, site, order }: ReachPairs, persons: Int32Array, sites: AssignedSite[]): Assignment['places'] {
  const count = offsets.length - 1
  const left = Float64Array.from(sites, ({ holds }) => holds ?? Infinity)
  const taken = new Int32Array(site.length), waiting = persons.slice(), owner = new Int32Array(site.length)
  for (let i = 0; i < count; i++) owner.fill(i, offsets[i], offsets[i + 1])
  const placeOffsets = new Int32Array(count + 1)
  for (let k = 0; k < order.length; k++) {
    const pair = order[k], building = owner[pair]
    if (waiting[building] === 0 || left[site[pair]] === 0) continue
    const some = Math.min(waiting[building], left[site[pair]])
    taken[pair] = some
    waiting[building] -= some
    left[site[pair]] -= some
    sites[site[pair]].load += some
    placeOffsets[building + 1]++
  }
  for (let i = 0; i < count; i++) placeOffsets[i + 1] += placeOffsets[i]
  const next = placeOffsets.slice(0, count)
  const places = { offsets: placeOffsets, site: new Int32Array(placeOffsets[count]), persons: new Int32Array(placeOffsets[count]) }
  for (let k = 0; k < order.length; k++) {
    const pair = order[k]
    if (taken[pair] === 0) continue
    const at = next[owner[pair]]++
    places.site[at] = site[pair]
    places.persons[at] = taken[pair]
  }
  return places
}

function nearestOf({ offsets, site, metres }: ReachPairs, count: number): Int32Array {
  const nearest = new Int32Array(count).fill(-1)
  for (let i = 0; i < count; i++) {
    let least = Infinity
    for (let k = offsets[i]; k < offsets[i + 1]; k++) {
      if (metres[k] >= least) continue
      least = metres[k]
      nearest[i] = site[k]
    }
  }
  return nearest
}

function tally(city: City, { area, served, turnedAway, places, catchmentOf, sites, residents }: Assignment, { offsets, site }: ReachPairs, wanted: Uint8Array, persons: Int32Array): void {
  for (let i = 0; i < wanted.length; i++) {
    if (wanted[i] === 0) continue
    for (let k = places.offsets[i]; k < places.offsets[i + 1]; k++) served[i] += places.persons[k]
    const choices = offsets[i + 1] - offsets[i]
    if (choices > 0) turnedAway[i] = persons[i] - served[i]
    if (area >= 0 && !liesIn(city, i, area)) continue
    residents.total += persons[i]
    if (choices === 0) continue
    residents.served += served[i]
    residents.turnedAway += turnedAway[i]
    if (choices > 1) residents.backup += persons[i]
    else sites[site[offsets[i]]].contribution += persons[i]
    sites[catchmentOf[i]].catchment += persons[i]
    for (let k = offsets[i]; k < offsets[i + 1]; k++) sites[site[k]].reached += persons[i]
  }
}
