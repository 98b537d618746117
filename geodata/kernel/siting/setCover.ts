import { seededRandom } from '../random.ts'
import type { Allowance } from './allowance.ts'
import { choiceOf, openSites } from './choice.ts'
import { coverBound, wholeBelow } from './coverBound.ts'
import type { CoverInstance, PlacesByDemand } from './cover.ts'
import { costOf, coveredWeight, placesByDemand } from './cover.ts'
import { coverSearch } from './coverSearch.ts'
import type { SitingHooks, Solution } from './exact.ts'
import { exactLimitMs, lpSum, takenOf } from './exact.ts'
import { checkWish } from './maxCover.ts'
import { reduceCover } from './reduce.ts'
import { takeTurns } from './turns.ts'

export type SetCoverWish = { target: number; locked: readonly number[]; excluded: readonly number[] }
/** `value` and `bound` are sites, or cost where there are costs; `reached`: the weight that is covered. null: `most` is all that can be covered at all. */
export type SetCoverSolution = { met: true; solution: Solution; reached: number } | { met: false; most: number }

/**
 * Fewest sites, or least cost, that cover a weight of `target` (partial set covering). A choice is made better as long as maximal covering with less than it costs reaches the target; it is proven
 * least once the bound of that covering falls below the target. Deterministic while nobody stops it.
 */
export function setCover(instance: CoverInstance, wish: SetCoverWish, hooks: SitingHooks, seed = 1): SetCoverSolution {
  if (!(wish.target >= 0)) throw new RangeError(`target: expected 0 or more, got ${wish.target}`)
  const { free } = checkWish(instance, { most: instance.sites, budget: Infinity, locked: wish.locked, excluded: wish.excluded })
  const { instance: small, sites, standing } = reduceCover(instance, free, wish.locked)
  const missing = Math.ceil(wish.target - standing - 1e-9), coverable = small.weights.reduce((sum, weight) => sum + weight, 0)
  if (missing > coverable) return { met: false, most: standing + coverable }
  const lockedCost = instance.costs ? costOf(instance, wish.locked) : wish.locked.length
  const spent = (chosen: readonly number[]): number => (small.costs ? costOf(small, chosen) : chosen.length)
  const answer = (chosen: readonly number[], lower: number): SetCoverSolution => {
    const value = spent(chosen), bound = Math.min(value, lower)
    const all = [...wish.locked, ...chosen.map((site) => sites[site])].toSorted((a, b) => a - b)
    return { met: true, solution: { chosen: all, value: value + lockedCost, bound: bound + lockedCost, proven: bound >= value }, reached: standing + coveredWeight(small, chosen) }
  }
  if (missing <= 0) return answer([], 0)

  const places = placesByDemand(small)
  const whole = small.costs?.every(Number.isInteger) ?? true
  const rounded = (lower: number): number => (whole ? Math.ceil(lower - 1e-6) : lower)
  let best = cheapest(small, places, missing), lower = 0
  for (; hooks.going();) {
    const value = spent(best)
    if (value === 0) return answer(best, 0)
    // Of costs that are not whole a millionth less counts as less.
    const less = whole ? value - 1 : value * (1 - 1e-6)
    const allowance: Allowance = small.costs ? { most: small.sites, costs: small.costs, budget: less } : { most: less, costs: null, budget: Infinity }
    const search = coverSearch(small, places, allowance, seededRandom(seed)), bound = coverBound(small, allowance)
    takeTurns(search, bound, hooks, missing)
    lower = Math.max(lower, rounded(bound.leastCost(missing, small.costs)))
    hooks.progress('bound', value, lower)
    if (search.value < missing) {
      if (wholeBelow(bound.upper) < missing) return answer(best, value)
      break
    }
    best = trimmed(small, places, search.chosen(), missing)
  }
  if (hooks.exact === null || !hooks.going() || lower >= spent(best)) return answer(best, lower)
  hooks.progress('exact', small.sites, null)
  const solved = hooks.exact(setCoverProblem(small, missing), exactLimitMs)
  const chosen = takenOf(solved, small.sites)
  if (solved.columns.size > 0 && coveredWeight(small, chosen) >= missing && spent(chosen) < spent(best)) best = chosen
  return answer(best, Math.max(lower, rounded(solved.bound)))
}

/** Greedy by what is still missing per cost, then without what is not needed. */
function cheapest(instance: CoverInstance, places: PlacesByDemand, missing: number): number[] {
  const choice = choiceOf(instance, places)
  while (choice.value < missing) {
    let best = -1, most = 0
    for (let site = 0; site < instance.sites; site++) {
      if (choice.open[site]) continue
      const worth = Math.min(choice.gain[site], missing - choice.value) / (instance.costs ? Math.max(instance.costs[site], 1e-9) : 1)
      if (worth > most) [best, most] = [site, worth]
    }
    if (best < 0) break
    choice.openSite(best)
  }
  return trimmed(instance, places, openSites(choice), missing)
}

/** Without the sites, dearest first, that the target does not need. */
function trimmed(instance: CoverInstance, places: PlacesByDemand, sites: readonly number[], missing: number): number[] {
  const choice = choiceOf(instance, places)
  for (const site of sites) choice.openSite(site)
  const cost = (site: number): number => instance.costs?.[site] ?? 0
  for (const site of sites.toSorted((a, b) => cost(b) - cost(a) || choice.gain[a] - choice.gain[b])) if (choice.value - choice.gain[site] >= missing) choice.closeSite(site)
  return openSites(choice)
}

function setCoverProblem(instance: CoverInstance, missing: number): string {
  const { offsets, places } = placesByDemand(instance)
  const all = Array.from({ length: instance.sites }, (_, site) => site)
  const lines = ['Minimize', ` obj: ${lpSum(all.map((site) => `+ ${instance.costs?.[site] ?? 1} x${site}`))}`, 'Subject To']
  for (let demand = 0; demand < instance.demands; demand++) lines.push(` d${demand}: z${demand} ${lpSum(Array.from(places.subarray(offsets[demand], offsets[demand + 1]), (site) => `- x${site}`))} <= 0`)
  lines.push(` target: ${lpSum(Array.from(instance.weights, (weight, demand) => `+ ${weight} z${demand}`))} >= ${missing}`, 'Bounds')
  for (let demand = 0; demand < instance.demands; demand++) lines.push(` 0 <= z${demand} <= 1`)
  lines.push('Binaries', ` ${lpSum(all.map((site) => `x${site}`))}`, 'End')
  return lines.join('\n')
}
