import type { Allowance } from './allowance.ts'
import type { MedianInstance, NearestFirst } from './median.ts'

/** Sites that are open, and of every demand its nearest and second nearest open one (-1: what stands), kept under open and close. */
export type Interchange = {
  open: Uint8Array
  /** Weighted metres of all demands. */
  value: number
  cost: number
  count: number
  openSite(site: number): void
  closeSite(site: number): void
  /** Opens the best affordable sites one by one, `tries` at random of each turn (Infinity: all). */
  openBest(allowance: Allowance, random: () => number, tries: number): void
  /** Exchanges sites till no exchange of one for one helps. */
  descend(allowance: Allowance, random: () => number, going: () => boolean): void
}

/**
 * Fast interchange (R. Whitaker 1983; M. Resende, R. Werneck 2007, doi:10.1007/s10479-006-0154-0): one pass over the entries of a closed site that are nearer than some demand's
 * second nearest tells what every open one would lose in exchange.
 */
export function interchange(instance: MedianInstance, byDemand: NearestFirst): Interchange {
  const { sites, demands, offsets, reached, metres, weights, standing, costs } = instance
  const first = new Int32Array(demands).fill(-1), second = new Int32Array(demands).fill(-1)
  const near = standing.slice(), next = standing.slice()
  const open = new Uint8Array(sites), loss = new Float64Array(sites), saved = new Float64Array(sites)
  const list: number[] = []
  let reach = Infinity

  const place = (demand: number, a: number, aMetres: number, b: number, bMetres: number): void => {
    const weight = weights[demand]
    if (first[demand] >= 0) loss[first[demand]] -= weight * (next[demand] - near[demand])
    state.value += weight * (aMetres - near[demand])
    first[demand] = a
    near[demand] = aMetres
    second[demand] = b
    next[demand] = bMetres
    if (a >= 0) loss[a] += weight * (bMetres - aMetres)
  }
  const farthest = (): void => {
    reach = 0
    for (let demand = 0; demand < demands; demand++) if (next[demand] > reach && weights[demand] > 0) reach = next[demand]
  }
  const state: Interchange = {
    open, value: 0, cost: 0, count: 0,
    openSite(site) {
      if (open[site]) throw new RangeError(`site: expected a closed one, got ${site}`)
      open[site] = 1
      list.push(site)
      for (let at = offsets[site]; at < offsets[site + 1]; at++) {
        const demand = reached[at], length = metres[at]
        if (length < near[demand]) place(demand, site, length, first[demand], near[demand])
        else if (length < next[demand]) place(demand, first[demand], near[demand], site, length)
      }
      state.count++
      state.cost += costs?.[site] ?? 0
      farthest()
    },
    closeSite(site) {
      if (!open[site]) throw new RangeError(`site: expected an open one, got ${site}`)
      open[site] = 0
      list.splice(list.indexOf(site), 1)
      for (let at = offsets[site]; at < offsets[site + 1]; at++) {
        const demand = reached[at]
        if (first[demand] !== site && second[demand] !== site) continue
        let a = -1, aMetres = standing[demand], b = -1, bMetres = standing[demand]
        for (let k = byDemand.offsets[demand]; k < byDemand.offsets[demand + 1]; k++) {
          if (!open[byDemand.places[k]]) continue
          if (a >= 0) {
            b = byDemand.places[k]
            bMetres = byDemand.metres[k]
            break
          }
          a = byDemand.places[k]
          aMetres = byDemand.metres[k]
        }
        place(demand, a, aMetres, b, bMetres)
      }
      state.count--
      state.cost -= costs?.[site] ?? 0
      farthest()
    },
    openBest(allowance, random, tries) {
      while (state.count < allowance.most) {
        let best = -1, most = 0
        const look = (site: number): void => {
          if (open[site] || (costs && costs[site] + state.cost > allowance.budget)) return
          let gain = 0
          for (let at = offsets[site]; at < offsets[site + 1] && metres[at] < reach; at++) if (metres[at] < near[reached[at]]) gain += weights[reached[at]] * (near[reached[at]] - metres[at])
          if (gain > most) [best, most] = [site, gain]
        }
        if (tries >= sites) for (let site = 0; site < sites; site++) look(site)
        else for (let n = 0; n < tries; n++) look(Math.floor(random() * sites))
        if (best < 0 && tries >= sites) return
        if (best < 0) return state.openBest(allowance, random, Infinity)
        state.openSite(best)
      }
    },
    descend(allowance, random, going) {
      if (list.length === 0 || list.length === sites) return
      const start = Math.floor(random() * sites)
      for (let tried = 0, at = start; tried < sites && going(); tried++, at = at + 1 === sites ? 0 : at + 1) {
        if (open[at]) continue
        const away = bestExchange(at, allowance)
        if (away < 0) continue
        state.closeSite(away)
        state.openSite(at)
        tried = 0
      }
    },
  }
  /** Open site whose exchange for the closed one saves most; -1: none saves anything. */
  const bestExchange = (site: number, allowance: Allowance): number => {
    let gain = 0
    const end = offsets[site + 1]
    for (let at = offsets[site]; at < end; at++) {
      const length = metres[at]
      if (length >= reach) break
      const demand = reached[at]
      if (length >= next[demand]) continue
      const weight = weights[demand]
      if (length < near[demand]) {
        gain += weight * (near[demand] - length)
        if (first[demand] >= 0) saved[first[demand]] += weight * (next[demand] - near[demand])
      } else if (first[demand] >= 0) saved[first[demand]] += weight * (next[demand] - length)
    }
    let best = -1, most = 1e-7
    for (let n = 0; n < list.length; n++) {
      const other = list[n], profit = gain + saved[other] - loss[other]
      saved[other] = 0
      if (profit > most && (costs === null || state.cost - costs[other] + costs[site] <= allowance.budget)) {
        most = profit
        best = other
      }
    }
    return best
  }
  for (let demand = 0; demand < demands; demand++) state.value += weights[demand] * standing[demand]
  return state
}

export function settleOn(state: Interchange, wanted: Uint8Array): void {
  for (let site = 0; site < wanted.length; site++) if (state.open[site] && !wanted[site]) state.closeSite(site)
  for (let site = 0; site < wanted.length; site++) if (!state.open[site] && wanted[site]) state.openSite(site)
}
