import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { venues, VenueRow } from '../../../geodata/contract/venues.ts'
import { standingAt } from '../../../geodata/hours/state.ts'
import { venueFilters } from '../../../geodata/model/venue.ts'
import { stateText } from '../../../geodata/words/hours.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { insteadText } from '../../../geodata/words/venues.ts'
import { categoryName } from '../describe.ts'
import type { OpenCity } from '../open-city.ts'
import { standingOf } from '../standing.ts'
import { readAsker } from './asker.ts'
import { bitOf, conditionNames, conditions, farBit, filterName, readChoice, type Choice, type VenueQuery } from './choice.ts'
import { compare, failsOn, type Compared } from './compare.ts'
import { firstOf, type Found } from './first.ts'
import { listedCategories, tallies, type Level, type Tally } from './facets.ts'
import { holidaysOf, readMoment } from './moment.ts'
import { momentOf, nextPage, offsetIn } from './page.ts'
import { profileOf, readStart, withoutStairs, type Start } from './start.ts'
import { recordOf, venueList } from './venue-list.ts'
import { nameOf, venueRow, type Telling } from './venue-row.ts'
import { minutesAt, placeOf, walksTo, type Walks } from './walks.ts'

type Answer = AnswerOf<typeof venues>
type Instead = NonNullable<Answer['instead']>

const usualPage = 50

/** `now`: the instant for whoever names none. */
export async function venuesAnswer(open: OpenCity, query: VenueQuery, language: Language, now: number): Promise<Answer> {
  const choice = readChoice(open, query)
  const moment = readMoment(open, momentOf(query), now, language)
  const start = await readStart(open, query, moment.ms)
  const asker = readAsker(open, query, start)
  const [known, reports] = await Promise.all([venueList(open), open.names.reportStandings()])
  const telling: Telling = { moment, asker, language, reports }
  const { venues } = known
  const walks = walksTo(open, start, venues)
  const compared = compare(open, known, walks, choice, asker, moment.ms)
  const list = inOrder(compared, walks)
  const found: Found = { ...known, walks, compared, list }
  const level = start && (await levelOf(open, start, venues, compared, choice, moment.ms))
  const counted = tallies(open, venues, compared, walks, level)
  const { dataVersion, ...standing } = standingOf(open.identity, open.versions, open.catalogue.version, null)
  const from = offsetIn(query, dataVersion, moment)
  const to = Math.min(list.length, from + (query.limit ?? usualPage))
  const instead = (tally: Tally, asked: string, by = walks): Promise<Instead | null> => insteadOf(open, { ...found, walks: by }, choice, tally, asked, telling)
  const { wishes, categories } = open.catalogue
  return {
    at: moment.at, day: moment.day, origin: start?.origin ?? null, dataDate: standing.dataDate, dataVersion, demo: standing.demo,
    facets: {
      wishes: await Promise.all(wishes.map(async ({ code, glyph, ...names }, i) => ({ glyph, ...(await facet(code, language === 'zh' ? names.name : names.nameEn, counted.wishes[i], instead)) }))),
      categories: await Promise.all(listedCategories(open, choice, counted).map((i) => facet(categories[i].code, categoryName(open, categories[i].code, language), counted.categories[i], instead))),
      filters: await Promise.all(venueFilters.map((filter, i) => facet(filter, filterName(filter, language), counted.filters[i], (tally, asked) => instead(tally, asked, filter === 'stepFree' ? level?.walks : walks)))),
    },
    venues: await rowsOf(open, found, list.slice(from, to), telling), total: list.length, next: to < list.length ? nextPage(query, to, dataVersion, moment) : null,
    first: start && (await firstTold(open, found, choice, telling)), instead: list.length > 0 ? null : await instead(counted.total, ''),
    holidays: holidaysOf(open),
  }
}

async function levelOf(open: OpenCity, start: Start, venues: Found['venues'], compared: Compared, choice: Choice, ms: number): Promise<Level | null> {
  const around = await withoutStairs(open, start, ms)
  if (!around) return null
  const walks = walksTo(open, { ...around, position: start.position }, venues)
  return { walks, fails: failsOn(open, compared, walks, choice) }
}

/** Keys end in the place they belong to, so that they are sorted as numbers alone. */
function inOrder({ inArea, fails }: Compared, { keys }: Walks): number[] {
  const own = keys.filter((_, i) => inArea[i] === 1 && fails[i] === 0).sort()
  return Array.from(own, placeOf)
}

async function rowsOf(open: OpenCity, { venues, walks, shown }: Found, places: readonly number[], telling: Telling): Promise<VenueRow[]> {
  const rows = await Promise.all(places.map(async (i) => {
    const facility = await recordOf(open, { shown }, venues[i].id)
    return facility && venueRow(open, facility, walks.metres[i], telling)
  }))
  return rows.filter((row) => row !== null)
}

async function facet<C extends string>(code: C, name: string, tally: Tally, instead: (tally: Tally, asked: string) => Promise<Instead | null>): Promise<{ code: C; name: string; count: number; open: number; instead: Instead | null }> {
  return { code, name, count: tally.count, open: tally.open, instead: tally.count > 0 ? null : await instead(tally, name) }
}

/** `asked`: name of what gives nothing; '' for the list itself. */
async function insteadOf(open: OpenCity, { venues, walks, shown }: Found, choice: Choice, { best, without }: Tally, asked: string, { moment, language }: Telling): Promise<Instead | null> {
  const facility = best < 0 ? null : await recordOf(open, { shown }, venues[best].id)
  if (!facility) return { reason: insteadText(asked, [], null, language), venue: null, without: [] }
  const hours = open.hours.bySite.get(facility.id)
  const venue = {
    id: facility.id, name: nameOf(open, facility, language), walkMinutes: minutesAt(walks.metres[best], profileOf(open, 'elderly').metresPerSecond),
    stateText: hours ? stateText(standingAt(hours, moment.ms, open.hours.calendar), moment.ms, language) : '',
  }
  return { reason: insteadText(asked, conditionNames(open, choice, without, language), { ...venue, isFar: (without & farBit) !== 0 }, language), venue, without: conditions.filter((one) => without & bitOf(one)) }
}

async function firstTold(open: OpenCity, found: Found, choice: Choice, telling: Telling): Promise<Answer['first']> {
  const first = firstOf(open, found, choice, telling)
  const [venue] = first ? await rowsOf(open, found, [first.place], telling) : []
  return first && venue ? { wish: first.wish, venue } : null
}
