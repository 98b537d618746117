import { venueFilters } from '../../../geodata/model/venue.ts'
import type { OpenCity } from '../open-city.ts'
import { bitOf, farBit, weightOf, type Choice } from './choice.ts'
import type { Compared } from './compare.ts'
import type { Venue } from './venue.ts'
import { failingAt, type Walks } from './walks.ts'

/** How many the answer would hold within reach of the start, how many of them are open, and the venue that would do without the least: its place in the list (-1: none) and the bits given up. */
export type Tally = { count: number; open: number; best: number; without: number }
export type Tallies = { total: Tally; wishes: Tally[]; categories: Tally[]; filters: Tally[] }

/** Walks without stairs and what fails by them: whoever asks for no steps walks so. */
export type Level = { walks: Walks; fails: Uint16Array }

/** One pass over all venues. Each choice is counted with all others that were asked: a wish in place of the wish and the category, a category in place of the category. `level`: where it differs from the walks. */
export function tallies({ catalogue }: Pick<OpenCity, 'catalogue'>, venues: readonly Venue[], { inArea, has, fails }: Compared, walks: Walks, level: Level | null): Tallies {
  const wishesFrom = 1, categoriesFrom = wishesFrom + catalogue.wishes.length, filtersFrom = categoriesFrom + catalogue.categories.length, size = filtersFrom + venueFilters.length
  const count = new Int32Array(size), open = new Int32Array(size), best = new Int32Array(size).fill(-1), without = new Int32Array(size)
  const categoryBit = bitOf('category'), choiceBits = bitOf('wish') | categoryBit, openBit = bitOf('open'), stepFreeBit = bitOf('stepFree')

  function put(slot: number, i: number, failing: number, { keys }: Walks = walks): void {
    if (failing === 0) {
      count[slot]++
      if (has[i] & openBit) open[slot]++
    } else if (count[slot] > 0) return
    if (best[slot] >= 0) {
      const more = weights[failing] - weights[without[slot]]
      if (more > 0 || (more === 0 && keys[i] >= keys[best[slot]])) return
    }
    best[slot] = i
    without[slot] = failing
  }

  for (let i = 0; i < venues.length; i++) {
    if (inArea[i] === 0) continue
    const failing = failingAt(walks, fails, i), { wishes, category } = venues[i]
    put(0, i, failing)
    for (let rest = wishes; rest !== 0; rest &= rest - 1) put(wishesFrom + lowestBit(rest), i, failing & ~choiceBits)
    put(categoriesFrom + category, i, failing & ~categoryBit)
    // Filters are the first conditions, so that their bits are their places.
    const apart = level ? has[i] & stepFreeBit : 0
    for (let rest = has[i] & ~apart; rest !== 0; rest &= rest - 1) put(filtersFrom + lowestBit(rest), i, failing)
    if (level && apart !== 0) put(filtersFrom + lowestBit(apart), i, failingAt(level.walks, level.fails, i), level.walks)
  }
  const tally = (slot: number): Tally => ({ count: count[slot], open: open[slot], best: best[slot], without: without[slot] })
  const slice = (from: number, of: readonly unknown[]): Tally[] => of.map((_, i) => tally(from + i))
  return { total: tally(0), wishes: slice(wishesFrom, catalogue.wishes), categories: slice(categoriesFrom, catalogue.categories), filters: slice(filtersFrom, venueFilters) }
}

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits)

/** By all combinations of conditions and farBit. */
const weights = new Uint8Array(farBit << 1).map((_, bits) => weightOf(bits))

/** Categories that are worth a count: those of the wish that was asked, or all that any venue has. */
export function listedCategories({ catalogue }: Pick<OpenCity, 'catalogue'>, { wish }: Choice, { categories }: Tallies): number[] {
  return catalogue.categories.flatMap(({ code }, i) => ((wish < 0 ? categories[i].best >= 0 : catalogue.wishes[wish].categories.includes(code)) ? [i] : []))
}
