import type { QueryOf } from '../../../geodata/contract/exchange.ts'
import type { venues } from '../../../geodata/contract/venues.ts'
import { venueFilters, type VenueFilter } from '../../../geodata/model/venue.ts'
import { conditionWords, filterWords } from '../../../geodata/words/venues.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { categoryName } from '../describe.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'

export type VenueQuery = QueryOf<typeof venues>

/** All that can be asked of a venue and be given up again, each a bit: the filters, then the choices. */
export const conditions = [...venueFilters, 'wish', 'category', 'q', 'minutes'] as const
export type Condition = (typeof conditions)[number]
export const bitOf = (condition: Condition): number => 1 << conditions.indexOf(condition)

/** What one came for is given up after all that it has to be: who wants a haircut is not sent to a canteen that delivers. Each filter, and the minutes, weigh one. */
const choiceWeight = 10
/** What is given up last: without it the place is of no use to whoever asks. */
const admitsWeight = 64
/** A bit of no condition: no walk leads to the place though the start meets a street. Nobody is sent there while anything else would do. */
export const farBit = 1 << conditions.length
const farWeight = 128
const heavy: readonly (readonly [bit: number, weight: number])[] = [[farBit, farWeight], [bitOf('admits'), admitsWeight], [bitOf('wish'), choiceWeight], [bitOf('category'), choiceWeight], [bitOf('q'), choiceWeight]]
/** How much is given up with these conditions. */
export function weightOf(bits: number): number {
  let weight = 0, rest = bits
  for (const [bit, more] of heavy) {
    if ((rest & bit) === 0) continue
    weight += more
    rest &= ~bit
  }
  for (; rest !== 0; rest &= rest - 1) weight++
  return weight
}

/** A query as it is compared with venues. */
export type Choice = {
  /** Bits of all that was asked. */
  asked: number
  /** Index into catalogue.wishes and catalogue.categories; -1: not asked. */
  wish: number
  category: number
  q: string
  minutes: number | null
  /** Index of the area, -1: the whole city. It is never given up. */
  area: number
}

/** Refusal unknownWish, unknownCategory, unknownArea; minutes without a start. */
export function readChoice({ catalogue, city }: OpenCity, query: VenueQuery): Choice {
  const { wish, category, area, minutes, q = '' } = query
  const wishIndex = catalogue.wishes.findIndex(({ code }) => code === wish), categoryIndex = catalogue.categories.findIndex(({ code }) => code === category)
  if (wish !== undefined && wishIndex < 0) throw new Refusal('badParameter', { parameter: 'wish', found: wish }, { kind: 'oneOf', values: catalogue.wishes.map(({ code }) => code) })
  if (category !== undefined && categoryIndex < 0) throw new Refusal('unknownCategory', { parameter: 'category', found: category, expected: catalogue.categories.map(({ code }) => code).join('、') })
  const areaIndex = area === undefined ? -1 : city.areas.byCode.get(area)
  if (areaIndex === undefined) throw new Refusal('unknownArea', { parameter: 'area', found: area ?? '' })
  if (minutes !== undefined && query.near === undefined && query.building === undefined) throw new Refusal('missingParameter', { parameter: 'near' }, { kind: 'position' })
  const filters = venueFilters.filter((filter) => (filter === 'open' ? query.open === 'now' : query[filter] === 'yes'))
  const others: Condition[] = [...(wish === undefined ? [] : ['wish' as const]), ...(category === undefined ? [] : ['category' as const]), ...(q.trim() === '' ? [] : ['q' as const]), ...(minutes === undefined ? [] : ['minutes' as const])]
  return { asked: [...filters, ...others].reduce((bits, one) => bits | bitOf(one), 0), wish: wishIndex, category: categoryIndex, q: q.trim(), minutes: minutes ?? null, area: areaIndex }
}

/** Names of conditions in the reader's language, as they stand on chips. */
export function conditionNames(open: OpenCity, choice: Choice, bits: number, language: Language): string[] {
  return conditions.filter((one) => bits & bitOf(one)).map((one) => conditionName(open, choice, one, language))
}

function conditionName(open: OpenCity, { wish, category, q, minutes }: Choice, condition: Condition, language: Language): string {
  const { wishes, categories } = open.catalogue
  switch (condition) {
    case 'wish': return language === 'zh' ? wishes[wish].name : wishes[wish].nameEn
    case 'category': return categoryName(open, categories[category].code, language)
    case 'q': case 'minutes': return fillSentence(conditionWords[condition], { q, minutes }, language)
    default: return filterName(condition, language)
  }
}

export const filterName = (filter: VenueFilter, language: Language): string => filterWords[filter][language]
