import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { venues } from '../../../geodata/contract/venues.ts'
import { dayOf } from '../../../geodata/hours/calendar.ts'
import { dayAndMinute, isoInstant, readInstant } from '../../../geodata/hours/clock.ts'
import { holidayName } from '../../../geodata/words/hours.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'

/** The instant an answer speaks of, milliseconds since 1970, and how it is told. */
export type Moment = { ms: number; at: string; day: AnswerOf<typeof venues>['day'] }

/** `now`: for whoever names none. Refusal badParameter. */
export function readMoment(open: OpenCity, at: string | undefined, now: number, language: Language): Moment {
  const ms = at === undefined ? now : readInstant(at)
  if (ms === null) throw new Refusal('badParameter', { parameter: 'at', found: at ?? '' }, { kind: 'instant' })
  const { day, type, holiday, known } = dayOf(open.hours.calendar, dayAndMinute(ms).day)
  return { ms, at: isoInstant(ms), day: { day, type, name: holiday === null ? '' : holidayName(holiday, language), calendarMissing: !known } }
}

/** Whole minutes: within one nothing opens or shuts. */
export const minuteOf = (ms: number): number => Math.floor(ms / minuteMs) * minuteMs
const minuteMs = 60_000

/** The arrangements of holidays there are, for a page that goes on by itself. */
export const holidaysOf = ({ catalogue }: OpenCity): AnswerOf<typeof venues>['holidays'] => catalogue.holidays.map(({ year, holidays, makeupDays }) => ({ year, holidays: holidays.map((block) => ({ ...block })), makeupDays: [...makeupDays] }))
