import { seededRandom } from '../random.ts'
import type { Assignment, CapacitatedInstance } from './capacitated.ts'
import { assign, assignedMetres } from './capacitated.ts'
import { capacitatedBound } from './capacitatedBound.ts'
import type { SitingHooks, Solution } from './exact.ts'
import { sitesOf } from './turns.ts'

/** Kicks without a better choice after which the search rests. */
const patience = 4000

/** `siteOf[d]`: the site that serves demand d. */
export type CapacitatedSolution = Solution & { siteOf: Int32Array }

/**
 * Capacitated p-median: `most` sites, every demand served by one of them within its seats, least metres in all. Assignment by regret with shifts, swaps and moves of sites, kicked; a
 * Lagrangian bound beside it. `value` is Infinity where no assignment was found. Deterministic while nobody stops it.
 */
export function capacitatedMedian(instance: CapacitatedInstance, most: number, hooks: SitingHooks, seed = 1): CapacitatedSolution {
  if (!(Number.isInteger(most) && most >= 1 && most <= instance.sites)) throw new RangeError(`most: expected 1 to ${instance.sites}, got ${most}`)
  const { sites, demands, metres } = instance
  const random = seededRandom(seed)
  let best = assign(instance, spread(instance, most, random))
  let here = best
  const nearest = new Float64Array(demands).fill(Infinity)
  for (let demand = 0; demand < demands; demand++) {
    const sorted = Float64Array.from({ length: sites }, (_, site) => metres[site * demands + demand]).sort()
    // About as far as one of so many sites lies.
    nearest[demand] = sorted[Math.min(sites - 1, Math.ceil(sites / most / 2))]
  }
  const bound = capacitatedBound(instance, most, nearest)
  const lowerNow = (): number => Math.ceil(bound.lower - 1e-6)
  const met = (): boolean => lowerNow() >= best.value
  const take = (found: Assignment): boolean => {
    // A little worse is taken now and then, so that the walk leaves a valley.
    if (found.value <= here.value || (found.value < Infinity && random() < 0.02)) here = found
    if (found.value >= best.value) return false
    best = found
    return true
  }
  let idle = 0
  while (hooks.going() && !met()) {
    for (let n = 0; n < 2 && !bound.stalled; n++) {
      const taken = bound.step(best.value)
      if (n === 0) take(assign(instance, sitesOf(taken)))
    }
    for (let n = 0; n < 10 && hooks.going() && !met(); n++) {
      idle = take(assign(instance, kicked(instance, here.open, random))) ? 0 : idle + 1
      if (idle % 500 === 499) here = best
    }
    hooks.progress('bound', best.value, bound.lower)
    if (bound.stalled && idle > patience) break
  }
  const value = assignedMetres(instance, best.siteOf)
  return { chosen: best.open.toSorted((a, b) => a - b), value, bound: Math.min(value, Math.max(0, lowerNow())), proven: value < Infinity && lowerNow() >= value, siteOf: best.siteOf }
}

/** Sites far from each other, the first at random. */
function spread({ sites, demands, metres }: CapacitatedInstance, most: number, random: () => number): number[] {
  const chosen = [Math.floor(random() * sites)]
  const near = metres.slice(chosen[0] * demands, (chosen[0] + 1) * demands)
  while (chosen.length < most) {
    let far = 0
    for (let demand = 1; demand < demands; demand++) if (near[demand] > near[far]) far = demand
    let site = -1
    for (let other = 0; other < sites; other++) if (!chosen.includes(other) && (site < 0 || metres[other * demands + far] < metres[site * demands + far])) site = other
    chosen.push(site)
    for (let demand = 0; demand < demands; demand++) near[demand] = Math.min(near[demand], metres[site * demands + demand])
  }
  return chosen
}

/** One or two sites elsewhere. */
function kicked({ sites }: CapacitatedInstance, open: readonly number[], random: () => number): number[] {
  const next = [...open]
  for (let n = random() < 0.5 ? 1 : 2; n > 0; n--) {
    const to = Math.floor(random() * sites)
    if (!next.includes(to)) next[Math.floor(random() * next.length)] = to
  }
  return next
}
