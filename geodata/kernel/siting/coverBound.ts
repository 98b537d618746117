import type { Allowance } from './allowance.ts'
import { bestPick, byRatio, margins } from './allowance.ts'
import type { CoverInstance } from './cover.ts'

/**
 * An upper bound of a maximal covering that only gets lower. Each demand pays `prices[d]` of its weight to every open site that covers it and keeps the rest: whatever the prices between 0 and the
 * weights, no choice covers more than what is kept and what the best sites are paid (Lagrangian relaxation of "covered only by an open site"; R. Galvão, C. ReVelle 1996,
 * doi:10.1016/0377-2217(94)00159-6). Prices follow the subgradient, turned a little by the one before (P. Camerini and others 1975).
 */
export type CoverBound = {
  readonly upper: number
  /** Nothing got better for long. */
  readonly stalled: boolean
  /** One round of prices towards the value of the best choice known. O(entries). Answers the sites it would take. */
  step(value: number): Uint8Array
  /** By site with the best prices: 1 = in every choice better than `value`, 2 = in none, 0 = open. With a budget nothing is told to be in. */
  settled(value: number): Uint8Array
  /** No choice of sites that covers `target` costs less (costs null: takes fewer sites), whatever is allowed. */
  leastCost(target: number, costs: Float64Array | null): number
}

/** The greatest whole number not above a bound, with room for the rounding of its sum: whole weights cover no more. */
export const wholeBelow = (upper: number): number => Math.floor(upper + 1e-6 + 1e-11 * Math.abs(upper))

export function coverBound(instance: CoverInstance, allowance: Allowance): CoverBound {
  const { sites, demands, offsets, covered, weights } = instance
  const prices = new Float64Array(demands), bestPrices = new Float64Array(demands), turn = new Float64Array(demands)
  const paid = new Float64Array(sites), taken = new Uint8Array(sites), times = new Int32Array(demands)
  let upper = Infinity, stride = 1, since = 0, rounds = 0
  for (let at = 0; at < covered.length; at++) times[covered[at]]++
  // A first guess: a demand that few sites cover pays nearly all it has.
  for (let demand = 0; demand < demands; demand++) prices[demand] = times[demand] === 0 ? 0 : weights[demand] * Math.min(1, allowance.most / Math.max(1, sites) * times[demand] < 1 ? 1 : 0.5)
  bestPrices.set(prices)

  const priced = (at: Float64Array): number => {
    let kept = 0
    for (let demand = 0; demand < demands; demand++) kept += weights[demand] - at[demand]
    for (let site = 0; site < sites; site++) {
      let sum = 0
      for (let k = offsets[site]; k < offsets[site + 1]; k++) sum += at[covered[k]]
      paid[site] = sum
    }
    return kept + bestPick(paid, allowance, taken)
  }
  return {
    get upper() { return upper },
    get stalled() { return stride < 1e-4 },
    step(value) {
      rounds++
      const bound = priced(prices)
      if (bound < upper) {
        if (bound < upper - 1e-5 * Math.abs(upper)) since = 0
        upper = bound
        bestPrices.set(prices)
      } else since++
      if (since > 25) {
        stride *= 0.7
        since = 0
        prices.set(bestPrices)
        turn.fill(0)
        return taken
      }
      times.fill(0)
      for (let site = 0; site < sites; site++) if (taken[site]) for (let k = offsets[site]; k < offsets[site + 1]; k++) times[covered[k]]++
      let square = 0
      for (let demand = 0; demand < demands; demand++) {
        const slope = times[demand] - 1
        // At a rim the part that leads out of it does not count.
        const free = slope === 0 || (slope > 0 ? prices[demand] > 0 : prices[demand] < weights[demand]) ? slope : 0
        turn[demand] = free + 0.6 * turn[demand]
        if ((prices[demand] <= 0 && turn[demand] > 0) || (prices[demand] >= weights[demand] && turn[demand] < 0)) turn[demand] = 0
        square += turn[demand] * turn[demand]
      }
      if (square === 0) {
        stride = 0
        return taken
      }
      const pace = (stride * Math.max(bound - value, 1e-6 * Math.abs(bound))) / square
      for (let demand = 0; demand < demands; demand++) {
        const next = prices[demand] - pace * turn[demand]
        prices[demand] = next < 0 ? 0 : next > weights[demand] ? weights[demand] : next
      }
      return taken
    },
    settled(value) {
      const bound = priced(bestPrices), fixed = new Uint8Array(sites)
      if (allowance.costs !== null && allowance.budget < Infinity) return fixed
      const { last, next } = margins(paid, allowance.most)
      for (let site = 0; site < sites; site++) {
        // What is better than `value` covers at least one more: weights are whole.
        if (taken[site] ? bound - paid[site] + next < value + 1 - 1e-6 : false) fixed[site] = 1
        else if (!taken[site] && bound - last + paid[site] < value + 1 - 1e-6) fixed[site] = 2
      }
      return fixed
    },
    leastCost(target, costs) {
      let missing = target
      priced(bestPrices)
      for (let demand = 0; demand < demands; demand++) missing -= weights[demand] - bestPrices[demand]
      let cost = 0
      for (const site of byRatio(paid, costs ?? new Float64Array(sites).fill(1))) {
        if (missing <= 1e-6 || paid[site] <= 0) break
        cost += (costs ? costs[site] : 1) * Math.min(1, missing / paid[site])
        missing -= paid[site]
      }
      return cost
    },
  }
}
