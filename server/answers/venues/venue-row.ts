import type { VenueRow } from '../../../geodata/contract/venues.ts'
import { isoInstant } from '../../../geodata/hours/clock.ts'
import { standingAt } from '../../../geodata/hours/state.ts'
import { admittanceOf, pricesOf, yuanFor, type Asker } from '../../../geodata/model/admittance.ts'
import type { Facility } from '../../../geodata/model/facility.ts'
import type { ReportStanding } from '../../../geodata/model/report.ts'
import { stateText } from '../../../geodata/words/hours.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { admissionText, priceText, sessionName } from '../../../geodata/words/venues.ts'
import { areaName, categoryName } from '../describe.ts'
import { hoursOf } from '../hours/hours-of.ts'
import type { OpenCity } from '../open-city.ts'
import type { Moment } from './moment.ts'
import { communityName, profileOf } from './start.ts'
import { publicPosition, toiletCategory, wishBits } from './venue-list.ts'
import { minutesAt } from './walks.ts'

/** For whom and when rows are told. */
export type Telling = { moment: Moment; asker: Asker; language: Language; reports: ReadonlyMap<string, ReportStanding> }

/** `metres`: the walk to it, Infinity for none. */
export async function venueRow(open: OpenCity, facility: Facility, metres: number, { moment, asker, language, reports }: Telling): Promise<VenueRow> {
  const { id, category, offer, admission } = facility
  const hours = hoursOf(open.hours, facility)
  const standing = standingAt(hours, moment.ms, open.hours.calendar)
  const prices = pricesOf(offer.prices, standing.session ? sessionName(standing.session.name, 'zh') : '')
  const unit = facility.unit === null ? null : await open.names.record('unit', facility.unit)
  const index = open.city.facilities.byId.get(id)
  const kind = open.catalogue.categories.findIndex(({ code }) => code === category)
  const bits = kind < 0 ? 0 : wishBits(open.catalogue)[kind]
  return {
    id, name: nameOf(open, facility, language), category, categoryName: categoryName(open, category, language), wishes: open.catalogue.wishes.filter((_, i) => bits & (1 << i)).map(({ code }) => code),
    position: publicPosition(facility.position), unitName: unit?.name ?? null, communityName: index === undefined ? null : communityName(open, open.city.facilities.area[index]),
    walkMetres: metres < Infinity ? Math.round(metres) : null, walkMinutes: minutesAt(metres, profileOf(open, 'elderly').metresPerSecond), adultMinutes: minutesAt(metres, profileOf(open, 'adult').metresPerSecond),
    state: standing.state, stateText: stateText(standing, moment.ms, language), nextChange: standing.nextChangeOfState === null ? null : isoInstant(standing.nextChangeOfState),
    rule: hours.rule, suspensions: upTo(moment, hours.suspensions), calendarMissing: standing.calendarMissing,
    admits: admittanceOf(admission, asker), admitsText: admissionText(admission, admission.onlyAreas.map((code) => areaName(open, code)), language),
    access: { stepFree: facility.stepFree, toilet: category === toiletCategory ? true : offer.toilet },
    yuan: yuanFor(prices, asker.age), priceText: priceText(prices, asker.age, language), payments: offer.payments, bring: offer.bring, booking: offer.booking, delivers: offer.delivers, halal: offer.halal,
    phone: facility.phone, checked: offer.checked, report: reports.get(id) ?? null,
  }
}

/** Places of real data often bear no name; then they are what they are. */
export const nameOf = (open: OpenCity, { name, category }: Pick<Facility, 'name' | 'category'>, language: Language): string => (name === '' ? categoryName(open, category, language) : name)

/** What ended before the instant flips no state any more. */
const upTo = ({ ms }: Moment, suspensions: Facility['suspensions']): Facility['suspensions'] => suspensions.filter(({ until }) => until === null || Date.parse(until) > ms)
