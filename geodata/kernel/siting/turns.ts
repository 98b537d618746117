import type { CoverBound } from './coverBound.ts'
import { wholeBelow } from './coverBound.ts'
import type { CoverSearch } from './coverSearch.ts'
import type { SitingHooks } from './exact.ts'

/**
 * Rounds of prices and kicks by turns, the price of both about alike, until they meet, a choice reaches `wanted`, the bound falls below it, both stand still, or the time is over.
 */
export function takeTurns(search: CoverSearch, bound: CoverBound, hooks: SitingHooks, wanted: number): void {
  const over = (): boolean => wholeBelow(bound.upper) <= search.value || search.value >= wanted || (wanted < Infinity && wholeBelow(bound.upper) < wanted)
  let idle = 0
  for (let round = 0; hooks.going() && !over(); round++) {
    let taken = bound.step(search.value)
    for (let n = 0; n < 24; n++) taken = bound.step(search.value)
    const before = search.value
    if (!over() && round % 4 === 0) search.lookAround(sitesOf(taken))
    for (let n = 0; n < 3 && hooks.going() && !over(); n++) search.kick()
    idle = search.value > before ? 0 : idle + 1
    hooks.progress('bound', search.value, bound.upper)
    if (bound.stalled && idle >= 20) return
  }
}

export const sitesOf = (taken: Uint8Array): number[] => Array.from(taken.keys()).filter((site) => taken[site] === 1)
