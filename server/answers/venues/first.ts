import { dayAndMinute } from '../../../geodata/hours/clock.ts'
import { wishesOfHour } from '../../../geodata/hours/fit.ts'
import type { OpenCity } from '../open-city.ts'
import { bitOf, type Choice } from './choice.ts'
import type { Compared } from './compare.ts'
import { profileOf } from './start.ts'
import type { VenueList } from './venue.ts'
import { toiletCategory } from './venue-list.ts'
import type { Telling } from './venue-row.ts'
import { minutesAt, type Walks } from './walks.ts'

/** The venues, and by place in them what was found; `list`: places of those that meet all that was asked, nearest first. */
export type Found = Pick<VenueList, 'venues' | 'offers' | 'shown'> & { walks: Walks; compared: Compared; list: readonly number[] }

/** A place made for one's like is worth this walk, 一刻钟, even where another is nearer. */
const ownMinutes = 15

/**
 * The place of a first card: open, on foot, by what the hour calls for; nearest first, those that surely let him in before those that may, those made for his like
 * before all within a quarter of an hour. Where he said what he wants, that is what fits. Nobody is sent to a toilet unasked.
 */
export function firstOf(open: OpenCity, { venues, offers, walks, compared, list }: Found, choice: Choice, { moment, asker }: Pick<Telling, 'moment' | 'asker'>): { wish: string | null; place: number } | null {
  const { categories, wishes } = open.catalogue
  const isChosen = choice.wish >= 0 || choice.category >= 0 || choice.q !== ''
  const called = isChosen ? [] : wishesOfHour(dayAndMinute(moment.ms).minute, asker.audience)
  const isFit = (i: number, wish: number): boolean => (compared.has[i] & bitOf('open')) !== 0 && compared.admits[i] !== 'no' && walks.metres[i] < Infinity
    && (wish < 0 || (venues[i].wishes & (1 << wish)) !== 0) && (isChosen || categories[venues[i].category].code !== toiletCategory)
  const pace = profileOf(open, 'elderly').metresPerSecond
  const isOwn = (i: number): boolean => asker.audience !== null && offers[venues[i].offer].admission.audience === asker.audience && (minutesAt(walks.metres[i], pace) ?? Infinity) <= ownMinutes
  for (const wish of [...called, null]) {
    const index = wishes.findIndex(({ code }) => code === wish)
    if (wish !== null && index < 0) continue
    const place = (asker.audience === null ? undefined : list.find((i) => compared.admits[i] === 'yes' && isFit(i, index) && isOwn(i))) ?? list.find((i) => compared.admits[i] === 'yes' && isFit(i, index)) ?? list.find((i) => isFit(i, index))
    if (place !== undefined) return { wish, place }
  }
  return null
}
