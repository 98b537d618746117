import { seededRandom } from '../random.ts'
import type { Allowance } from './allowance.ts'
import type { SitingHooks, Solution } from './exact.ts'
import { interchange, settleOn } from './interchange.ts'
import { checkWish } from './maxCover.ts'
import type { CoverWish } from './maxCover.ts'
import type { MedianInstance } from './median.ts'
import { medianInstance, medianValue, nearestFirst } from './median.ts'
import { medianBound } from './medianBound.ts'
import { sitesOf } from './turns.ts'

/** Kicks without a better choice after which the search rests. */
const patience = 3000

/**
 * p-median: at most `most` sites (within the budget) so that the demands walk least in all. Interchange with kicks and the bound take turns until they meet, both stand still or
 * the time is over. Deterministic while nobody stops it.
 */
export function pMedian(whole: MedianInstance, wish: CoverWish, hooks: SitingHooks, seed = 1): Solution {
  const { free, allowance } = checkWish(whole, wish)
  const { instance, sites } = narrowed(whole, free, wish.locked)
  const rest: Allowance = { ...allowance, costs: instance.costs }
  const state = interchange(instance, nearestFirst(instance))
  const random = seededRandom(seed)
  const best = new Uint8Array(instance.sites)
  let value = state.value, idle = 0
  const keep = (): boolean => {
    if (state.value > value + 1e-7) {
      settleOn(state, best)
      return false
    }
    const better = state.value < value - 1e-7
    value = state.value
    best.set(state.open)
    return better
  }
  const going = (): boolean => hooks.going()
  state.openBest(rest, random, Infinity)
  state.descend(rest, random, going)
  keep()
  const offers = instance.standing.slice()
  for (const site of sitesOf(best)) for (let at = instance.offsets[site]; at < instance.offsets[site + 1]; at++) offers[instance.reached[at]] = Math.min(offers[instance.reached[at]], instance.metres[at] + instance.quantum)
  const bound = medianBound(instance, rest, offers)
  /** All values are multiples of the quantum. */
  const lowerNow = (): number => Math.ceil(bound.lower / instance.quantum - 1e-5) * instance.quantum
  const met = (): boolean => lowerNow() >= value - instance.quantum / 2
  while (going() && !met()) {
    for (let n = 0; n < 20 && !bound.stalled; n++) bound.step(value)
    for (let n = 0; n < 8 && going() && !met(); n++) {
      kick(state, rest, random, going)
      idle = keep() ? 0 : idle + 1
    }
    hooks.progress('bound', value, bound.lower)
    if (bound.stalled && idle > patience) break
  }
  const chosen = [...wish.locked, ...sitesOf(best).map((site) => sites[site])].toSorted((a, b) => a - b)
  const exactValue = medianValue(whole, chosen)
  const lower = Math.min(exactValue, Math.max(0, lowerNow()))
  return { chosen, value: exactValue, bound: lower, proven: lower >= exactValue - instance.quantum / 2 }
}

/** Without the sites that may not be chosen; what is locked stands. */
function narrowed(whole: MedianInstance, free: Uint8Array, locked: readonly number[]): { instance: MedianInstance; sites: number[] } {
  const standing = whole.standing.slice()
  const isLocked = new Set(locked)
  for (const site of locked) for (let at = whole.offsets[site]; at < whole.offsets[site + 1]; at++) standing[whole.reached[at]] = Math.min(standing[whole.reached[at]], whole.metres[at])
  const sites: number[] = []
  for (let site = 0; site < whole.sites; site++) if (free[site] && !isLocked.has(site)) sites.push(site)
  const rows = sites.map((site) => ({ demands: whole.reached.subarray(whole.offsets[site], whole.offsets[site + 1]), metres: whole.metres.subarray(whole.offsets[site], whole.offsets[site + 1]) }))
  return { instance: medianInstance(rows, whole.weights, standing, whole.costs && Float64Array.from(sites, (site) => whole.costs?.[site] ?? 0), whole.quantum), sites }
}

/** Exchanges a few sites at random, then descends. */
function kick(state: ReturnType<typeof interchange>, allowance: Allowance, random: () => number, going: () => boolean): void {
  const open = sitesOf(state.open)
  const away = Math.min(open.length, 1 + Math.floor(random() * 3))
  for (let n = 0; n < away; n++) {
    const site = open[Math.floor(random() * open.length)]
    if (!state.open[site]) continue
    state.closeSite(site)
    for (let tries = 0; tries < 10 && state.count < open.length; tries++) {
      const other = Math.floor(random() * state.open.length)
      if (other !== site && !state.open[other] && state.cost + (allowance.costs?.[other] ?? 0) <= allowance.budget) {
        state.openSite(other)
        break
      }
    }
  }
  state.openBest(allowance, random, Infinity)
  state.descend(allowance, random, going)
}
