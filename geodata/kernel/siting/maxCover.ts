import { seededRandom } from '../random.ts'
import type { Allowance } from './allowance.ts'
import type { CoverBound } from './coverBound.ts'
import { coverBound, wholeBelow } from './coverBound.ts'
import type { CoverInstance } from './cover.ts'
import { coveredWeight, costOf, placesByDemand, rowOf } from './cover.ts'
import type { CoverSearch } from './coverSearch.ts'
import { coverSearch } from './coverSearch.ts'
import type { SitingHooks, Solution } from './exact.ts'
import { exactLimitMs, lpSum, takenOf } from './exact.ts'
import { reduceCover } from './reduce.ts'
import { sitesOf, takeTurns } from './turns.ts'

/** What may be chosen and what must. Indexes of sites; no site is both locked and excluded. */
export type CoverWish = { most: number; budget: number; locked: readonly number[]; excluded: readonly number[] }

/** Instances with more entries than this are not handed to the exact solver: its text would be larger than it can take. */
const mostExactEntries = 400_000

/**
 * Maximal covering (R. Church, C. ReVelle 1974): the greatest weight that at most `most` sites within the budget cover. Search and bound take turns until they meet, both stand
 * still or the time is over; then what the bound's prices cannot settle goes to the exact solver. Deterministic while nobody stops it.
 */
export function maxCover(instance: CoverInstance, wish: CoverWish, hooks: SitingHooks, seed = 1): Solution {
  const { free, allowance } = checkWish(instance, wish)
  const reduced = reduceCover(instance, free, wish.locked)
  const { instance: small, sites, standing } = reduced
  const places = placesByDemand(small)
  const rest: Allowance = { ...allowance, costs: small.costs }
  const search = coverSearch(small, places, rest, seededRandom(seed))
  const total = small.weights.reduce((sum, weight) => sum + weight, 0)
  const done = (value: number, chosen: readonly number[], upper: number): Solution => {
    const bound = Math.max(value, wholeBelow(Math.min(upper, total)))
    return { chosen: [...wish.locked, ...chosen.map((site) => sites[site])].toSorted((a, b) => a - b), value: value + standing, bound: bound + standing, proven: bound <= value }
  }
  if (search.value >= total) return done(search.value, search.chosen(), total)
  const bound = coverBound(small, rest)
  takeTurns(search, bound, hooks, Infinity)
  if (wholeBelow(bound.upper) <= search.value || hooks.exact === null || !hooks.going()) return done(search.value, search.chosen(), bound.upper)
  return exactly(small, rest, search, bound, hooks, done)
}

/** Fixes what the prices settle, makes the rest smaller again, and asks the exact solver. */
function exactly(small: CoverInstance, allowance: Allowance, search: CoverSearch, bound: CoverBound, hooks: SitingHooks, done: (value: number, chosen: readonly number[], upper: number) => Solution): Solution {
  const fixed = bound.settled(search.value)
  const isIn = sitesOf(fixed)
  const rest = reduceCover(small, fixed.map((state) => (state === 0 ? 1 : 0)), isIn)
  const left: Allowance = { most: allowance.most - isIn.length, costs: rest.instance.costs, budget: allowance.budget - costOf(small, isIn) }
  if (rest.instance.covered.length > mostExactEntries || hooks.exact === null) return done(search.value, search.chosen(), bound.upper)
  hooks.progress('exact', rest.instance.sites, null)
  const answer = hooks.exact(coverProblem(rest.instance, left), exactLimitMs)
  const chosen = [...isIn, ...takenOf(answer, rest.instance.sites).map((site) => rest.sites[site])]
  const value = answer.columns.size > 0 ? coveredWeight(small, chosen) : 0
  const isAllowed = chosen.length <= allowance.most && costOf(small, chosen) <= allowance.budget
  // What is fixed is settled for choices better than the search's: the bound of the rest says nothing below its value.
  const upper = Math.min(bound.upper, Math.max(search.value, answer.status === 'infeasible' ? search.value : answer.bound + 1e-9 * Math.abs(answer.bound) + rest.standing))
  return value > search.value && isAllowed ? done(value, chosen, upper) : done(search.value, search.chosen(), upper)
}

/** max sum w z, z <= sum of x that cover it, x binary. */
export function coverProblem(instance: CoverInstance, { most, costs, budget }: Allowance): string {
  const { offsets, places } = placesByDemand(instance)
  const lines = ['Maximize', ` obj: ${lpSum(Array.from(instance.weights, (weight, demand) => `+ ${weight} z${demand}`))}`, 'Subject To']
  for (let demand = 0; demand < instance.demands; demand++) {
    lines.push(` d${demand}: z${demand} ${lpSum(Array.from(places.subarray(offsets[demand], offsets[demand + 1]), (site) => `- x${site}`))} <= 0`)
  }
  const all = Array.from({ length: instance.sites }, (_, site) => site)
  lines.push(` count: ${lpSum(all.map((site) => `+ x${site}`))} <= ${most}`)
  if (costs !== null && budget < Infinity) lines.push(` cost: ${lpSum(all.map((site) => `+ ${costs[site]} x${site}`))} <= ${budget}`)
  lines.push('Bounds')
  for (let demand = 0; demand < instance.demands; demand++) lines.push(` 0 <= z${demand} <= 1`)
  lines.push('Binaries', ` ${lpSum(all.map((site) => `x${site}`))}`, 'End')
  return lines.join('\n')
}

/** The door: RangeError for a wish that cannot be meant. What is locked counts among the most and in the budget. */
export function checkWish(instance: Pick<CoverInstance, 'sites' | 'costs'>, { most, budget, locked, excluded }: CoverWish): { free: Uint8Array; allowance: Allowance } {
  if (!(Number.isInteger(most) && most >= 0)) throw new RangeError(`most: expected a whole number of 0 or more, got ${most}`)
  if (!(budget >= 0)) throw new RangeError(`budget: expected 0 or more, got ${budget}`)
  const free = new Uint8Array(instance.sites).fill(1)
  for (const site of [...locked, ...excluded]) if (!(Number.isInteger(site) && site >= 0 && site < instance.sites)) throw new RangeError(`site: expected 0 to ${instance.sites - 1}, got ${site}`)
  for (const site of excluded) free[site] = 0
  for (const site of locked) {
    if (!free[site]) throw new RangeError(`locked: expected no site that is excluded too, got ${site}`)
  }
  if (new Set(locked).size !== locked.length) throw new RangeError(`locked: expected each site once, got ${locked.join(' ')}`)
  if (locked.length > most) throw new RangeError(`locked: expected at most ${most} sites, got ${locked.length}`)
  const spent = costOf(instance, locked)
  if (spent > budget) throw new RangeError(`locked: expected to cost at most ${budget}, got ${spent}`)
  return { free, allowance: { most: most - locked.length, costs: instance.costs, budget: budget - spent } }
}

/** What the sites add one after the other, in the order that takes the most first; never more than the one before. */
export function nestedOrder(instance: CoverInstance, sites: readonly number[], first: readonly number[] = []): { site: number; gain: number }[] {
  const seen = new Uint8Array(instance.demands), left = new Set(sites), order: { site: number; gain: number }[] = []
  const gainOf = (site: number): number => rowOf(instance, site).reduce((sum, demand) => sum + (seen[demand] ? 0 : instance.weights[demand]), 0)
  const take = (site: number, gain: number): void => {
    order.push({ site, gain })
    left.delete(site)
    for (const demand of rowOf(instance, site)) seen[demand] = 1
  }
  for (const site of first) if (left.has(site)) take(site, gainOf(site))
  while (left.size > 0) {
    let best = -1, most = -1
    for (const site of left) {
      const gain = gainOf(site)
      if (gain > most || (gain === most && site < best)) [best, most] = [site, gain]
    }
    take(best, most)
  }
  return order
}
