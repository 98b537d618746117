import type { VenueRow } from '../../../geodata/contract/venues.ts'
import type { Calendar } from '../../../geodata/hours/calendar.ts'
import { feedTexts } from '../../../geodata/words/feeds.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { schedulesOf, type HsdsSchedule } from './hsds-schedules.ts'
import { uuidOf } from './uuid.ts'

/** What a service of the feed is told from. `day`: the ISO day it is told on. */
export type HsdsSource = {
  venue: VenueRow; address: string | null; minAge: number | null; maxAge: number | null; hoursText: string | null
  prices: readonly { what: string; minAge: number | null; maxAge: number | null; yuan: number }[]; date: string | null; cityName: string
}
export type HsdsSetting = { publicUrl: string; language: Language; calendar: Calendar; day: string }

/** A service with only what stands to it one to one, as lists hold it (HSDS 3, service_list). */
export function serviceHead({ venue, minAge, maxAge, date, cityName }: HsdsSource, { publicUrl, language }: HsdsSetting): Record<string, unknown> {
  const shut = venue.state === 'suspended' ? venue.suspensions.at(-1)?.reason : undefined
  return {
    id: serviceId(venue.id), name: venue.name, description: [venue.categoryName, venue.stateText].filter((part) => part !== '').join(' · '), url: `${publicUrl}/venue/${encodeURIComponent(venue.id)}`,
    status: shut === undefined ? 'active' : 'temporarily closed', ...(shut !== undefined && { alert: shut }),
    eligibility_description: venue.admitsText, ...(minAge !== null && { minimum_age: minAge }), ...(maxAge !== null && { maximum_age: maxAge }),
    ...(venue.priceText !== '' && { fees_description: venue.priceText }), ...(venue.checked !== null && { assured_date: venue.checked.day }), ...(date !== null && { last_modified: `${date}T00:00:00+08:00` }),
    organization: organisationOf(venue, cityName, language),
  }
}

/** A service with all that hangs on it (HSDS 3, service). An address is told as a description: HSDS asks for a postcode, which nobody states here. */
export function serviceOf(source: HsdsSource, setting: HsdsSetting): Record<string, unknown> {
  const { venue, address, prices, hoursText } = source
  const { language, calendar, day } = setting
  const id = serviceId(venue.id)
  const text = hoursText ?? venue.stateText
  const schedules: HsdsSchedule[] = venue.rule === null ? [{ id: uuidOf('schedule', venue.id), timezone: 8, description: text }] : schedulesOf(venue.id, venue.rule, calendar, day, text, language)
  const access = [venue.access.stepFree === null ? null : venue.access.stepFree ? feedTexts.noSteps : feedTexts.steps, venue.access.toilet === true ? feedTexts.toilet : null].flatMap((sentence) => (sentence === null ? [] : [sentence[language]]))
  return {
    ...serviceHead(source, setting),
    phones: (venue.phone ?? '').split(';').map((number) => number.trim()).filter((number) => number !== '').map((number) => ({ id: uuidOf('phone', venue.id, number), number, type: 'voice' })),
    schedules,
    cost_options: prices.map(({ what, minAge, maxAge, yuan }, at) => ({ id: uuidOf('cost', venue.id, String(at)), option: [what, agesOf(minAge, maxAge)].filter((part) => part !== '').join(' '), currency: 'cny', amount: yuan })),
    required_documents: venue.bring === null ? [] : [{ id: uuidOf('document', venue.id), document: venue.bring }],
    attributes: [{ id: uuidOf('attribute', venue.id), link_id: id, link_entity: 'service', taxonomy_term: { id: uuidOf('category', venue.category), code: venue.category, name: venue.categoryName, description: venue.categoryName } }],
    service_at_locations: [{
      id: uuidOf('at', venue.id), service_id: id, location_id: uuidOf('location', venue.id),
      location: {
        id: uuidOf('location', venue.id), location_type: 'physical', name: venue.name, ...(address !== null && { description: address }), longitude: venue.position[0], latitude: venue.position[1],
        accessibility: access.length === 0 ? [] : [{ id: uuidOf('access', venue.id), description: access.join('；') }],
      },
    }],
  }
}

export const serviceId = (venue: string): string => uuidOf('service', venue)

function organisationOf({ unitName, communityName }: VenueRow, cityName: string, language: Language): { id: string; name: string; description: string } {
  const [kind, name] = unitName !== null ? (['unit', unitName] as const) : communityName !== null ? (['community', communityName] as const) : (['city', cityName] as const)
  return { id: uuidOf('organization', kind, name), name, description: fillSentence(feedTexts[kind], {}, language) }
}

const agesOf = (from: number | null, to: number | null): string => (from === null && to === null ? '' : `${from ?? 0}${to === null ? '+' : `-${to}`}`)
