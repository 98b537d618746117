import type { Position } from '../../../geodata/model/geometry.ts'
import type { Admittance, VenueState } from '../../../geodata/model/venue.ts'

/** A place as the map draws it; `state` is the page's, which flips it by the clock. */
export type MapVenue = { id: string; name: string; category: string; position: Position; state: VenueState; /** Whether it lets in whoever asks. */ admits: Admittance }

/** The way on foot to the chosen place; minutes of who asks stand on its flags. */
export type MapWay = { line: readonly Position[]; minutes: number }

/** What a state is drawn as: full disc, half disc, ring, question mark. */
export const marks = ['open', 'soon', 'closed', 'unknown'] as const
export type Mark = (typeof marks)[number]

export const markOf: Readonly<Record<VenueState, Mark>> = {
  open: 'open', 'closes-soon': 'soon', 'opens-later': 'closed', 'closed-for-today': 'closed', 'closed-today': 'closed', suspended: 'closed', unknown: 'unknown',
}
