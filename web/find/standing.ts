import { calendarOf, type Calendar } from '../../geodata/hours/calendar.ts'
import { standingAt, type Standing } from '../../geodata/hours/state.ts'
import type { HolidayCode } from '../../geodata/model/holidays.ts'
import type { VenueRow } from '../../geodata/contract/venues.ts'
import { stateText } from '../../geodata/words/hours.ts'
import type { Lang } from '../text/numbers.ts'
import type { VenuesAnswer } from './listing.ts'

/** A place as it stands at the page's minute, which may be later than that of the answer. `text`: as on a list; `nextOpening`: epoch milliseconds. */
export type Place = { row: VenueRow; standing: Standing; text: string; nextOpening: number | null }

export const calendarIn = (holidays: VenuesAnswer['holidays']): Calendar => calendarOf(holidays.map((year) => ({
  ...year, holidays: year.holidays.map((block) => ({ ...block, code: block.code as HolidayCode })), source: '', confirmed: true,
})))

export const placeAt = (row: VenueRow, at: number, calendar: Calendar, lang: Lang): Place => {
  const standing = standingAt({ rule: row.rule, suspensions: row.suspensions }, at, calendar)
  return { row, standing, text: stateText(standing, at, lang), nextOpening: standing.next?.opens ? standing.next.at : null }
}
