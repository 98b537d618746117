import type { Admittance, VenueState } from '../../geodata/model/venue.ts'

/** What of a place decides whether it is the first card. `nextOpening`: epoch milliseconds; null: nobody knows. */
export type Candidate = { admits: Admittance; state: VenueState; nextOpening: number | null }

export const isOpen = (state: VenueState): boolean => state === 'open' || state === 'closes-soon'

/**
 * Index of the place for the first card among places sorted by the walk: the nearest that is open and lets one in; else the nearest open one that may;
 * else the next to open that lets one in, or may. -1: none of these.
 */
export const firstCard = (places: readonly Candidate[]): number => {
  for (const admits of ['yes', 'ask'] as const) {
    const found = places.findIndex((place) => place.admits === admits && isOpen(place.state))
    if (found >= 0) return found
  }
  let next = -1
  for (const [index, { admits, nextOpening }] of places.entries()) {
    if (admits === 'no' || nextOpening === null) continue
    if (next < 0 || nextOpening < (places[next].nextOpening ?? Infinity)) next = index
  }
  return next
}
