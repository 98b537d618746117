import { reasonFor } from '../../../../geodata/kernel/gaps.ts'
import { reachedMetres } from '../../../../geodata/kernel/reached.ts'
import { limitMetresOf } from '../../../../geodata/kernel/question.ts'
import { answerStates, stateIndex } from '../../../../geodata/kernel/states.ts'
import type { Overlay } from '../../../../geodata/model/overlay.ts'
import { gapReasons, type Question } from '../../../../geodata/model/question.ts'
import type { OpenCity } from '../../open-city.ts'

/** Of every building: its state, and why it is left out (`noGap` where it is not). */
export type MealGaps = { states: Uint8Array; reasons: Uint8Array }
export const noGap = 255

const kept = new WeakMap<OpenCity, WeakMap<Overlay, MealGaps>>()

/** Worked out once for each state of the city and each day. O(buildings). */
export function mealGaps(open: OpenCity, then: Overlay, question: Question): MealGaps {
  const days = kept.get(open) ?? new WeakMap<Overlay, MealGaps>()
  kept.set(open, days)
  const known = days.get(then) ?? compute(open, then, question)
  days.set(then, known)
  return known
}

function compute({ city, cache }: OpenCity, then: Overlay, question: Question): MealGaps {
  const states = answerStates(city, then, question, cache)
  const any = reachedMetres(city, then, question, 'any', cache), limit = limitMetresOf(city.catalogue, question)
  const reasons = states.map((state, i) => (leftOut.has(state) ? gapReasons.indexOf(reasonFor(state, any[i] <= limit, false)) : noGap))
  return { states, reasons }
}

const leftOut: ReadonlySet<number> = new Set([stateIndex.marginal, stateIndex.uncovered, stateIndex.cut, stateIndex.full])
