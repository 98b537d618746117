import type { AnswerOf, QueryOf } from '../../../geodata/contract/exchange.ts'
import type { venue } from '../../../geodata/contract/venues.ts'
import { readHours } from '../../../geodata/hours/read.ts'
import { writeHours } from '../../../geodata/hours/write.ts'
import { wayTo } from '../../../geodata/kernel/route.ts'
import { holdsFor } from '../../../geodata/model/admittance.ts'
import type { Facility } from '../../../geodata/model/facility.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { hoursOf } from '../hours/hours-of.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { standingOf } from '../standing.ts'
import { readAsker } from './asker.ts'
import { holidaysOf, readMoment, type Moment } from './moment.ts'
import { navigationTo } from './navigation.ts'
import { profileOf, readStart } from './start.ts'
import { publicPosition, recordOf, venueList } from './venue-list.ts'
import { venueRow } from './venue-row.ts'
import { minutesAt, mostMetres } from './walks.ts'
import { sessionsToday, weekOf } from './week.ts'

type Answer = AnswerOf<typeof venue>

/** Refusal unknownRecord, for what is hidden as for what was never there. */
export async function venueAnswer(open: OpenCity, id: string, query: QueryOf<typeof venue>, language: Language, now: number): Promise<Answer> {
  const list = await venueList(open)
  const known = list.byId.get(id), facility = known && (await recordOf(open, list, id))
  if (!known || !facility) throw new Refusal('unknownRecord', { kind: 'facility', found: id })
  const moment = readMoment(open, query.at, now, language)
  const start = await readStart(open, query, moment.ms)
  const asker = readAsker(open, query, start)
  const way = start && wayTo(start.footing, start.doors, siteOf(open, known.index), mostMetres(open))
  const row = await venueRow(open, facility, way?.metres ?? Infinity, { moment, asker, language, reports: await open.names.reportStandings() })
  const hours = hoursOf(open.hours, facility), { calendar } = open.hours
  const { dataVersion, dataDate, demo } = standingOf(open.identity, open.versions, open.catalogue.version, null)
  const { offer } = facility
  return {
    at: moment.at, day: moment.day, origin: start?.origin ?? null, dataDate, dataVersion, demo, venue: row,
    address: offer.address, hours: facility.hours, hoursText: hours.rule && writeHours(hours.rule, language), caveats: facility.hours === null ? [] : [...readHours(facility.hours).caveats],
    week: weekOf(hours, moment.day.day, calendar, language),
    prices: offer.prices.map((price) => ({ ...price, mine: asker.age !== null && holdsFor(price, asker.age) })), menu: offer.menu,
    programmes: programmesOn(open, facility, moment, language),
    navigation: navigationTo(publicPosition(facility.position), row.name), route: start && way && routeShown(open, way),
    source: facility.source, date: facility.date, holidays: holidaysOf(open),
  }
}

const siteOf = ({ city: { facilities } }: OpenCity, index: number): { x: number; y: number } => ({ x: facilities.x[index], y: facilities.y[index] })

/** What is on that day, in the order of its beginning; not while the place is shut out of turn. */
function programmesOn(open: OpenCity, { offer, suspensions }: Facility, { ms }: Moment, language: Language): Answer['programmes'] {
  return offer.programmes
    .map(({ name, room, hours }) => ({ name, room, hours, sessions: sessionsToday(hoursOf(open.hours, { hours, suspensions }), ms, open.hours.calendar, language) }))
    .filter(({ sessions }) => sessions.length > 0)
    .toSorted((a, b) => minutes(a.sessions[0].from) - minutes(b.sessions[0].from))
}

const minutes = (clock: string): number => Number(clock.split(':')[0]) * 60 + Number(clock.split(':')[1])

/** Along streets, which are no secret, to about a metre; both ends as everybody may know where something is. */
function routeShown(open: OpenCity, { line, metres, steps }: NonNullable<ReturnType<typeof wayTo>>): NonNullable<Answer['route']> {
  const shown = line.map(([lon, lat]): [number, number] => [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5])
  const last = line.at(-1)
  if (last) shown[shown.length - 1] = publicPosition(last)
  if (shown.length > 0) shown[0] = publicPosition(line[0])
  return { line: shown, metres: Math.round(metres), adultMinutes: minutesAt(metres, profileOf(open, 'adult').metresPerSecond) ?? 0, elderlyMinutes: minutesAt(metres, profileOf(open, 'elderly').metresPerSecond) ?? 0, steps }
}
