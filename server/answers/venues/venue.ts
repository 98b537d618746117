import type { Admission, Facility } from '../../../geodata/model/facility.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import type { Price } from '../../../geodata/model/offer.ts'

/** What choosing among venues needs to know of one; the rest is read when it is shown. About 300 bytes each. */
export type Venue = {
  id: string
  /** Dense index of the site in the city's columns. */
  index: number
  /** Folded, as search compares it. */
  folded: string
  /** Index into catalogue.categories. */
  category: number
  /** Bit i: of wish i of the catalogue. */
  wishes: number
  /** Bits (choice.ts) of the filters it meets whoever asks and whenever. */
  marks: number
  /** Index into the list's `offers`: who is let in and what he pays, which few differ in. */
  offer: number
  /** As it says itself. */
  address: string | null
  /** Where it stands, and as everybody may know it. */
  position: Position
}

/** Who is let in, and what he pays. */
export type VenueOffer = { admission: Admission; prices: readonly Price[] }

/** Venues by rising id. */
export type VenueList = { venues: readonly Venue[]; byId: ReadonlyMap<string, Venue>; offers: readonly VenueOffer[]; /** Records shown lately, those unused for longest first. */ shown: Map<string, Facility> }
