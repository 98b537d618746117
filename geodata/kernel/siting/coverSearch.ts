import type { Allowance } from './allowance.ts'
import type { Choice } from './choice.ts'
import { choiceOf, openSites, settle } from './choice.ts'
import type { CoverInstance, PlacesByDemand } from './cover.ts'

/** A search for the choice that covers most. It only gets better; `kick` tries once to leave a local best. */
export type CoverSearch = {
  readonly value: number
  chosen(): number[]
  /** true: it got better. */
  kick(): boolean
  /** Looks around another choice, as one the bound came upon. true: it got better. */
  lookAround(sites: readonly number[]): boolean
}

/**
 * Greedy by gain (and, where a budget binds, by gain per cost), then exchanges of one open site for the best closed one until none helps; a kick closes a few at random,
 * fills up otherwise and exchanges again. Gains are kept by `choice.ts`, so that one exchange costs the entries it touches.
 */
export function coverSearch(instance: CoverInstance, places: PlacesByDemand, allowance: Allowance, random: () => number): CoverSearch {
  const choice = choiceOf(instance, places)
  const best = new Uint8Array(instance.sites), tabu = new Int32Array(instance.sites)
  let value = 0, kicks = 0
  const keep = (): boolean => {
    if (choice.value < value || (choice.value === value && value > 0)) {
      // Equally good is another place to start from.
      if (choice.value === value) best.set(choice.open)
      else settle(choice, best)
      return false
    }
    const better = choice.value > value
    value = choice.value
    best.set(choice.open)
    return better
  }
  for (const perCost of allowance.costs !== null && allowance.budget < Infinity ? [false, true] : [false]) {
    settle(choice, new Uint8Array(instance.sites))
    fill(choice, allowance, null, perCost)
    exchange(choice, allowance)
    keep()
  }
  return {
    get value() { return value },
    chosen: () => { settle(choice, best); return openSites(choice) },
    kick() {
      kicks++
      const open = openSites(choice)
      if (open.length === 0 || open.length === instance.sites) return false
      const away = Math.min(open.length, 2 + Math.floor(random() * Math.min(6, Math.ceil(open.length / 4))))
      for (let n = 0; n < away; n++) {
        const site = open[Math.floor(random() * open.length)]
        if (!choice.open[site]) continue
        choice.closeSite(site)
        tabu[site] = kicks
      }
      fill(choice, allowance, (site) => tabu[site] === kicks || random() < 0.3, false)
      fill(choice, allowance, null, false)
      exchange(choice, allowance)
      return keep()
    },
    lookAround(sites) {
      const wanted = new Uint8Array(instance.sites)
      for (const site of sites) wanted[site] = 1
      settle(choice, wanted)
      for (const site of sites) if (choice.count > allowance.most || choice.cost > allowance.budget) choice.closeSite(site)
      fill(choice, allowance, null, false)
      exchange(choice, allowance)
      return keep()
    },
  }
}

/** Opens the best affordable site while one gains anything. */
function fill(choice: Choice, allowance: Allowance, isBarred: ((site: number) => boolean) | null, perCost: boolean): void {
  while (choice.count < allowance.most) {
    const site = bestClosed(choice, allowance, isBarred, perCost)
    if (site < 0) return
    choice.openSite(site)
  }
}

function bestClosed(choice: Choice, { costs, budget }: Allowance, isBarred: ((site: number) => boolean) | null, perCost: boolean): number {
  const { open, gain } = choice
  const left = budget - choice.cost
  let best = -1, most = 0
  for (let site = 0; site < open.length; site++) {
    if (open[site] || gain[site] <= 0) continue
    const cost = costs === null ? 0 : costs[site]
    if (cost > left) continue
    const worth = perCost && cost > 0 ? gain[site] / cost : perCost ? gain[site] * 1e9 : gain[site]
    if (worth <= most || isBarred?.(site)) continue
    most = worth
    best = site
  }
  return best
}

/** Closes each open site in turn and opens what is then best, till a round changes nothing. */
function exchange(choice: Choice, allowance: Allowance): void {
  for (let better = true; better;) {
    better = false
    for (const site of openSites(choice)) {
      if (!choice.open[site]) continue
      const before = choice.value
      choice.closeSite(site)
      const other = bestClosed(choice, allowance, null, false)
      if (other >= 0 && choice.value + choice.gain[other] > before) {
        choice.openSite(other)
        fill(choice, allowance, null, false)
        better = true
      } else choice.openSite(site)
    }
  }
}
