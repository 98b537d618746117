import { venueFilters } from '../../../geodata/model/venue.ts'
import type { OpenCity } from '../open-city.ts'
import { bitOf, conditions, weightOf, type Choice } from './choice.ts'
import type { Compared } from './compare.ts'
import type { Venue } from './venue-list.ts'

/** How many the answer would hold, how many of them are open, and the venue that would do without the least: its place in the list (-1: none) and the bits given up. */
export type Tally = { count: number; open: number; best: number; without: number }
export type Tallies = { total: Tally; wishes: Tally[]; categories: Tally[]; filters: Tally[] }

/** One pass over all venues. Each choice is counted with all others that were asked: a wish in place of the wish and the category, a category in place of the category. `keys`: the order of the list. */
export function tallies({ catalogue }: Pick<OpenCity, 'catalogue'>, venues: readonly Venue[], { inArea, has, fails }: Compared, keys: Float64Array): Tallies {
  const all: Tallies = { total: tally(), wishes: catalogue.wishes.map(tally), categories: catalogue.categories.map(tally), filters: venueFilters.map(tally) }
  const choiceBits = bitOf('wish') | bitOf('category'), categoryBit = bitOf('category'), openBit = bitOf('open')
  const filterBits = venueFilters.map(bitOf)
  for (let i = 0; i < venues.length; i++) {
    if (inArea[i] === 0) continue
    const { wishes, category } = venues[i]
    const isOpen = (has[i] & openBit) !== 0
    put(all.total, i, fails[i], isOpen)
    for (let w = 0; w < all.wishes.length; w++) if (wishes & (1 << w)) put(all.wishes[w], i, fails[i] & ~choiceBits, isOpen)
    put(all.categories[category], i, fails[i] & ~categoryBit, isOpen)
    for (let f = 0; f < filterBits.length; f++) if (has[i] & filterBits[f]) put(all.filters[f], i, fails[i], isOpen)
  }
  return all

  function put(into: Tally, i: number, failing: number, isOpen: boolean): void {
    if (failing === 0) {
      into.count++
      if (isOpen) into.open++
    } else if (into.count > 0) return
    if (into.best >= 0) {
      const more = weights[failing] - weights[into.without]
      if (more > 0 || (more === 0 && keys[i] >= keys[into.best])) return
    }
    into.best = i
    into.without = failing
  }
}

const tally = (): Tally => ({ count: 0, open: 0, best: -1, without: 0 })

/** By all combinations of conditions. */
const weights = new Uint8Array(1 << conditions.length).map((_, bits) => weightOf(bits))

/** Categories that are worth a count: those of the wish that was asked, or all that any venue has. */
export function listedCategories({ catalogue }: Pick<OpenCity, 'catalogue'>, { wish }: Choice, { categories }: Tallies): number[] {
  return catalogue.categories.flatMap(({ code }, i) => ((wish < 0 ? categories[i].best >= 0 : catalogue.wishes[wish].categories.includes(code)) ? [i] : []))
}
