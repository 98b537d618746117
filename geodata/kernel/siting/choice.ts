import type { CoverInstance, PlacesByDemand } from './cover.ts'

/**
 * Sites that are open, and for every site what turns on it: gain[s] is the weight that opening s would add, or, where it is open, what closing it would lose.
 * Both are kept exact under open and close by way of the inverted list: O(places of the demands that change from 0 to 1 or from 1 to 2).
 */
export type Choice = {
  open: Uint8Array
  gain: Float64Array
  value: number
  cost: number
  count: number
  openSite(site: number): void
  closeSite(site: number): void
}

export function choiceOf(instance: CoverInstance, places: PlacesByDemand): Choice {
  const { sites, demands, offsets, covered, weights, costs } = instance
  const times = new Int32Array(demands)
  // Of the sites that cover a demand the sum of their numbers: where it is one site, its number.
  const soleSum = new Float64Array(demands)
  const gain = new Float64Array(sites), open = new Uint8Array(sites)
  for (let site = 0; site < sites; site++) for (let at = offsets[site]; at < offsets[site + 1]; at++) gain[site] += weights[covered[at]]

  /** The demand is no longer (sign -1) or again (+1) to be had for the sites that are closed. */
  const tell = (demand: number, sign: number, except: number): void => {
    const weight = sign * weights[demand]
    for (let at = places.offsets[demand]; at < places.offsets[demand + 1]; at++) gain[places.places[at]] += weight
    gain[except] -= weight
  }
  const choice: Choice = {
    open, gain, value: 0, cost: 0, count: 0,
    openSite(site) {
      if (open[site]) throw new RangeError(`site: expected a closed one, got ${site}`)
      choice.value += gain[site]
      for (let at = offsets[site]; at < offsets[site + 1]; at++) {
        const demand = covered[at]
        if (times[demand] === 0) tell(demand, -1, site)
        else if (times[demand] === 1) gain[soleSum[demand]] -= weights[demand]
        times[demand]++
        soleSum[demand] += site
      }
      open[site] = 1
      choice.cost += costs?.[site] ?? 0
      choice.count++
    },
    closeSite(site) {
      if (!open[site]) throw new RangeError(`site: expected an open one, got ${site}`)
      choice.value -= gain[site]
      for (let at = offsets[site]; at < offsets[site + 1]; at++) {
        const demand = covered[at]
        times[demand]--
        soleSum[demand] -= site
        if (times[demand] === 0) tell(demand, 1, site)
        else if (times[demand] === 1) gain[soleSum[demand]] += weights[demand]
      }
      open[site] = 0
      choice.cost -= costs?.[site] ?? 0
      choice.count--
    },
  }
  return choice
}

export function openSites(choice: Choice): number[] {
  const sites: number[] = []
  for (let site = 0; site < choice.open.length; site++) if (choice.open[site]) sites.push(site)
  return sites
}

/** Opens and closes what differs from the wanted sites. */
export function settle(choice: Choice, wanted: Uint8Array): void {
  for (let site = 0; site < wanted.length; site++) if (choice.open[site] && !wanted[site]) choice.closeSite(site)
  for (let site = 0; site < wanted.length; site++) if (!choice.open[site] && wanted[site]) choice.openSite(site)
}
