import { bestFit, type Fit } from '../../geodata/hours/fit.ts'
import type { VenueState } from '../../geodata/model/venue.ts'

/** What of a place decides whether it is the first card. `nextOpening`: epoch milliseconds; null: nobody knows. */
export type Candidate = Fit & { state: VenueState; nextOpening: number | null }

export const isOpen = (state: VenueState): boolean => state === 'open' || state === 'closes-soon'

/**
 * Index of the place for the first card among places sorted by the walk: the best that is open and no more than `most` minutes away; else the next to open that lets one in, or may,
 * of those as near as that if there are any. -1: none of these.
 */
export const firstCard = (places: readonly Candidate[], most = Infinity): number => {
  const best = bestFit(places, (place) => (isOpen(place.state) ? place : null), { most })
  return best >= 0 ? best : nextToOpen(places, most)
}

const nextToOpen = (places: readonly Candidate[], most: number): number => {
  let next = -1
  for (const [index, { admits, nextOpening, state, minutes }] of places.entries()) {
    if (admits === 'no' || nextOpening === null || isOpen(state) || (minutes ?? 0) > most) continue
    if (next < 0 || nextOpening < (places[next].nextOpening ?? Infinity)) next = index
  }
  return next < 0 && most < Infinity ? nextToOpen(places, Infinity) : next
}
