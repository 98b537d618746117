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
    residents: building.map((i) => city.buildings.residents[question.group][i]), nearest: new Int32Array(count).fill(-1), nearestAdmits: new Uint8Array(count),
    metres: new Float32Array(count).fill(NaN), missesByMetres: new Float32Array(count).fill(NaN), totalResidents: 0, estimatedResidents: 0,
  }
  if (count === 0) return gaps
  const anyWithin = reachedMetres(city, overlay, question, 'any', cache)
  const admitting = reachedNearest(city, overlay, question, question.group, cache)
  const strangers = building.some((i) => admitting.facility[i] < 0) ? reachedNearest(city, overlay, question, 'any', cache) : admitting
  for (let k = 0; k < count; k++) {
    const i = building[k]
    gaps.reason[k] = gapReasons.indexOf(reasonFor(states[i], anyWithin[i] <= meaning.limitMetres))
    gaps.totalResidents += gaps.residents[k]
    if (city.buildings.counted[i] === 0) gaps.estimatedResidents += gaps.residents[k]
    const from = admitting.facility[i] >= 0 ? admitting : strangers
    if (from.facility[i] < 0) continue
    gaps.nearest[k] = from.facility[i]
    gaps.nearestAdmits[k] = from === admitting && admitting.facility[i] >= 0 ? 1 : 0
    gaps.metres[k] = from.metres[i]
    gaps.missesByMetres[k] = from.metres[i] - meaning.limitMetres
  }
  return gaps
}

/** Why a home is left out: cut off; or a site is within the limit but admits others; or none is. */
export function reasonFor(state: number, anyWithinLimit: boolean): GapReason {
  if (state === stateIndex.cut) return 'notConnected'
  return anyWithinLimit ? 'notAdmitted' : 'noneInReach'
}

function leftOut(city: City, states: Uint8Array, area: number): Int32Array {
  const isLeftOut = (i: number): boolean => states[i] === stateIndex.marginal || states[i] === stateIndex.uncovered || states[i] === stateIndex.cut || states[i] === stateIndex.full
  if (area >= 0) return membersOf(city, [area]).filter(isLeftOut)
  const found = new Int32Array(states.length)
  let count = 0
  for (let i = 0; i < states.length; i++) if (isLeftOut(i)) found[count++] = i
  return found.slice(0, count)
}
