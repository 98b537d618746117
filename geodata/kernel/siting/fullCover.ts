import { seededRandom } from '../random.ts'
import type { Allowance } from './allowance.ts'
import type { CoverInstance } from './cover.ts'
import { coverInstance, placesByDemand, rowOf } from './cover.ts'
import { coverBound, wholeBelow } from './coverBound.ts'
import { coverSearch } from './coverSearch.ts'
import type { SitingHooks } from './exact.ts'
import { exactLimitMs, lpSum, takenOf } from './exact.ts'
import { reduceCover } from './reduce.ts'
import { takeTurns } from './turns.ts'

/** Whether so many sites can cover every demand: with the sites that do, proven that none do, or not decided. */
export type FullCover = { state: 'covers'; sites: number[] } | { state: 'none' } | { state: 'open' }

/** What is left of "cover every demand" after sites and demands that decide nothing are gone. `sites` as in Reduced; `forced`: sites without which some demand stays open. */
export type Core = { instance: CoverInstance; sites: Int32Array; forced: number[]; impossible: boolean }

/**
 * Sites within another one, demands that are covered whenever another one is, and sites that alone cover a demand, by turns till none is left (N. Daskin 1995, on the set covering
 * problem). Exact where every demand must be covered; costs play no part.
 */
export function coreOf(whole: CoverInstance): Core {
  const forced: number[] = []
  let free = new Uint8Array(whole.sites).fill(1)
  const covers = new Uint8Array(whole.demands)
  for (const demand of whole.covered) covers[demand] = 1
  if (covers.includes(0)) return { instance: whole, sites: Int32Array.from(free, (_, site) => site), forced, impossible: true }
  let instance: CoverInstance = { ...whole, costs: null, weights: new Float64Array(whole.demands).fill(1) }
  let sites = Int32Array.from(free, (_, site) => site)
  for (;;) {
    const before = instance.covered.length
    const smaller = reduceCover(instance, free)
    sites = smaller.sites.map((site) => sites[site])
    instance = narrowest(smaller.instance)
    const alone = aloneIn(instance)
    forced.push(...Array.from(alone, (site) => sites[site]))
    if (alone.length > 0) {
      const rest = reduceCover(instance, new Uint8Array(instance.sites).fill(1), alone)
      sites = rest.sites.map((site) => sites[site])
      instance = { ...rest.instance, weights: new Float64Array(rest.instance.demands).fill(1) }
    }
    free = new Uint8Array(instance.sites).fill(1)
    if (instance.covered.length === before) return { instance, sites, forced, impossible: false }
  }
}

/** By bound and search alone, `rounds` of them at most. */
export function quickFullCover(core: Core, most: number, hooks: SitingHooks, rounds: number): FullCover {
  const plain = plainly(core, most), left = most - core.forced.length
  if (plain) return plain
  const allowance: Allowance = { most: left, costs: null, budget: Infinity }
  const search = coverSearch(core.instance, placesByDemand(core.instance), allowance, seededRandom(1)), bound = coverBound(core.instance, allowance)
  let round = 0
  takeTurns(search, bound, { ...hooks, going: () => round++ < rounds && hooks.going(), progress: () => undefined }, core.instance.demands)
  if (search.value >= core.instance.demands) return { state: 'covers', sites: [...core.forced, ...search.chosen().map((site) => core.sites[site])] }
  return wholeBelow(bound.upper) < core.instance.demands ? { state: 'none' } : { state: 'open' }
}

/** By the exact solver. */
export function exactFullCover(core: Core, most: number, hooks: SitingHooks): FullCover {
  const plain = plainly(core, most)
  if (plain) return plain
  if (hooks.exact === null || !hooks.going()) return { state: 'open' }
  const answer = hooks.exact(fullCoverProblem(core.instance, most - core.forced.length), exactLimitMs)
  if (answer.status === 'infeasible' || answer.bound > most - core.forced.length + 1e-6) return { state: 'none' }
  const taken = takenOf(answer, core.instance.sites)
  const seen = new Set(taken.flatMap((site) => [...rowOf(core.instance, site)]))
  if (seen.size === core.instance.demands && taken.length + core.forced.length <= most) return { state: 'covers', sites: [...core.forced, ...taken.map((site) => core.sites[site])] }
  return { state: 'open' }
}

/** What needs no search. */
function plainly(core: Core, most: number): FullCover | null {
  const left = most - core.forced.length
  if (core.impossible || left < 0 || (left === 0 && core.instance.demands > 0)) return { state: 'none' }
  return core.instance.demands === 0 ? { state: 'covers', sites: core.forced } : null
}

/** Without the demands that are covered whenever another one is. */
function narrowest(instance: CoverInstance): CoverInstance {
  const { offsets, places } = placesByDemand(instance)
  const met = new Int32Array(instance.demands), dropped = new Uint8Array(instance.demands)
  const size = (demand: number): number => offsets[demand + 1] - offsets[demand]
  const touched: number[] = []
  for (let demand = 0; demand < instance.demands; demand++) {
    if (dropped[demand]) continue
    // How many of this demand's sites each other demand has: all of them, and it goes without saying.
    for (let at = offsets[demand]; at < offsets[demand + 1]; at++) {
      for (const other of rowOf(instance, places[at])) if (met[other]++ === 0) touched.push(other)
    }
    for (const other of touched) {
      if (other !== demand && !dropped[other] && met[other] === size(demand)) dropped[other] = 1
      met[other] = 0
    }
    touched.length = 0
  }
  const dense = new Int32Array(instance.demands).fill(-1)
  let count = 0
  for (let demand = 0; demand < instance.demands; demand++) if (!dropped[demand]) dense[demand] = count++
  const rows = Array.from({ length: instance.sites }, (_, site) => rowOf(instance, site).filter((demand) => !dropped[demand]).map((demand) => dense[demand]))
  return coverInstance(rows, new Float64Array(count).fill(1), null)
}

function aloneIn(instance: CoverInstance): number[] {
  const { offsets, places } = placesByDemand(instance)
  const alone = new Set<number>()
  for (let demand = 0; demand < instance.demands; demand++) if (offsets[demand + 1] - offsets[demand] === 1) alone.add(places[offsets[demand]])
  return [...alone]
}

function fullCoverProblem(instance: CoverInstance, most: number): string {
  const { offsets, places } = placesByDemand(instance)
  const all = Array.from({ length: instance.sites }, (_, site) => site)
  const lines = ['Minimize', ` obj: ${lpSum(all.map((site) => `+ x${site}`))}`, 'Subject To']
  for (let demand = 0; demand < instance.demands; demand++) lines.push(` d${demand}: ${lpSum(Array.from(places.subarray(offsets[demand], offsets[demand + 1]), (site) => `+ x${site}`))} >= 1`)
  lines.push(` count: ${lpSum(all.map((site) => `+ x${site}`))} <= ${most}`, 'Binaries', ` ${lpSum(all.map((site) => `x${site}`))}`, 'End')
  return lines.join('\n')
}
