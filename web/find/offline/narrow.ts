import type { AnswerOf } from '../../../geodata/contract/exchange.ts'
import type { VenueRow, venues } from '../../../geodata/contract/venues.ts'
import { dayAndMinute, readInstant } from '../../../geodata/hours/clock.ts'
import { bestFit, isNight, wishesOfHour, worthMinutes } from '../../../geodata/hours/fit.ts'
import type { VenueFilter } from '../../../geodata/model/venue.ts'

type Listing = AnswerOf<typeof venues>

/** The list that a question asks for, out of a list of all there is from the same start: for times without a connection. States are those of the list; the page goes by its own clock. */
export function narrowed(stock: Listing, query: URLSearchParams): Listing {
  const wish = query.get('wish')
  const category = query.get('category')
  const asked = [...filters.keys()].filter((filter) => (filter === 'open' ? query.get('open') === 'now' : query.get(filter) === 'yes'))
  const words = (query.get('q') ?? '').trim().toLowerCase()
  const common = stock.venues.filter((row) => words === '' || [row.name, row.unitName, row.categoryName].some((text) => text?.toLowerCase().includes(words)))
  const ofKind = (row: VenueRow): boolean => (wish === null || row.wishes.includes(wish)) && (category === null || row.category === category)
  const passing = (row: VenueRow, wanted: readonly VenueFilter[]): boolean => wanted.every((filter) => filters.get(filter)?.(row) ?? true)
  const rows = common.filter((row) => ofKind(row) && passing(row, asked))
  const onFoot = stock.origin?.connected ?? false
  const counted = <Facet extends { count: number; open: number; instead: unknown }>(facet: Facet, mine: (row: VenueRow) => boolean): Facet => {
    const found = common.filter((row) => (!onFoot || row.walkMetres !== null) && mine(row))
    return { ...facet, count: found.length, open: found.filter(isOpen).length, instead: null }
  }
  return {
    ...stock, venues: rows, total: rows.length, next: null, instead: null, first: firstOf(rows, readInstant(query.get('at') ?? stock.at) ?? 0, wish !== null || category !== null || words !== ''),
    facets: {
      wishes: stock.facets.wishes.map((facet) => counted(facet, (row) => row.wishes.includes(facet.code) && passing(row, asked))),
      categories: stock.facets.categories.map((facet) => counted(facet, (row) => row.category === facet.code && passing(row, asked))),
      filters: stock.facets.filters.map((facet) => counted(facet, (row) => ofKind(row) && passing(row, [...asked, facet.code]))),
    },
  }
}

/** The place of the first card, chosen as the server does, from what the rows say. */
function firstOf(rows: readonly VenueRow[], at: number, isChosen: boolean): Listing['first'] {
  const { minute } = dayAndMinute(at)
  const called = isChosen ? [] : wishesOfHour(minute, null)
  for (const wish of isNight(minute) && !isChosen ? called : [...called, null]) {
    const found = bestFit(rows, (row) => (isOpen(row) && row.walkMinutes !== null && (wish === null || row.wishes.includes(wish)) ? { minutes: row.walkMinutes, admits: row.admits, priced: row.priceText !== '' || row.yuan !== null, own: false } : null), { most: isChosen ? Infinity : worthMinutes(minute) })
    const venue = rows[found]
    if (venue) return { wish, venue }
  }
  return null
}

const isOpen = ({ state }: VenueRow): boolean => state === 'open' || state === 'closes-soon'

const filters = new Map<VenueFilter, (row: VenueRow) => boolean>([
  ['open', isOpen], ['admits', ({ admits }) => admits === 'yes'], ['stepFree', ({ access }) => access.stepFree === true], ['delivers', ({ delivers }) => delivers === true], ['cash', ({ payments }) => payments.includes('cash')],
  ['noBooking', ({ booking }) => booking === 'none'], ['halal', ({ halal }) => halal === true], ['toilet', ({ access }) => access.toilet === true], ['free', ({ yuan }) => yuan === 0],
])
