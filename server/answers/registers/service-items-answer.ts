import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { serviceItems } from '../../../geodata/contract/completeness.ts'
import { servedItems } from '../../../geodata/registers/act/servedItems.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { standingOf } from '../standing.ts'
import { registerInput } from './register-input.ts'
import { upTo } from './up-to.ts'

type Answer = AnswerOf<typeof serviceItems>

/** What can be done at each community's counter, how, and where that is. Nothing entered: no items at all, rather than 38 that nobody offers. */
export async function serviceItemsAnswer(open: OpenCity, query: QueryOf<typeof serviceItems>, reader: Reader, language: Language): Promise<Answer> {
  const known = open.catalogue.serviceItems
  if (query.item !== undefined && !known.some(({ code }) => code === query.item)) throw new Refusal('badParameter', { parameter: 'item', found: query.item }, { kind: 'oneOf', values: known.map(({ code }) => code) })
  const input = await registerInput(open, { area: query.area === undefined ? null : upTo(open, query.area, 'community'), day: open.day }, reader)
  const served = servedItems(input)
  const places = served.flatMap(({ community, items }) => {
    const wanted = items.filter(({ code }) => query.item === undefined || code === query.item)
    return wanted.length === 0 ? [] : [{ community: community.code, name: community.name, items: wanted.map(({ code, mode, facility }) => ({ code, mode, facility: facility && { id: facility.id, name: facility.name, position: [facility.position[0], facility.position[1]] as [number, number], phone: facility.phone } })) }]
  })
  return {
    items: served.length === 0 ? [] : known.map(({ code, name, nameEn, source, confirmed }) => ({ code, name: language === 'zh' ? name : nameEn, source, confirmed, communities: served.filter(({ items }) => items.some((item) => item.code === code)).length })),
    places, ...standingOf(open.identity, open.versions, open.catalogue.version, null),
  }
}
