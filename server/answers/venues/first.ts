import { dayAndMinute } from '../../../geodata/hours/clock.ts'
import { bestFit, isNight, wishesOfHour, worthMinutes, type Fit } from '../../../geodata/hours/fit.ts'
import { holdsFor } from '../../../geodata/model/admittance.ts'
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

/** Where who delivers finds a seat and hot water: made for him, though it lets everybody in. */
const courierCategory = 'restStop'

/**
 * The place of a first card: open, on foot, by what the hour calls for, as `bestFit` chooses. Where he said what he wants, that is what fits, however far;
 * else no farther than the hour is worth. Nobody is sent to a toilet unasked.
 */
export function firstOf(open: OpenCity, { venues, offers, walks, compared, list }: Found, choice: Choice, { moment, asker }: Pick<Telling, 'moment' | 'asker'>): { wish: string | null; place: number } | null {
  const { categories, wishes } = open.catalogue
  const { minute } = dayAndMinute(moment.ms)
  const isChosen = choice.wish >= 0 || choice.category >= 0 || choice.q !== ''
  const called = isChosen ? [] : wishesOfHour(minute, asker.audience)
  const pace = profileOf(open, 'elderly').metresPerSecond
  const isOwn = (i: number): boolean => asker.audience !== null && (offers[venues[i].offer].admission.audience === asker.audience || (asker.audience === 'couriers' && categories[venues[i].category].code === courierCategory))
  const fitOf = (wish: number) => (i: number): Fit | null => {
    const isFit = (compared.has[i] & bitOf('open')) !== 0 && walks.metres[i] < Infinity && (wish < 0 || (venues[i].wishes & (1 << wish)) !== 0) && (isChosen || categories[venues[i].category].code !== toiletCategory)
    if (!isFit) return null
    return { minutes: minutesAt(walks.metres[i], pace), admits: compared.admits[i], priced: offers[venues[i].offer].prices.some((price) => holdsFor(price, asker.age)), own: isOwn(i) }
  }
  for (const wish of isNight(minute) && !isChosen ? called : [...called, null]) {
    const index = wishes.findIndex(({ code }) => code === wish)
    if (wish !== null && index < 0) continue
    const found = bestFit(list, fitOf(index), { most: isChosen ? Infinity : worthMinutes(minute), hasLike: asker.audience !== null })
    if (found >= 0) return { wish, place: list[found] }
  }
  return null
}
