import type { AnswerOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { areaPage } from '../../../geodata/contract/areaPage.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { coverageAnswer } from '../coverage.ts'
import { categoryName } from '../describe.ts'
import type { OpenCity } from '../open-city.ts'

/** How many services the page names. */
const mostServices = 6

/** Services that most homes of an area lack, each for its usual group and limit; categories that have no site anywhere say nothing. */
export async function worstServices(open: OpenCity, code: string, reader: Reader, language: Language): Promise<AnswerOf<typeof areaPage>['gaps']> {
  const rows: AnswerOf<typeof areaPage>['gaps'] = []
  for (const { code: category } of open.catalogue.categories) {
    if (!open.city.facilities.category.some((at) => open.catalogue.categories[at]?.code === category)) continue
    const { residents, buildings } = await coverageAnswer(open, { category, area: code }, reader, language)
    const left = residents.total === null || residents.covered === null ? null : residents.total - residents.covered
    rows.push({ category, name: categoryName(open, category, language), residents: left, buildings: buildings.total - buildings.covered, share: residents.share === null ? null : 1 - residents.share })
  }
  return rows.filter(({ buildings }) => buildings > 0).toSorted((a, b) => b.buildings - a.buildings).slice(0, mostServices)
}
