import { isStanding } from '../../../geodata/kernel/columns.ts'
import type { Catalogue } from '../../../geodata/model/catalogue.ts'
import type { Facility } from '../../../geodata/model/facility.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { venueFilters, type VenueFilter } from '../../../geodata/model/venue.ts'
import type { OpenCity } from '../open-city.ts'
import { fold } from '../search/fold.ts'
import { bitOf } from './choice.ts'
import type { Venue, VenueList, VenueOffer } from './venue.ts'

/** A site that stands today, is not hidden, and is of a category that somebody wishes for. Read once a city and revised with it. */
export function venueList(open: OpenCity): Promise<VenueList> {
  const known = open.lists.venues ?? readVenues(open)
  open.lists.venues = known
  known.catch(() => { if (open.lists.venues === known) open.lists.venues = null })
  return known
}

async function readVenues(open: OpenCity): Promise<VenueList> {
  const offers = offerList([])
  const read = readerOf(open, offers)
  const byId = new Map<string, Venue>()
  for await (const facility of open.names.facilities(open.day)) {
    const venue = read(facility)
    if (venue) byId.set(venue.id, venue)
  }
  return listOf(byId, offers)
}

/** About 2 kB each; the places around a few starts. */
const keptRecords = 2000

/** The record of a venue; null: it has gone from the database a moment ago, or may not be known of any more. */
export async function recordOf(open: OpenCity, { shown }: Pick<VenueList, 'shown'>, id: string): Promise<Facility | null> {
  const facility = shown.get(id) ?? (await open.names.facility(id))
  shown.delete(id)
  if (facility) shown.set(id, facility)
  if (shown.size > keptRecords) for (const oldest of shown.keys()) { shown.delete(oldest); break }
  return facility
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
  const offers = offerList(list.offers)
  const read = readerOf(open, offers)
  const byId = new Map(list.byId)
  for (const id of list.byId.keys()) if (!open.city.facilities.byId.has(id)) byId.delete(id)
  for (const id of ids) {
    const facility = await open.names.facility(id)
    const venue = facility && read(facility)
    if (venue) byId.set(id, venue)
    else byId.delete(id)
  }
  return listOf(byId, offers)
}

function listOf(byId: Map<string, Venue>, { offers }: OfferList): VenueList {
  const venues = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { venues, byId, offers, shown: new Map() }
}

/** Each of several that are alike once. An offer that nobody makes any more stays until the city is opened anew. */
type OfferList = { offers: VenueOffer[]; indexOf(offer: VenueOffer): number }

function offerList(known: readonly VenueOffer[]): OfferList {
  const offers = [...known]
  const byText = new Map(offers.map((offer, i) => [JSON.stringify(offer), i]))
  return {
    offers,
    indexOf(offer) {
      const text = JSON.stringify(offer)
      const found = byText.get(text) ?? offers.push(offer) - 1
      byText.set(text, found)
      return found
    },
  }
}

/** Null: no venue. */
function readerOf({ city: { facilities }, catalogue }: Pick<OpenCity, 'city' | 'catalogue'>, offers: OfferList): (facility: Facility) => Venue | null {
  const wishes = wishBits(catalogue)
  return ({ id, name, category, position, admission, stepFree, offer }) => {
    const index = facilities.byId.get(id), kind = catalogue.categories.findIndex((row) => row.code === category)
    if (index === undefined || !isStanding(facilities, index) || kind < 0 || wishes[kind] === 0) return null
    const has: Readonly<Partial<Record<VenueFilter, boolean>>> = {
      stepFree: stepFree === true, delivers: offer.delivers === true, cash: offer.payments.includes('cash'), noBooking: offer.booking === 'none', halal: offer.halal === true, toilet: offer.toilet === true || category === toiletCategory,
    }
    return { id, index, folded: fold(name), category: kind, wishes: wishes[kind], marks: venueFilters.reduce((bits, filter) => (has[filter] ? bits | bitOf(filter) : bits), 0), offer: offers.indexOf({ admission, prices: offer.prices }), address: offer.address, position: publicPosition(position) }
  }
}

/** A public toilet is one, whether or not its record says so again. */
export const toiletCategory = 'toilet'

/** By category of the catalogue. */
export const wishBits = ({ categories, wishes }: Pick<Catalogue, 'categories' | 'wishes'>): number[] =>
  categories.map(({ code }) => wishes.reduce((bits, wish, i) => (wish.categories.includes(code) ? bits | (1 << i) : bits), 0))

/** Four decimals of a degree, about ten metres: what everybody may know of where something is. */
export const publicPosition = ([lon, lat]: Position): [number, number] => [Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4]
