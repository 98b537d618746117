import { coverInstance } from './cover.ts'
import type { SitingHooks, Solution } from './exact.ts'
import type { Core, FullCover } from './fullCover.ts'
import { coreOf, exactFullCover, quickFullCover } from './fullCover.ts'
import { checkWish } from './maxCover.ts'
import type { MedianRow } from './median.ts'

/** Metres by site to the demands it is nearer to than what stands; standing[d] is Infinity where nothing stands. Every demand can be reached by some site, or something stands. */
export type CentreInstance = { rows: readonly MedianRow[]; standing: Float64Array }

export type CentreWish = { most: number; locked: readonly number[]; excluded: readonly number[] }

/**
 * p-centre: at most `most` sites so that the longest walk of all is least. Binary search over the distances there are (E. Minieka 1970): within a radius it is whether so many sites cover all
 * demands, decided by bound and search where they can and by the exact solver where they cannot. `bound`: no choice has a shorter longest walk.
 * `value` is Infinity where the sites cannot reach everybody at any distance.
 */
export function pCentre(instance: CentreInstance, wish: CentreWish, hooks: SitingHooks): Solution {
  const { rows, standing } = instance
  const { free } = checkWish({ sites: rows.length, costs: null }, { ...wish, budget: Infinity })
  const near = standing.slice()
  const isLocked = new Set(wish.locked)
  for (const site of wish.locked) for (let at = 0; at < rows[site].demands.length; at++) near[rows[site].demands[at]] = Math.min(near[rows[site].demands[at]], rows[site].metres[at])
  const open: number[] = []
  for (let site = 0; site < rows.length; site++) if (free[site] && !isLocked.has(site)) open.push(site)
  const most = wish.most - wish.locked.length
  const radii = distances(rows, open, near)
  const cores = new Map<number, Core>()
  const coreAt = (at: number): Core => {
    const known = cores.get(at) ?? coreOf(within(rows, open, near, radii[at]))
    cores.set(at, known)
    return known
  }
  // none[low]: proven that no choice is within radii[low]; covers: the sites at radii[high].
  let low = -1, high = radii.length, chosen: number[] = []
  const learn = (at: number, found: FullCover): boolean => {
    if (found.state === 'none') low = Math.max(low, at)
    else if (found.state === 'covers') {
      chosen = found.sites.map((site) => open[site])
      high = Math.min(high, at)
    }
    hooks.progress('bound', high, low)
    return found.state !== 'open'
  }
  // What bound and search decide at once, from both ends, then with more rounds.
  for (const rounds of [2, 12]) {
    for (let from = low + 1, to = high; from < to && hooks.going();) {
      const middle = (from + to) >> 1
      if (learn(middle, quickFullCover(coreAt(middle), most, hooks, rounds)) && low >= middle) from = middle + 1
      else to = middle
    }
    for (let from = low + 1, to = high; from < to && hooks.going();) {
      const middle = (from + to) >> 1
      if (learn(middle, quickFullCover(coreAt(middle), most, hooks, rounds)) && high <= middle) to = middle
      else from = middle + 1
    }
  }
  for (let decided = true; decided && hooks.exact !== null && hooks.going();) {
    hooks.progress('exact', high - low, null)
    const middle = (low + high) >> 1
    decided = high - low > 1 && learn(middle, exactFullCover(coreAt(middle), most, hooks))
  }
  const all = [...wish.locked, ...chosen].toSorted((a, b) => a - b)
  const value = high < radii.length ? longestWalk(rows, all, standing) : Infinity
  const bound = high < radii.length || low < radii.length - 1 ? Math.min(value, low + 1 < radii.length ? radii[low + 1] : Infinity) : Infinity
  return { chosen: high < radii.length ? all : [...wish.locked], value, bound, proven: bound >= value && high < radii.length }
}

export function longestWalk(rows: readonly MedianRow[], sites: readonly number[], standing: Float64Array): number {
  const near = standing.slice()
  for (const site of sites) for (let at = 0; at < rows[site].demands.length; at++) if (rows[site].metres[at] < near[rows[site].demands[at]]) near[rows[site].demands[at]] = rows[site].metres[at]
  return near.reduce((most, metres) => Math.max(most, metres), 0)
}

/** All distances at which something changes, ascending: no answer is shorter than what the least of all sites leaves. */
function distances(rows: readonly MedianRow[], open: readonly number[], near: Float64Array): Float64Array {
  const least = near.slice()
  const seen = new Set<number>()
  for (const metres of near) if (metres < Infinity) seen.add(metres)
  for (const site of open) for (let at = 0; at < rows[site].demands.length; at++) {
    seen.add(rows[site].metres[at])
    if (rows[site].metres[at] < least[rows[site].demands[at]]) least[rows[site].demands[at]] = rows[site].metres[at]
  }
  const shortest = least.reduce((most, metres) => Math.max(most, metres), 0)
  const worst = near.reduce((most, metres) => Math.max(most, metres), 0)
  return Float64Array.from([...seen].filter((metres) => metres >= shortest && metres <= worst)).sort()
}

function within(rows: readonly MedianRow[], open: readonly number[], near: Float64Array, radius: number): ReturnType<typeof coverInstance> {
  const dense = new Int32Array(near.length).fill(-1)
  let count = 0
  for (let demand = 0; demand < near.length; demand++) if (near[demand] > radius) dense[demand] = count++
  const covered = open.map((site) => {
    const { demands, metres } = rows[site], row: number[] = []
    for (let at = 0; at < demands.length; at++) if (metres[at] <= radius && dense[demands[at]] >= 0) row.push(dense[demands[at]])
    return Int32Array.from(row)
  })
  return coverInstance(covered, new Float64Array(count).fill(1), null)
}
