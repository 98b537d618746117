import type { AnswerOf, QueryOf } from '../../../geodata/contract/exchange.ts'
import type { hsds, hsdsService, hsdsServices } from '../../../geodata/contract/feeds.ts'
import { dayAndMinute } from '../../../geodata/hours/clock.ts'
import { writeHours } from '../../../geodata/hours/write.ts'
import { feedTexts } from '../../../geodata/words/feeds.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { hoursOf } from '../hours/hours-of.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { readAsker } from '../venues/asker.ts'
import { readMoment } from '../venues/moment.ts'
import { namedBy } from '../venues/named.ts'
import type { Venue } from '../venues/venue.ts'
import { venueList } from '../venues/venue-list.ts'
import { venueRow } from '../venues/venue-row.ts'
import { serviceHead, serviceId, serviceOf, type HsdsSetting, type HsdsSource } from './hsds-service.ts'
import { uuidOf } from './uuid.ts'

/** Of the specification the feed keeps to; its objects are described at this address. */
const version = '3.0'
const profile = 'https://docs.openreferral.org/en/v3.0/'
const usualPage = 50

export type HsdsAsk = { publicUrl: string; language: Language; now: number }

export function hsdsAnswer(open: OpenCity, { publicUrl, language }: HsdsAsk): AnswerOf<typeof hsds> {
  const { name, demo } = open.identity
  return {
    version, profile, openapi_url: `${publicUrl}/api/openapi.json`, description: [fillSentence(feedTexts.feed, { name }, language), ...(demo ? [feedTexts.demo[language]] : [])].join(' · '),
    publisher: { name, website: `${publicUrl}/find` },
  }
}

export async function hsdsServicesAnswer(open: OpenCity, { search = '', page = 1, per_page: perPage = usualPage, full, taxonomy_term_id: term }: QueryOf<typeof hsdsServices>, ask: HsdsAsk): Promise<AnswerOf<typeof hsdsServices>> {
  const { categories } = open.catalogue
  const isNamed = namedBy(open.catalogue, search)
  const found = (await venueList(open)).venues.filter((venue) => isNamed(venue) && (term === undefined || uuidOf('category', categories[venue.category].code) === term))
  const pages = Math.ceil(found.length / perPage), from = (page - 1) * perPage
  const sources = await sourcesOf(open, found.slice(from, from + perPage), ask)
  const setting = settingOf(open, ask)
  return {
    total_items: found.length, total_pages: pages, page_number: page, size: sources.length, first_page: page === 1, last_page: page >= pages, empty: sources.length === 0,
    contents: sources.map((source) => (full === 'true' ? serviceOf(source, setting) : serviceHead(source, setting)) as AnswerOf<typeof hsdsService>),
  }
}

/** Refusal unknownRecord, for what is hidden as for what was never there. */
export async function hsdsServiceAnswer(open: OpenCity, id: string, ask: HsdsAsk): Promise<AnswerOf<typeof hsdsService>> {
  const known = (await venueList(open)).venues.find((venue) => serviceId(venue.id) === id)
  const [source] = known ? await sourcesOf(open, [known], ask) : []
  if (!source) throw new Refusal('unknownRecord', { kind: 'facility', found: id })
  return serviceOf(source, settingOf(open, ask)) as AnswerOf<typeof hsdsService>
}

const settingOf = (open: OpenCity, { publicUrl, language, now }: HsdsAsk): HsdsSetting => ({ publicUrl, language, calendar: open.hours.calendar, day: dayAndMinute(now).day })

async function sourcesOf(open: OpenCity, venues: readonly Venue[], { language, now }: HsdsAsk): Promise<HsdsSource[]> {
  const telling = { moment: readMoment(open, undefined, now, language), asker: readAsker(open, {}, null), language, reports: await open.names.reportStandings() }
  const sources = await Promise.all(venues.map(async ({ id }): Promise<HsdsSource | null> => {
    const facility = await open.names.facility(id)
    if (!facility) return null
    const { rule } = hoursOf(open.hours, facility)
    return {
      venue: await venueRow(open, facility, Infinity, telling), address: facility.offer.address, minAge: facility.admission.minAge, maxAge: facility.admission.maxAge, hoursText: rule ? writeHours(rule, language) : facility.hours,
      prices: facility.offer.prices, date: facility.date, cityName: open.identity.name,
    }
  }))
  return sources.filter((source) => source !== null)
}
