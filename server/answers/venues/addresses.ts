import type { OpenCity } from '../open-city.ts'
import { fold } from '../search/fold.ts'
import { fits, matchWord, wordOf, type Word } from '../search/match-word.ts'
import { statedAddress, streetIn, type AddressWords } from './address-words.ts'
import { linesOf, stretchesOf, type Lines, type Stretch } from './stretches.ts'
import type { Venue, VenueList } from './venue.ts'
import { venueList } from './venue-list.ts'

/** A number on a street, as a place states it. */
export type Stated = { street: string; number: number; venue: Venue }
/** `fit`: how well the street's name fits, smaller is better. */
export type AddressesFound = { fit: number; stated: readonly Stated[]; stretches: readonly Stretch[] }

const mostStreets = 6, mostNumbers = 8, neighbours = 4

/**
 * What the city knows of an address. A number that a place states is that place's point and nothing is worked out between two of them: where nobody states the number, the nearest
 * numbers of the street and the street itself are for choosing. Null: no street of such a name.
 */
export async function addressesFound(open: OpenCity, { street, number }: AddressWords): Promise<AddressesFound | null> {
  const lines = await linesOf(open), stated = statedIn(await venueList(open), lines)
  // Of signs the end names the street, whatever stands before it; what is typed in letters begins with it.
  const words = (/[a-z]/.test(street) ? street : streetIn(street, (name) => lines.has(name))).split(/\s+/).map(wordOf)
  const fitOf = new Map([...new Set([...stated.map((one) => one.street), ...lines.keys()])].map((name) => [name, fitOfName(fold(name), words)]))
  const isNamed = (name: string): boolean => (fitOf.get(name) ?? Infinity) < Infinity
  const onStreet = stated.filter((one) => isNamed(one.street))
  const streets = [...lines.keys()].filter(isNamed).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  if (onStreet.length === 0 && streets.length === 0) return null
  const exact = number === null ? [] : onStreet.filter((one) => one.number === number)
  const fit = Math.min(...fitOf.values())
  if (exact.length > 0) return { fit, stated: exact.slice(0, mostNumbers), stretches: [] }
  const nearest = number === null ? onStreet.slice(0, mostNumbers) : onStreet.toSorted((a, b) => Math.abs(a.number - number) - Math.abs(b.number - number)).slice(0, neighbours)
  return { fit, stated: nearest.toSorted((a, b) => a.number - b.number), stretches: await stretchesOf(open, lines, streets.slice(0, mostStreets)) }
}

/** The worst fit of the words, of which the first begins the name; Infinity: one does not fit. */
const fitOfName = (name: string, words: readonly Word[]): number => Math.max(...words.map((word, i) => {
  const match = matchWord(name, word)
  return match === null || (i === 0 && match.from > 0) ? Infinity : fits.indexOf(match.fit)
}))

/** By street and number; of a number that several places state the first. */
function statedIn(list: VenueList, lines: Lines): readonly Stated[] {
  const known = statedByList.get(list)
  if (known) return known
  const found = new Map<string, Stated>()
  for (const venue of list.venues) {
    const words = venue.address === null ? null : statedAddress(venue.address, (street) => lines.has(street))
    if (words && !found.has(`${words.street} ${words.number}`)) found.set(`${words.street} ${words.number}`, { ...words, venue })
  }
  const stated = [...found.values()].sort((a, b) => (a.street === b.street ? a.number - b.number : a.street < b.street ? -1 : 1))
  statedByList.set(list, stated)
  return stated
}
const statedByList = new WeakMap<VenueList, readonly Stated[]>()
