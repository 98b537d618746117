import { bestPick } from './allowance.ts'
import type { CapacitatedInstance } from './capacitated.ts'

export type CapacitatedBound = { readonly lower: number; readonly stalled: boolean; step(value: number): Uint8Array }

/**
 * A lower bound of the capacitated p-median that only rises: each demand offers `offers[d]` metres, each site takes the demands worth most to it that its seats hold (a 0-1
 * knapsack, by dynamic programming over seats), and the `most` best sites are taken (Lagrangian relaxation of "served once"). O(sites x demands x seats) a round.
 */
export function capacitatedBound(instance: CapacitatedInstance, most: number, firstOffers: Float64Array): CapacitatedBound {
  const { sites, demands, metres, needs, seats } = instance
  const room = seats.reduce((a, b) => Math.max(a, b), 0)
  const offers = firstOffers.slice(), best = offers.slice(), turn = new Float64Array(demands)
  const worth = new Float64Array(sites), taken = new Uint8Array(sites), times = new Int32Array(demands)
  const table = new Float64Array(room + 1), took = new Uint8Array(demands * (room + 1))
  let lower = -Infinity, stride = 1, since = 0

  /** Worth of what the site would serve; with `mark` counts whom. */
  const knapsack = (site: number, mark: boolean): number => {
    const most = seats[site]
    table.fill(0, 0, most + 1)
    if (mark) took.fill(0)
    let free = 0
    for (let demand = 0; demand < demands; demand++) {
      const margin = offers[demand] - metres[site * demands + demand], need = needs[demand]
      if (margin <= 0 || need > most) continue
      if (need === 0) {
        free += margin
        if (mark) times[demand]++
        continue
      }
      const row = demand * (room + 1)
      for (let left = most; left >= need; left--) {
        const other = table[left - need] + margin
        if (other > table[left]) {
          table[left] = other
          if (mark) took[row + left] = 1
        }
      }
    }
    if (mark) for (let demand = demands - 1, left = most; demand >= 0; demand--) if (took[demand * (room + 1) + left]) {
      times[demand]++
      left -= needs[demand]
    }
    return table[most] + free
  }
  return {
    get lower() { return lower },
    get stalled() { return stride < 1e-3 },
    step(value) {
      for (let site = 0; site < sites; site++) worth[site] = knapsack(site, false)
      const bound = offers.reduce((sum, offer) => sum + offer, 0) - bestPick(worth, { most, costs: null, budget: Infinity }, taken)
      if (bound > lower) {
        if (bound > lower + 1e-6 * Math.abs(bound)) since = 0
        lower = bound
        best.set(offers)
      } else since++
      if (since > 15) {
        stride *= 0.7
        since = 0
        offers.set(best)
        turn.fill(0)
        return taken
      }
      times.fill(0)
      for (let site = 0; site < sites; site++) if (taken[site]) knapsack(site, true)
      let square = 0
      for (let demand = 0; demand < demands; demand++) {
        turn[demand] = 1 - times[demand] + 0.4 * turn[demand]
        square += turn[demand] * turn[demand]
      }
      if (square === 0) {
        stride = 0
        return taken
      }
      const target = value < Infinity ? value : Math.abs(bound) * 1.05 + 1
      const pace = (stride * Math.max(target - bound, 1e-6)) / square
      for (let demand = 0; demand < demands; demand++) offers[demand] += pace * turn[demand]
      return taken
    },
  }
}
