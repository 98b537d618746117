import { walksFrom, siteSnaps } from '../../../geodata/kernel/walksFrom.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import type { OpenCity } from '../open-city.ts'
import { farBit } from './choice.ts'
import { profileOf, type Start } from './start.ts'
import type { Venue } from './venue.ts'

/** Nobody walks longer for a meal or a game of cards: an hour of an adult. */
const mostMinutes = 60

/** Walking metres to each venue and the order of the list, nearest first. */
export type Walks = {
  metres: Float64Array
  /** Smaller is nearer: walks, then straight lines to what no walk leads to; without a start by category. Different for each venue. */
  keys: Float64Array
  /** The start meets a street: what no walk leads to within the hour is out of reach. */
  bounded: boolean
}

export const mostMetres = (open: Pick<OpenCity, 'catalogue'>): number => profileOf(open, 'adult').metresPerSecond * 60 * mostMinutes

export function walksTo(open: OpenCity, start: Pick<Start, 'position' | 'footing' | 'doors'> | null, venues: readonly Venue[]): Walks {
  const metres = new Float64Array(venues.length).fill(Infinity), keys = new Float64Array(venues.length)
  if (!start) {
    venues.forEach((venue, i) => { keys[i] = venue.category * rankRoom + i })
    return { metres, keys, bounded: false }
  }
  const bound = mostMetres(open)
  const walks = start.doors.length === 0 ? null : walksFrom(start.footing, start.doors, siteSnaps(start.footing), bound)
  const narrowing = Math.cos((start.position[1] * Math.PI) / 180)
  venues.forEach((venue, i) => {
    if (walks) metres[i] = walks[venue.index]
    // Walks are multiples of 1/256 metre.
    keys[i] = (metres[i] < Infinity ? metres[i] * 256 : beyondWalks + straightMetres(start.position, venue.position, narrowing)) * rankRoom + i
  })
  return { metres, keys, bounded: walks !== null }
}

/** Of what failed of a query, and besides farBit where the place is out of reach. */
export const failingAt = ({ bounded, metres }: Walks, fails: Uint16Array, i: number): number => fails[i] | (bounded && metres[i] === Infinity ? farBit : 0)

/** Room for the venue's own rank below the metres; 2^20 venues, and 2^33 steps of distance keep within exact numbers. */
const rankRoom = 2 ** 20
/** The place in the list that a key belongs to. */
export const placeOf = (key: number): number => key % rankRoom

/** Beyond any walk in steps of 1/256 metre. */
const beyondWalks = 2 ** 30

/** Roughly, in whole metres: only an order of what no walk leads to. 111.2 km a degree of the earth's mean sphere, narrowed by the latitude of the start. */
function straightMetres([lon1, lat1]: Position, [lon2, lat2]: Position, narrowing: number): number {
  const east = Math.min(Math.abs(lon2 - lon1), 360 - Math.abs(lon2 - lon1)) * narrowing, north = lat2 - lat1
  return Math.round(111_200 * Math.sqrt(east * east + north * north))
}

/** Minutes at a profile's pace, rounded up; null: no walk. */
export const minutesAt = (metres: number, metresPerSecond: number): number | null => (metres < Infinity ? Math.ceil(metres / metresPerSecond / 60) : null)
