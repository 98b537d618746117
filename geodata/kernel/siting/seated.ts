import { seededRandom } from '../random.ts'
import type { CoverInstance } from './cover.ts'
import { costOf, rowOf } from './cover.ts'
import type { SitingHooks, Solution } from './exact.ts'
import type { CoverWish } from './maxCover.ts'
import { checkWish, maxCover } from './maxCover.ts'

/** Kicks without a better choice after which the search rests. */
const patience = 60

/**
 * Maximal covering in which a site serves at most `seats[s]` of the weight it covers; a demand may be shared out among sites. Greedy, exchanges and kicks; the bound is the least of the covering without
 * seats and of the greatest seats that so many sites can fill. Locked sites come first.
 */
export function seatedCover(instance: CoverInstance, seats: Float64Array, wish: CoverWish, hooks: SitingHooks): Solution {
  const { free } = checkWish(instance, wish)
  const without = maxCover(instance, wish, hooks)
  const most = Float64Array.from(seats, (room, site) => Math.min(room, rowOf(instance, site).reduce((sum, demand) => sum + instance.weights[demand], 0)))
  const open = most.map((room, site) => (free[site] && !wish.locked.includes(site) ? room : 0)).sort().reverse()
  const filled = wish.locked.reduce((sum, site) => sum + most[site], 0) + open.slice(0, wish.most - wish.locked.length).reduce((sum, room) => sum + room, 0)
  const isAllowed = (sites: readonly number[]): boolean => sites.length <= wish.most && costOf(instance, sites) <= wish.budget
  let best = [...wish.locked], value = seatedWeight(instance, seats, best)
  const consider = (sites: readonly number[]): boolean => {
    const reached = isAllowed(sites) ? seatedWeight(instance, seats, sites) : -1
    if (reached <= value) return false
    best = [...sites]
    value = reached
    return true
  }
  const among = Array.from(most.keys()).filter((site) => free[site] === 1 && most[site] > 0)
  const bound = Math.max(value, Math.min(without.bound, filled)), random = seededRandom(1)
  const grow = (): void => {
    for (let better = true; better && best.length < wish.most && hooks.going();) {
      better = false
      const start = best
      for (const site of among) if (!start.includes(site)) better = consider([...start, site]) || better
    }
  }
  const exchange = (site: number): boolean => best.some((out) => !wish.locked.includes(out) && !best.includes(site) && consider([...best.filter((other) => other !== out), site]))
  const met = (): boolean => value >= bound
  consider(without.chosen)
  best = without.chosen.length > 0 && seatedWeight(instance, seats, without.chosen) === value ? without.chosen : best
  grow()
  for (let idle = 0; idle < patience && !met() && hooks.going() && among.length > 0; idle++) {
    if (exchange(among[Math.floor(random() * among.length)])) idle = 0
    else if (idle % 20 === 19) for (const site of among) if (hooks.going() && exchange(site)) idle = 0
    grow()
  }
  return { chosen: best.toSorted((a, b) => a - b), value, bound: Math.max(value, bound), proven: bound <= value }
}

/** Greatest weight that the sites can serve within their seats: a flow from demands to seats, filled site by site and then mended along chains of sites that hand on what another has room for. */
export function seatedWeight(instance: CoverInstance, seats: Float64Array, sites: readonly number[]): number {
  const left = instance.weights.slice(), room = Float64Array.from(sites, (site) => seats[site])
  const given = sites.map(() => new Map<number, number>())
  const seat = (at: number, demand: number, amount: number): void => { given[at].set(demand, (given[at].get(demand) ?? 0) + amount) }
  sites.forEach((site, at) => {
    for (const demand of rowOf(instance, site)) {
      const amount = Math.min(left[demand], room[at])
      if (amount <= 0) continue
      seat(at, demand, amount)
      left[demand] -= amount
      room[at] -= amount
    }
  })
  const covers = sites.map((site) => new Set(rowOf(instance, site)))
  for (let at = 0; at < sites.length; at++) for (const demand of covers[at]) while (left[demand] > 0) {
    const chain = chainFrom(at, room, given, covers)
    if (!chain) break
    const amount = chain.reduce((least, { from, by }) => Math.min(least, given[from].get(by) ?? 0), Math.min(left[demand], room[chain.length > 0 ? chain[chain.length - 1].to : at]))
    for (const { from, to, by } of chain) {
      seat(from, by, -amount)
      seat(to, by, amount)
    }
    seat(at, demand, amount)
    left[demand] -= amount
    room[chain.length > 0 ? chain[chain.length - 1].to : at] -= amount
  }
  return given.reduce((sum, row) => sum + [...row.values()].reduce((a, b) => a + b, 0), 0)
}

type Hand = { from: number; to: number; by: number }

/** Sites from one to another with room, each handing a demand on to the next; null: none. */
function chainFrom(start: number, room: Float64Array, given: readonly ReadonlyMap<number, number>[], covers: readonly ReadonlySet<number>[]): Hand[] | null {
  const before = new Map<number, Hand | null>([[start, null]]), waiting = [start]
  for (let n = 0; n < waiting.length; n++) {
    const at = waiting[n]
    if (room[at] > 0) {
      const chain: Hand[] = []
      for (let hand = before.get(at); hand; hand = before.get(hand.from)) chain.unshift(hand)
      return chain
    }
    for (const [by, amount] of given[at]) if (amount > 0) covers.forEach((row, to) => {
      if (before.has(to) || !row.has(by)) return
      before.set(to, { from: at, to, by })
      waiting.push(to)
    })
  }
  return null
}
