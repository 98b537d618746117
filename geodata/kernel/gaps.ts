import type { Overlay } from '../model/overlay.ts'
import type { GapReason, Question } from '../model/question.ts'
import { gapReasons } from '../model/question.ts'
import { asked, askedArea } from './asked.ts'
import type { ReachCache } from './cache.ts'
import { cacheOf } from './caches.ts'
import type { City } from './columns.ts'
import type { GapAnswer } from './figures.ts'
import { membersOf } from './members.ts'
import { overlaid } from './overlaid.ts'
import { reachedMetres, reachedNearest } from './reached.ts'
import { atAnyHour } from './sources.ts'
import { answerStates, stateIndex } from './states.ts'

/** Every home left out in the asked area, why, and the nearest site by how much it misses. Covered homes and these are all homes. */
export function answerGaps(today: City, overlay: Overlay, question: Question, cache: ReachCache = cacheOf(today)): GapAnswer {
  const meaning = asked(today, overlay, question)
  const city = overlaid(today, overlay)
  const area = askedArea(city, question)
  const states = answerStates(city, overlay, question, cache)
  const building = leftOut(city, states, area)
  const count = building.length
  const gaps: GapAnswer = {
    ...meaning, area, count, building, state: Uint8Array.from(building, (i) => states[i]), reason: new Uint8Array(count),
    residents: building.map((i) => city.buildings.residents[question.group][i]), nearest: new Int32Array(count).fill(-1), nearestAdmits: new Uint8Array(count), nearestIsOpen: new Uint8Array(count), shut: new Int32Array(count).fill(-1),
    metres: new Float32Array(count).fill(NaN), missesByMetres: new Float32Array(count).fill(NaN), totalResidents: 0, estimatedResidents: 0,
  }
  if (count === 0) return gaps
  const anyWithin = reachedMetres(city, overlay, question, 'any', cache)
  const admitting = reachedNearest(city, overlay, question, question.group, cache)
  const anyHour = atAnyHour(overlay), asksHour = anyHour !== overlay
  const admittedWithin = asksHour ? reachedMetres(city, anyHour, question, question.group, cache) : null
  const whenever = asksHour ? reachedNearest(city, anyHour, question, question.group, cache) : admitting
  const strangers = building.some((i) => whenever.facility[i] < 0) ? reachedNearest(city, anyHour, question, 'any', cache) : whenever
  for (let k = 0; k < count; k++) {
    const i = building[k]
    const reason = reasonFor(states[i], anyWithin[i] <= meaning.limitMetres, admittedWithin !== null && admittedWithin[i] <= meaning.limitMetres)
    gaps.reason[k] = gapReasons.indexOf(reason)
    if (reason === 'closedAtThisHour') gaps.shut[k] = whenever.facility[i]
    gaps.totalResidents += gaps.residents[k]
    if (city.buildings.counted[i] === 0) gaps.estimatedResidents += gaps.residents[k]
    const from = admitting.facility[i] >= 0 ? admitting : whenever.facility[i] >= 0 ? whenever : strangers
    if (from.facility[i] < 0) continue
    gaps.nearest[k] = from.facility[i]
    gaps.nearestAdmits[k] = whenever.facility[i] >= 0 ? 1 : 0
    gaps.nearestIsOpen[k] = isShut(city, overlay, from.facility[i]) ? 0 : 1
    gaps.metres[k] = from.metres[i]
    gaps.missesByMetres[k] = from.metres[i] - meaning.limitMetres
  }
  return gaps
}

/** Why a home is left out: cut off; or a site within the limit is shut at the hour asked for; or one is there but admits others; or none is. */
export function reasonFor(state: number, anyWithinLimit: boolean, admittedWithinLimit: boolean): GapReason {
  if (state === stateIndex.cut) return 'notConnected'
  if (admittedWithinLimit) return 'closedAtThisHour'
  return anyWithinLimit ? 'notAdmitted' : 'noneInReach'
}

/** Whether a site, by its index in an answer, is shut at the hour asked for. */
export function isShut({ facilities }: City, { shut, added }: Overlay, facility: number): boolean {
  return shut !== undefined && shut.has(facility < facilities.count ? facilities.ids[facility] : added[facility - facilities.count].id)
}

function leftOut(city: City, states: Uint8Array, area: number): Int32Array {
  const isLeftOut = (i: number): boolean => states[i] === stateIndex.marginal || states[i] === stateIndex.uncovered || states[i] === stateIndex.cut || states[i] === stateIndex.full
  if (area >= 0) return membersOf(city, [area]).filter(isLeftOut)
  const found = new Int32Array(states.length)
  let count = 0
  for (let i = 0; i < states.length; i++) if (isLeftOut(i)) found[count++] = i
  return found.slice(0, count)
}
