import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { venue } from '../../../geodata/contract/venues.ts'
import type { Calendar } from '../../../geodata/hours/calendar.ts'
import type { Rule } from '../../../geodata/hours/rule.ts'
import { clockOf, usualWeek } from './usual-week.ts'

type VenueAnswer = AnswerOf<typeof venue>

/** schema.org types of the categories (https://schema.org/CivicStructure and LocalBusiness with what is below them); what is not here is a Place. */
const types: Readonly<Record<string, string>> = {
  canteen: 'FoodEstablishment', restaurant: 'Restaurant', garden: 'Park', square: 'CivicStructure', sports: 'SportsActivityLocation', library: 'Library', readingRoom: 'Library', clinic: 'MedicalClinic', hospital: 'Hospital', pharmacy: 'Pharmacy',
  childcare: 'ChildCare', kindergarten: 'Preschool', school: 'School', market: 'GroceryStore', convenience: 'ConvenienceStore', repair: 'LocalBusiness', policeRoom: 'PoliceStation', toilet: 'PublicToilet', station: 'GovernmentOffice',
}
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The place as schema.org tells it (JSON-LD), with hours for the usual week and for the coming days that differ. Nothing unknown is said. */
export function placeMarkup({ venue, address, prices, day }: VenueAnswer, calendar: Calendar, url: string): { '@context': string; '@type': string; [property: string]: unknown } {
  return {
    '@context': 'https://schema.org', '@type': types[venue.category] ?? 'Place', '@id': url, url, name: venue.name, description: [venue.categoryName, venue.admitsText].filter((part) => part !== '').join(' · '),
    geo: { '@type': 'GeoCoordinates', longitude: venue.position[0], latitude: venue.position[1] },
    ...(address !== null && { address }), ...(venue.phone !== null && { telephone: venue.phone }),
    ...(prices.length > 0 && prices.every(({ yuan }) => yuan === 0) && { isAccessibleForFree: true }),
    ...(venue.payments.includes('cash') && { paymentAccepted: 'Cash' }),
    ...(venue.rule !== null && hoursMarkup(venue.rule, calendar, day.day)),
  }
}

function hoursMarkup(rule: Rule, calendar: Calendar, from: string): Record<string, unknown> {
  const { usual, others } = usualWeek(rule, calendar, from)
  const spec = (opens: string, closes: string): Record<string, unknown> => ({ '@type': 'OpeningHoursSpecification', opens, closes })
  return {
    openingHoursSpecification: usual.map(({ session, weekdays }) => ({ ...spec(clockOf(session.from), clockOf(session.to)), dayOfWeek: weekdays.map((day) => `https://schema.org/${weekdayNames[day - 1]}`) })),
    // opens and closes at 00:00: shut that day (https://schema.org/openingHoursSpecification).
    specialOpeningHoursSpecification: others.flatMap(({ day, sessions }) => (sessions === null ? [] : sessions.length === 0 ? [spec('00:00', '00:00')] : sessions.map((session) => spec(clockOf(session.from), clockOf(session.to)))).map((row) => ({ ...row, validFrom: day, validThrough: day }))),
  }
}
