import { calendarOf } from '../../geodata/hours/calendar.ts'
import { readInstant } from '../../geodata/hours/clock.ts'
import { isOpenAt } from '../../geodata/hours/open.ts'
import { readHours } from '../../geodata/hours/read.ts'
import { reachCache } from '../../geodata/kernel/cache.ts'
import type { City } from '../../geodata/kernel/columns.ts'
import type { CoverageAnswer } from '../../geodata/kernel/figures.ts'
import { ghostOf, type Ghost, type GhostMove } from '../../geodata/kernel/ghost.ts'
import { homeKinds } from '../../geodata/kernel/home.ts'
import { membersOf } from '../../geodata/kernel/members.ts'
import { nearestStreetMetres } from '../../geodata/kernel/nearestStreet.ts'
import { decodePack } from '../../geodata/kernel/pack.ts'
import { project, unproject } from '../../geodata/kernel/plane.ts'
import { ruleValue } from '../../geodata/kernel/question.ts'
import { residentsWithin } from '../../geodata/kernel/residentsWithin.ts'
import { overlayOfSteps, StepError } from '../../geodata/kernel/stepOverlay.ts'
import { answerWhatIf, type WhatIf } from '../../geodata/kernel/whatIf.ts'
import { groups, type Group } from '../../geodata/model/facility.ts'
import { emptyOverlay, type Overlay } from '../../geodata/model/overlay.ts'
import { notInPack, type DeskAnswers, type DeskAsk, type DeskChanges, type DeskFault, type DeskFigures, type DeskKind, type DeskMoment, type DeskMove, type DeskReply, type DeskRequest, type DeskWithin } from './deskMessages.ts'

/** What the worker does with a request, without the worker: the reply, and the buffers that go over with it. */
export const deskLogic = () => {
  let city: City | null = null
  let cache = reachCache()
  let dragged: { ghost: Ghost; without: Record<Group, number>; standing: Record<Group, number>; buildings: number; last: GhostMove | null } | null = null

  const held = (): City => {
    if (!city) throw new RangeError('desk: expected a pack to be opened first, got none')
    return city
  }
  const whatIf = ({ question, moment, steps }: Extract<DeskAsk, { kind: 'whatIf' }>): DeskAnswers['whatIf'] => {
    const now = held(), base = baseOf(now, moment)
    const answer = answerWhatIf(now, base, overlayOfSteps(now, base, steps, opennessAt(moment)), question, cache)
    return { ...figuresOf(now, answer), groups: answer.groups, gained: denseOf(now, answer.gained), lost: denseOf(now, answer.lost), states: wholeStates(now, answer.states) }
  }
  const begin = ({ question, moment, steps, without, site }: Extract<DeskAsk, { kind: 'ghost' }>): DeskAnswers['ghost'] => {
    const now = held(), base = baseOf(now, moment), isOpen = opennessAt(moment)
    const bare = overlayOfSteps(now, base, without, isOpen)
    // From the steps as they stand to those without the site: what the site gains is counted over the former.
    const apart = answerWhatIf(now, overlayOfSteps(now, base, steps, isOpen), bare, question, cache)
    dragged = {
      ghost: ghostOf(now, bare, question, site, cache), last: null, buildings: apart.after.summary.buildingsCovered - apart.before.summary.buildingsCovered,
      standing: byGroup((group) => apart.groups[group].before), without: byGroup((group) => apart.groups[group].after),
    }
    return { standing: figuresOf(now, apart).before, changes: changesOf(now, apart.changed, (at) => apart.states[at]) }
  }
  const move = ({ position: [lon, lat], front }: Extract<DeskAsk, { kind: 'move' }>): DeskMove => {
    if (!dragged) throw new RangeError('desk: expected a site to be taken up first, got none')
    const { ghost, without, standing, buildings } = dragged
    const made = ghost.moveTo(lon, lat), isFar = Number.isNaN(made.snapMetres)
    const { order, metres } = front ? outward(held(), made.changed, lon, lat) : { order: null, metres: null }
    return {
      metres, streetMetres: isFar ? streetMetres(held(), lon, lat) : null, snapMetres: isFar ? null : made.snapMetres, covered: made.covered, total: made.total,
      gained: byGroup((group) => without[group] + made.gained[group].residents - standing[group]), buildingsGained: buildings + made.buildingsGained, changes: order ? changesOf(held(), order.map((k) => made.changed[k]), (_, k) => made.states[order[k]]) : changesOf(held(), made.changed, (_, k) => made.states[k]),
    }
  }

  const answer = (ask: DeskAsk): DeskAnswers[DeskKind] => {
    switch (ask.kind) {
      case 'open': {
        city = decodePack(new Uint8Array(ask.pack))
        cache = reachCache()
        dragged = null
        return { buildings: city.buildings.count, snapMetres: ruleValue(city.catalogue, 'snapMetres') }
      }
      case 'whatIf': return whatIf(ask)
      case 'ghost': return begin(ask)
      case 'move': return move(ask)
      case 'leave': {
        dragged = null
        return null
      }
      case 'within': {
        const { positions, ...within } = residentsWithin(held(), ask.ring)
        return { ...within, indices: denseOf(held(), positions), people: peopleOf(held(), positions) }
      }
      case 'site': return siteOf(held(), ask.id)
      case 'places': return placesOf(held(), ask.ids)
    }
  }

  return ({ number, ask }: DeskRequest): { reply: DeskReply; handOver: ArrayBuffer[] } => {
    try {
      const found = answer(ask)
      return { reply: { number, ok: true, answer: found }, handOver: buffersOf(found) }
    } catch (error) {
      return { reply: { number, ok: false, fault: faultOf(error) }, handOver: [] }
    }
  }
}

/** Today's city at the hour asked for; a pack of an area holds fewer sites than the city. */
const baseOf = (city: City, moment: DeskMoment): Overlay => (moment ? { ...emptyOverlay, shut: new Set(moment.shut.filter((id) => city.facilities.byId.has(id))) } : emptyOverlay)

/** Whether hours of a step let people in at the hour asked for; what cannot be read does not. */
const opennessAt = (moment: DeskMoment): ((hours: string) => boolean) | null => {
  if (!moment) return null
  const epochMs = readInstant(moment.at) ?? NaN
  const calendar = calendarOf(moment.holidays)
  return (hours) => isOpenAt({ rule: readHours(hours).rule, suspensions: [] }, epochMs, calendar) === 'open'
}

const byGroup = <T>(of: (group: Group) => T): Record<Group, T> => Object.fromEntries(groups.map((group) => [group, of(group)])) as Record<Group, T>

function figuresOf(city: City, { before, after, groups: by }: WhatIf): { before: DeskFigures; after: DeskFigures } {
  const estimated = { over60: estimatedOf(city, after.area, '60plus'), everyone: estimatedOf(city, after.area, 'all') }
  const side = ({ summary, states }: CoverageAnswer, which: 'before' | 'after'): DeskFigures => ({
    residents: { covered: summary.residentsCovered, total: summary.residentsTotal, estimated: summary.residentsEstimated },
    buildings: { covered: summary.buildingsCovered, total: summary.buildingsTotal }, land: { covered: summary.landCovered, total: summary.landTotal },
    communities: { covered: summary.communitiesCovered, total: summary.communitiesTotal },
    over60: { covered: by['60plus'][which], total: by['60plus'].total, estimated: estimated.over60 }, everyone: { covered: by.all[which], total: by.all.total, estimated: estimated.everyone },
    noDataBuildings: summary.noDataBuildings, states,
  })
  return { before: side(before, 'before'), after: side(after, 'after') }
}

/** Residents of the group in the area (-1: everywhere) whom nobody counted. */
function estimatedOf(city: City, area: number, group: Group): number {
  const { kind, counted, count, residents } = city.buildings
  const people = residents[group]
  let estimated = 0
  const put = (i: number): void => { if (kind[i] === homeKinds.home && counted[i] === 0) estimated += people[i] }
  if (area < 0) for (let i = 0; i < count; i++) put(i)
  else membersOf(city, [area]).forEach(put)
  return estimated
}

const denseOf = ({ buildings }: City, positions: Int32Array): Int32Array<ArrayBuffer> => Int32Array.from(positions, (at) => buildings.dense[at])

const peopleOf = ({ buildings }: City, positions: Int32Array): DeskWithin['people'] => {
  const of = (group: Group): Int32Array<ArrayBuffer> => Int32Array.from(positions, (at) => buildings.residents[group][at])
  return { all: of('all'), '60plus': of('60plus'), '80plus': of('80plus'), children: of('children') }
}

const changesOf = (city: City, positions: Int32Array, stateOf: (position: number, k: number) => number): DeskChanges =>
  ({ indices: denseOf(city, positions), states: Uint8Array.from(positions, (at, k) => stateOf(at, k)) })

/** By dense index, as far as the pack goes. */
function wholeStates({ buildings }: City, states: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(buildings.count === 0 ? 0 : buildings.dense[buildings.count - 1] + 1).fill(notInPack)
  for (let i = 0; i < buildings.count; i++) whole[buildings.dense[i]] = states[i]
  return whole
}

function streetMetres(city: City, lon: number, lat: number): number | null {
  const place = new Float64Array(2)
  project(city.plane, lon, lat, place)
  return nearestStreetMetres(city, place[0], place[1])
}

/** The buildings from the place outward: their order, and how far each lies in a straight line. */
function outward({ plane, buildings }: City, changed: Int32Array, lon: number, lat: number): { order: Int32Array; metres: Float32Array<ArrayBuffer> } {
  const place = new Float64Array(2)
  project(plane, lon, lat, place)
  const far = Float32Array.from(changed, (at) => Math.hypot(buildings.x[at] - place[0], buildings.y[at] - place[1]))
  const order = Int32Array.from(changed, (_, k) => k).sort((a, b) => far[a] - far[b])
  return { order, metres: Float32Array.from(order, (k) => far[k]) }
}

function siteOf({ facilities, plane, catalogue }: City, id: string): DeskAnswers['site'] {
  const at = facilities.byId.get(id)
  if (at === undefined) return null
  const seats = facilities.seats[at]
  return {
    id, name: facilities.names[at], category: catalogue.categories[facilities.category[at]].code, admission: facilities.admissions[at], seats: seats < 0 ? null : seats,
    position: unproject(plane, facilities.x[at], facilities.y[at]),
  }
}

function placesOf({ facilities, gates, network, plane }: City, ids: readonly string[]): DeskAnswers['places'] {
  const placed = ids.flatMap((id) => {
    const site = facilities.byId.get(id)
    if (site !== undefined) return [[id, { position: unproject(plane, facilities.x[site], facilities.y[site]), name: facilities.names[site] }] as const]
    const node = gates.node[gates.ids.indexOf(id)] ?? -1
    return node < 0 ? [] : [[id, { position: unproject(plane, network.nodeX[node], network.nodeY[node]), name: '' }] as const]
  })
  return Object.fromEntries(placed)
}

/** The arrays of an answer are handed over and not copied. */
function buffersOf(answer: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(answer)) return answer.buffer instanceof ArrayBuffer ? [answer.buffer] : []
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(buffersOf) : []
}

/** A reason of the kernel's in its own words; of a step with what it was about (kernel/stepOverlay.ts). */
function faultOf(error: unknown): DeskFault {
  const message = error instanceof Error ? error.message : String(error)
  return error instanceof StepError ? { message, step: error.step, code: error.code, details: error.details } : { message, step: null, code: null, details: {} }
}
