import type { AnswerOf, QueryOf, Reader } from '../../geodata/contract/exchange.ts'
import type { basket, BasketService } from '../../geodata/contract/basket.ts'
import { answerBasket } from '../../geodata/kernel/basket.ts'
import type { BasketService as KernelService } from '../../geodata/kernel/figures.ts'
import { innerPoint } from '../../geodata/kernel/inner.ts'
import { reachedNearest } from '../../geodata/kernel/reached.ts'
import { areaLevels } from '../../geodata/model/area.ts'
import type { Building } from '../../geodata/model/building.ts'
import { reasonSentence, refusalOf, type Refusal as SiteRefusal } from '../../geodata/words/reasons.ts'
import { fillSentence, type Language } from '../../geodata/words/sentence.ts'
import { stateWords } from '../../geodata/words/terms.ts'
import { kOf } from '../security/k.ts'
import { shownCounts } from '../security/shown-counts.ts'
import { checkBuildingWithin } from '../security/visibility.ts'
import type { CityThen } from './as-of.ts'
import { describeHour, momentOf } from './hours/moment.ts'
import { categoryName, describeRule, minutesOf, rounded, wordsOf } from './describe.ts'
import type { OpenCity } from './open-city.ts'
import { readQuestion } from './read-question.ts'
import { Refusal } from './refusal.ts'
import { siteOf } from './site-of.ts'
import { standingOf } from './standing.ts'

type Answer = AnswerOf<typeof basket>
export type BasketQuery = QueryOf<typeof basket>

/** Every service for one building; the route only for the category asked for. Without one the first of the catalogue sets metric and profile. */
export async function basketAnswer(open: OpenCity, id: string, query: BasketQuery, reader: Reader, language: Language): Promise<Answer> {
  const index = open.ids.find(id) ?? numbered(open, id)
  const building = index === null ? null : await open.names.building(open.ids.at(index))
  if (index === null || !building) throw new Refusal('unknownBuilding', { parameter: 'id', found: id })
  checkBuildingWithin(open, reader, index, building.name)
    const category = query.category ?? open.catalogue.categories[0].code
  const question = readQuestion(open, { ...query, category })
  const then = await momentOf(open, question, query.asOf, 'every')
  const answer = answerBasket(open.city, then.overlay, index, question)
  const rule = answer.services.find((service) => service.question.category === category)
  return {
    ...standingOf(open.identity, open.versions, open.catalogue.version, null),
    building: { ...describeBuilding(open, index, building, then), snapMetres: answer.snapMetres === null ? null : rounded(answer.snapMetres) },
    rule: rule ? describeRule(open, rule, language, then.hour) : '', hour: describeHour(then.hour, language),
    services: answer.services.map((service) => describeService(open, then, index, service, service.question.category === query.category, language)),
  }
}

/** `@n` is the n-th building in dense order: what a map knows of a building whose name nobody listed. */
function numbered(open: OpenCity, id: string): number | null {
  const index = /^@\d{1,9}$/.test(id) ? Number(id.slice(1)) : -1
  return index >= 0 && index < open.ids.count ? index : null
}

function describeBuilding(open: OpenCity, index: number, building: Building, then: CityThen): Omit<Answer['building'], 'snapMetres'> {
  const { residents } = then.buildings.get(building.id) ?? building
  const k = kOf(open.catalogue)
  const [lon, lat] = innerPoint(building.footprint)
  return {
    id: building.id, index, name: building.name, code: building.code, position: [lon, lat], use: building.use, storeys: building.storeys,
    households: residents && (residents.households === 0 || residents.households >= k) ? residents.households : null, residents: residents && shownCounts(residents, k),
    basis: residents?.basis ?? null, counted: residents?.counted ?? null, source: residents?.source ?? building.source, date: residents?.date ?? building.date,
    areas: areasAbove(open, index),
  }
}

/** From the smallest to the largest, then the estate. */
function areasAbove(open: OpenCity, index: number): Answer['building']['areas'] {
  const { areas, buildings } = open.city
  const chain: number[] = []
  for (let at = buildings.area[index]; at >= 0 && at < areas.count; at = areas.parents[at]) chain.push(at)
  if (buildings.estate[index] >= 0) chain.push(buildings.estate[index])
  return chain.map((at) => ({ code: areas.codes[at], name: areas.names[at], level: areaLevels[areas.levels[at]] }))
}

export function describeService(open: OpenCity, then: CityThen, index: number, service: KernelService, asked: boolean, language: Language): BasketService {
  const { question, nearest } = service
  const site = nearest && siteOf(open, then.overlay, nearest.facility)
  const shut = service.shut < 0 ? null : siteOf(open, then.overlay, service.shut)
  const found = nearest && site && {
    facility: site.id, name: site.name, admits: nearest.admits, isOpen: question.at === null ? null : nearest.isOpen,
    position: [nearest.position[0], nearest.position[1]] as [number, number], metres: rounded(nearest.metres), minutes: minutesOf(nearest.metres, service),
    missesByMetres: rounded(nearest.missesByMetres), route: asked ? nearest.route : null,
  }
  const details = { ...wordsOf(open, service, language), ...(found && { name: found.name, metres: Math.round(found.metres), minutes: found.minutes, missesByMetres: Math.round(found.missesByMetres) }) }
  return {
    category: question.category, categoryName: categoryName(open, question.category, language), group: question.group,
    limitMetres: rounded(service.limitMetres), limitMinutes: rounded(service.limitMinutes), state: service.state, reason: service.reason, shut: shut && { facility: shut.id, name: shut.name },
    sentence: service.reason ? reasonSentence(service.reason, found, asked ? refusal(open, then, index, service) : null, shut, details, language) : fillSentence(stateWords[service.state], {}, language), nearest: found,
  }
}

/** What the nearest site asks of its visitors; looked up for the asked service only, whose list of gaps has worked it out already. */
function refusal(open: OpenCity, { overlay }: CityThen, index: number, { reason, question }: KernelService): SiteRefusal | null {
  if (reason !== 'notAdmitted') return null
  const site = reachedNearest(open.city, overlay, question, 'any', open.cache).facility[index]
  return site < 0 ? null : refusalOf(siteOf(open, overlay, site).admission)
}
