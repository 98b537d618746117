import type { AnswerOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { areaPage } from '../../../geodata/contract/areaPage.ts'
import type { AreaLevel } from '../../../geodata/model/area.ts'
import type { RegisterCode } from '../../../geodata/model/registerList.ts'
import { completenessOf } from '../../../geodata/registers/build/completeness.ts'
import { areaPageWords } from '../../../geodata/words/areaPage.ts'
import { registerWords } from '../../../geodata/words/registers/all.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { coverageAnswer } from '../coverage.ts'
import { categoryName } from '../describe.ts'
import type { OpenCity } from '../open-city.ts'
import { registerInput } from '../registers/register-input.ts'
import { tableOf } from '../registers/register-tables.ts'

type Figure = AnswerOf<typeof areaPage>['figures'][number]
export type AskedArea = { code: string; level: AreaLevel; parent: string | null; day: string }

/** Coverage that the page shows, and which headline of which register; whether more is better. Headlines that count persons are told by their own page alone. */
const shownCategories = ['canteen', 'activityRoom', 'clinic'] as const
const shownHeadlines: readonly { code: RegisterCode; headline: string; better: Figure['better'] }[] = [
  { code: 'greatCommittees', headline: 'heldShare', better: 'high' }, { code: 'vacancies', headline: 'vacant', better: 'low' }, { code: 'meetingFrequency', headline: 'behind', better: 'low' }, { code: 'doubleCheckin', headline: 'unitsReported', better: 'high' },
  { code: 'claimedPosts', headline: 'claimed', better: 'high' }, { code: 'pairings', headline: 'unitsPaired', better: 'high' }, { code: 'openRooms', headline: 'rooms', better: 'high' }, { code: 'selfGovernance', headline: 'unmanaged', better: 'low' },
  { code: 'roomsOwed', headline: 'missingRooms', better: 'low' }, { code: 'twoNewCover', headline: 'organised', better: 'high' }, { code: 'twoNewCover', headline: 'work', better: 'high' }, { code: 'requests', headline: 'resolved', better: 'high' }, { code: 'serviceItems', headline: 'mean', better: 'high' },
]

/** Fewer areas than this to compare with give no median. */
const leastNeighbours = 3

/** Figures of an area, each beside the median of the other areas of its level under the same parent. */
export async function figuresOfArea(open: OpenCity, asked: AskedArea, reader: Reader, language: Language): Promise<Figure[]> {
  const siblings = siblingsOf(open, asked)
  const byArea = await Promise.all(siblings.map(async (code) => ({ code, values: await valuesOf(open, code, asked, reader) })))
  const covers = await coverages(open, asked, siblings, reader, language)
  const own = byArea.find(({ code }) => code === asked.code)?.values ?? new Map<string, Value>()
  const figure = (key: string, value: Value, others: readonly Value[], rest: Pick<Figure, 'name' | 'better' | 'rule' | 'page'>): Figure => ({ code: key, value: value.value, of: value.of, kind: value.kind, median: median(others.map(comparable)), ...rest })
  const others = (key: string): Value[] => byArea.filter(({ code }) => code !== asked.code).flatMap(({ values }) => values.get(key) ?? [])
  return [
    ...covers,
    ...['complete'].flatMap((key) => {
      const value = own.get(key)
      return value ? [figure(key, value, others(key), { name: areaPageWords.complete[language], better: 'high', rule: areaPageWords.completeRule[language], page: '/completeness' })] : []
    }),
    ...shownHeadlines.flatMap(({ code, headline, better }) => {
      const value = own.get(`${code}.${headline}`)
      const words = registerWords[code]
      if (!value || !words) return []
      return [figure(`${code}.${headline}`, value, others(`${code}.${headline}`), { name: words.headlines?.[headline]?.name[language] ?? words.name[language], better, rule: words.formula[language], page: `/registers/${code}` })]
    }),
  ]
}

type Value = { value: number | null; of: number | null; kind: Figure['kind'] }

/** A part of a whole is compared as a share. */
const comparable = ({ value, of }: Value): number | null => (value === null ? null : of === null || of === 0 ? (of === 0 ? null : value) : value / of)

function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b)
  if (known.length < leastNeighbours) return null
  const middle = known.length >> 1
  return known.length % 2 === 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2
}

function siblingsOf({ city: { areas } }: OpenCity, { code, level, parent }: AskedArea): string[] {
  const at = areas.byCode.get(code) ?? -1
  return areas.codes.filter((one, i) => one === code || (areas.levels[i] === areas.levels[at] && level !== 'city' && areas.parents[i] >= 0 && areas.codes[areas.parents[i]] === parent))
}

const kept = new WeakMap<OpenCity, Map<string, Promise<Map<string, Value>>>>()

/** Of one area; kept with the city, since every neighbour's page asks for the same. */
function valuesOf(open: OpenCity, code: string, { level, day }: AskedArea, reader: Reader): Promise<Map<string, Value>> {
  const own = kept.get(open) ?? new Map<string, Promise<Map<string, Value>>>()
  kept.set(open, own)
  const key = JSON.stringify([code, day, reader])
  const known = own.get(key) ?? compute(open, code, level, day, reader)
  own.set(key, known)
  return known
}

async function compute(open: OpenCity, code: string, level: AreaLevel, day: string, reader: Reader): Promise<Map<string, Value>> {
  const input = await registerInput(open, { area: code, day }, reader)
  const values = new Map<string, Value>()
  for (const { code: register, headline } of shownHeadlines) {
    const table = (await tableOf(open, register, { area: code, day }, reader))?.table
    const head = table && table.rows.length > 0 ? table.headlines.find((one) => one.code === headline) : undefined
    // A part of nothing is not 0: there is nothing of the kind here.
    if (head && !head.persons && head.of !== 0) values.set(`${register}.${headline}`, { value: head.value, of: head.kind === 'share' ? null : head.of, kind: head.kind })
  }
  const row = level === 'community' || level === 'street' ? completenessOf(input, level).rows.find(({ area }) => area.code === code) : undefined
  if (row) values.set('complete', { value: row.complete, of: row.of, kind: 'count' })
  return values
}

async function coverages(open: OpenCity, { code, parent }: AskedArea, siblings: readonly string[], reader: Reader, language: Language): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const category of shownCategories) {
    if (!open.catalogue.categories.some((one) => one.code === category)) continue
    const { byArea, rule } = await coverageAnswer(open, { category, ...(parent === null ? {} : { area: parent }) }, reader, language)
    const share = (one: string): number | null => byArea.find((row) => row.code === one)?.residents.share ?? null
    figures.push({
      code: `coverage.${category}`, name: fillSentence(areaPageWords.coverage, { category: categoryName(open, category, language) }, language), value: share(code), of: null, kind: 'share',
      median: median(siblings.filter((one) => one !== code).map(share)), better: 'high', rule, page: `/plan?category=${category}&area=${code}`,
    })
  }
  return figures
}
