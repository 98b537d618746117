import type { Overlay } from '../model/overlay.ts'
import { buildingStates } from '../model/question.ts'
import type { Question } from '../model/question.ts'
import { asked } from './asked.ts'
import type { ReachCache } from './cache.ts'
import type { City } from './columns.ts'
import { homeKinds } from './home.ts'
import { cacheOf } from './caches.ts'
import { connectedTo } from './connected.ts'
import { overlaid } from './overlaid.ts'
import { reachedMetres } from './reached.ts'

export const stateIndex = { covered: 0, marginal: 1, full: 2, uncovered: 3, cut: 4, nodata: 5, other: 6 } as const satisfies Record<(typeof buildingStates)[number], number>

/** State of every building of the city, one byte each: its index in buildingStates. */
export function answerStates(today: City, overlay: Overlay, question: Question, cache: ReachCache = cacheOf(today)): Uint8Array {
  const { limitMetres, marginalMetres } = asked(today, overlay, question)
  const city = overlaid(today, overlay)
  const metres = reachedMetres(city, overlay, question, question.group, cache)
  const connected = connectedTo(city, overlay, question)
  const { kind, count } = city.buildings
  const states = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    if (kind[i] !== homeKinds.home) states[i] = kind[i] === homeKinds.noData ? stateIndex.nodata : stateIndex.other
    else if (metres[i] <= limitMetres) states[i] = stateIndex.covered
    else if (metres[i] <= marginalMetres) states[i] = stateIndex.marginal
    else states[i] = connected[i] ? stateIndex.uncovered : stateIndex.cut
  }
  return states
}
