import type { Allowance } from './allowance.ts'
import { bestPick } from './allowance.ts'
import type { MedianInstance } from './median.ts'

/**
 * A lower bound of a p-median that only rises: each demand offers `offers[d]` metres to whoever is nearer; what it offers in vain counts in full (Lagrangian relaxation of "served
 * once"; G. Cornuéjols, M. Fisher, G. Nemhauser 1977, doi:10.1287/mnsc.23.8.789). Valid for any offers up to what stands.
 */
export type MedianBound = {
  readonly lower: number
  readonly stalled: boolean
  /** One round towards the value of the best choice known. Answers the sites it would take. */
  step(value: number): Uint8Array
}

export function medianBound(instance: MedianInstance, allowance: Allowance, firstOffers: Float64Array): MedianBound {
  const { sites, demands, offsets, reached, metres, weights, standing } = instance
  const offers = Float64Array.from(firstOffers, (offer, demand) => Math.min(offer, standing[demand])), best = offers.slice()
  const worth = new Float64Array(sites), taken = new Uint8Array(sites), times = new Int32Array(demands), turn = new Float64Array(demands)
  let lower = -Infinity, stride = 1, since = 0
  return {
    get lower() { return lower },
    get stalled() { return stride < 1e-4 },
    step(value) {
      let offered = 0, highest = 0
      for (let demand = 0; demand < demands; demand++) {
        offered += weights[demand] * offers[demand]
        if (offers[demand] > highest) highest = offers[demand]
      }
      for (let site = 0; site < sites; site++) {
        let sum = 0
        for (let at = offsets[site]; at < offsets[site + 1]; at++) {
          const length = metres[at]
          if (length >= highest) break
          const margin = offers[reached[at]] - length
          if (margin > 0) sum += weights[reached[at]] * margin
        }
        worth[site] = sum
      }
      const bound = offered - bestPick(worth, allowance, taken)
      if (bound > lower) {
        if (bound > lower + 1e-6 * Math.abs(bound)) since = 0
        lower = bound
        best.set(offers)
      } else since++
      if (since > 25) {
        stride *= 0.7
        since = 0
        offers.set(best)
        turn.fill(0)
        return taken
      }
      times.fill(0)
      for (let site = 0; site < sites; site++) if (taken[site]) {
        for (let at = offsets[site]; at < offsets[site + 1] && metres[at] < highest; at++) if (metres[at] < offers[reached[at]]) times[reached[at]]++
      }
      let square = 0
      for (let demand = 0; demand < demands; demand++) {
        const slope = 1 - times[demand]
        const free = slope > 0 && offers[demand] >= standing[demand] ? 0 : slope
        turn[demand] = free + 0.5 * turn[demand]
        if (turn[demand] > 0 && offers[demand] >= standing[demand]) turn[demand] = 0
        square += weights[demand] * turn[demand] * turn[demand]
      }
      if (square === 0) {
        stride = 0
        return taken
      }
      const pace = (stride * Math.max(value - bound, 1e-6 * Math.abs(bound))) / square
      for (let demand = 0; demand < demands; demand++) offers[demand] = Math.min(standing[demand], offers[demand] + pace * turn[demand])
      return taken
    },
  }
}
