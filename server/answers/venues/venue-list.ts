import { isStanding } from '../../../geodata/kernel/columns.ts'
import type { Catalogue } from '../../../geodata/model/catalogue.ts'
import type { Admission, Facility } from '../../../geodata/model/facility.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import type { Price } from '../../../geodata/model/offer.ts'
import type { VenueFilter } from '../../../geodata/model/venue.ts'
import type { OpenCity } from '../open-city.ts'
import { fold } from '../search/fold.ts'

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
  /** Bits of `markOf`. */
  marks: number
  prices: readonly Price[]
  admission: Admission
  /** Where it stands, and as everybody may know it. */
  position: Position
}

/** Venues by rising id. */
export type VenueList = { venues: readonly Venue[]; byId: ReadonlyMap<string, Venue> }

const marked = ['stepFree', 'delivers', 'cash', 'noBooking', 'halal', 'toilet'] as const satisfies readonly VenueFilter[]
/** What a venue has whoever asks and whenever. */
export type Mark = (typeof marked)[number]
export const isMark = (filter: VenueFilter): filter is Mark => marked.some((mark) => mark === filter)
export const markOf = (mark: Mark): number => 1 << marked.indexOf(mark)

/** A site that stands today, is not hidden, and is of a category that somebody wishes for. Read once a city and revised with it. */
export function venueList(open: OpenCity): Promise<VenueList> {
  const known = open.lists.venues ?? readVenues(open)
  open.lists.venues = known
  known.catch(() => { if (open.lists.venues === known) open.lists.venues = null })
  return known
}

async function readVenues(open: OpenCity): Promise<VenueList> {
  const read = readerOf(open)
  const byId = new Map<string, Venue>()
  for await (const facility of open.names.facilities(open.day)) {
    const venue = read(facility)
    if (venue) byId.set(venue.id, venue)
  }
  return listOf(byId)
}

/** Takes over the venues of the city before, with the sites that changed, came or went since. A unit may have been hidden with what it owns: then they are read anew. */
export function carryVenues(before: OpenCity, after: OpenCity, changed: ReadonlyMap<string, readonly string[]>): void {
  const known = before.lists.venues
  if (!known || changed.has('unit')) {
    after.lists.venues = null
    return
  }
  const came = before.city.facilities === after.city.facilities ? [] : [...after.city.facilities.byId.keys()].filter((id) => !before.city.facilities.byId.has(id))
  const ids = [...new Set([...(changed.get('facility') ?? []), ...came])]
  const next = ids.length === 0 && before.city.facilities === after.city.facilities ? known : known.then((list) => revised(list, ids, after))
  // Whoever asks for the list is told what went wrong.
  next.catch(() => {})
  after.lists.venues = next
}

async function revised(list: VenueList, ids: readonly string[], open: OpenCity): Promise<VenueList> {
  const read = readerOf(open)
  const byId = new Map(list.byId)
  for (const id of list.byId.keys()) if (!open.city.facilities.byId.has(id)) byId.delete(id)
  for (const id of ids) {
    const facility = await open.names.facility(id)
    const venue = facility && read(facility)
    if (venue) byId.set(id, venue)
    else byId.delete(id)
  }
  return listOf(byId)
}

function listOf(byId: Map<string, Venue>): VenueList {
  const venues = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { venues, byId }
}

/** Null: no venue. */
function readerOf({ city: { facilities }, catalogue }: Pick<OpenCity, 'city' | 'catalogue'>): (facility: Facility) => Venue | null {
  const wishes = wishBits(catalogue)
  return ({ id, name, category, position, admission, stepFree, offer }) => {
    const index = facilities.byId.get(id), kind = catalogue.categories.findIndex((row) => row.code === category)
    if (index === undefined || !isStanding(facilities, index) || kind < 0 || wishes[kind] === 0) return null
    const has: Readonly<Record<Mark, boolean>> = {
      stepFree: stepFree === true, delivers: offer.delivers === true, cash: offer.payments.includes('cash'), noBooking: offer.booking === 'none', halal: offer.halal === true, toilet: offer.toilet === true || category === toiletCategory,
    }
    return { id, index, folded: fold(name), category: kind, wishes: wishes[kind], marks: marked.reduce((bits, mark) => (has[mark] ? bits | markOf(mark) : bits), 0), prices: offer.prices, admission, position: publicPosition(position) }
  }
}

/** A public toilet is one, whether or not its record says so again. */
export const toiletCategory = 'toilet'

/** By category of the catalogue. */
export const wishBits = ({ categories, wishes }: Pick<Catalogue, 'categories' | 'wishes'>): number[] =>
  categories.map(({ code }) => wishes.reduce((bits, wish, i) => (wish.categories.includes(code) ? bits | (1 << i) : bits), 0))

/** Four decimals of a degree, about ten metres: what everybody may know of where something is. */
export const publicPosition = ([lon, lat]: Position): [number, number] => [Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4]
