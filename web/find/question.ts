import type { QueryOf } from '../../geodata/contract/exchange.ts'
import type { venue, venues } from '../../geodata/contract/venues.ts'
import { dayAndMinute, isoInstant } from '../../geodata/hours/clock.ts'
import { wishesOfHour } from '../../geodata/hours/fit.ts'
import type { Lang } from '../text/numbers.ts'
import type { FindAddress } from './address.ts'

/** Whoever names no wish is asked about what fits the hour, one wish after another until something is open. */
export type FindQuestion = { query: Omit<QueryOf<typeof venues>, 'wish'>; wishes: readonly (string | null)[]; lang: Lang }

/** As many as a first look takes in; the rest comes page by page. */
export const pageOfVenues = 20

/** `at`: epoch milliseconds at a full minute; it is always sent, so that the states of the answer are those of the page's clock. `held`: the wish a reader who named none is shown already. */
export const questionOf = (address: FindAddress, at: number, lang: Lang, held: string | null = null): FindQuestion => {
  const { filters, q, wish, audience } = address
  const given = (code: (typeof filters)[number]): 'yes' | undefined => (filters.includes(code) ? 'yes' : undefined)
  return {
    query: whole({
      ...whoAndWhere(address, at), q: q || undefined, limit: pageOfVenues, open: filters.includes('open') ? 'now' as const : undefined,
      admits: given('admits'), stepFree: given('stepFree'), delivers: given('delivers'), cash: given('cash'), noBooking: given('noBooking'), halal: given('halal'), toilet: given('toilet'), free: given('free'),
    }),
    // Who looks for a name means it wherever it is.
    wishes: wish === 'all' || (wish === null && q !== '') ? [null] : wish === null ? heldFirst(wishesOfHour(dayAndMinute(at).minute, audience), held) : [wish],
    lang,
  }
}

/** What is on the page stays while something of it is open: at the end of the time for meals nobody who reads of a canteen is shown a square instead. */
const heldFirst = (wishes: readonly string[], held: string | null): readonly string[] => (held === null ? wishes : [held, ...wishes.filter((wish) => wish !== held)])

/** Of one place's card. */
export const cardQueryOf = (address: FindAddress, at: number): QueryOf<typeof venue> => whole({ ...whoAndWhere(address, at), stepFree: address.filters.includes('stepFree') ? 'yes' as const : undefined })

const whoAndWhere = ({ from, near, age, resident, audience }: FindAddress, at: number) => ({
  building: from ?? undefined, near: from === null && near ? near.join(',') : undefined, age: age ?? undefined, resident: resident ?? undefined, audience: audience ?? undefined, at: isoInstant(at),
})

/** Without what was not said: two questions that ask the same look the same. */
const whole = <T extends object>(query: T): T => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as T
