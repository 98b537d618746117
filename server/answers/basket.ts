import type { AnswerOf, QueryOf } from '../../geodata/contract/exchange.ts'
import type { basket, BasketService } from '../../geodata/contract/basket.ts'
import { answerBasket } from '../../geodata/kernel/basket.ts'
import type { BasketService as KernelService } from '../../geodata/kernel/figures.ts'
import { innerPoint } from '../../geodata/kernel/inner.ts'
import { reachedNearest } from '../../geodata/kernel/reached.ts'
import { areaLevels } from '../../geodata/model/area.ts'
import type { Building } from '../../geodata/model/building.ts'
import { emptyOverlay } from '../../geodata/model/overlay.ts'
import { reasonSentence, refusalOf, type Refusal as SiteRefusal } from '../../geodata/words/reasons.ts'
import { fillSentence, type Language } from '../../geodata/words/sentence.ts'
import { stateWords } from '../../geodata/words/terms.ts'
import { categoryName, describeRule, minutesOf, rounded, wordsOf } from './describe.ts'
import type { OpenCity } from './open-city.ts'
import { readQuestion } from './read-question.ts'
import { Refusal } from './refusal.ts'
import { standingOf } from './standing.ts'

type Answer = AnswerOf<typeof basket>
export type BasketQuery = QueryOf<typeof basket>

/** Every service for one building; the route only for the category asked for. Without one the first of the catalogue sets metric and profile. */
export async function basketAnswer(open: OpenCity, id: string, query: BasketQuery, language: Language): Promise<Answer> {
  const index = open.ids.find(id) ?? numbered(open, id)
  const building = index === null ? null : await open.names.building(open.ids.at(index))
  if (index === null || !building) throw new Refusal('unknownBuilding', { parameter: 'id', found: id })
  const category = query.category ?? open.catalogue.categories[0].code
  const question = readQuestion(open, { ...query, category })
  const answer = answerBasket(open.city, emptyOverlay, index, question)
  const rule = answer.services.find((service) => service.question.category === category)
  return {
    ...standingOf(open.identity, open.versions, open.catalogue.version, null),
    building: { ...describeBuilding(open, index, building), snapMetres: answer.snapMetres === null ? null : rounded(answer.snapMetres) },
    rule: rule ? describeRule(open, rule, language) : '',
    services: answer.services.map((service) => describeService(open, index, service, service.question.category === query.category, language)),
  }
}

/** `@n` is the n-th building in dense order: what a map knows of a building whose name nobody listed. */
function numbered(open: OpenCity, id: string): number | null {
  const index = /^@\d{1,9}$/.test(id) ? Number(id.slice(1)) : -1
  return index >= 0 && index < open.ids.count ? index : null
}

function describeBuilding(open: OpenCity, index: number, building: Building): Omit<Answer['building'], 'snapMetres'> {
  const { residents } = building
  const [lon, lat] = innerPoint(building.footprint)
  return {
    id: building.id, index, name: building.name, code: building.code, position: [lon, lat], use: building.use, storeys: building.storeys,
    households: residents?.households ?? null, residents: residents && { all: residents.all, over60: residents.over60, over80: residents.over80, children: residents.children },
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

function describeService(open: OpenCity, index: number, service: KernelService, asked: boolean, language: Language): BasketService {
  const { question, nearest } = service
  const found = nearest && {
    facility: open.city.facilities.ids[nearest.facility], name: open.city.facilities.names[nearest.facility], admits: nearest.admits,
    position: [nearest.position[0], nearest.position[1]] as [number, number], metres: rounded(nearest.metres), minutes: minutesOf(nearest.metres, service),
    missesByMetres: rounded(nearest.missesByMetres), route: asked ? nearest.route : null,
  }
  const details = { ...wordsOf(open, service, language), ...(found && { name: found.name, metres: Math.round(found.metres), minutes: found.minutes, missesByMetres: Math.round(found.missesByMetres) }) }
  return {
    category: question.category, categoryName: categoryName(open, question.category, language), group: question.group,
    limitMetres: rounded(service.limitMetres), limitMinutes: rounded(service.limitMinutes), state: service.state, reason: service.reason,
    sentence: service.reason ? reasonSentence(service.reason, found, asked ? refusal(open, index, service) : null, details, language) : fillSentence(stateWords[service.state], {}, language), nearest: found,
  }
}

/** What the nearest site asks of its visitors; looked up for the asked service only, whose list of gaps has worked it out already. */
function refusal(open: OpenCity, index: number, { reason, question }: KernelService): SiteRefusal | null {
  if (reason !== 'notAdmitted') return null
  const site = reachedNearest(open.city, emptyOverlay, question, 'any', open.cache).facility[index]
  return site < 0 ? null : refusalOf(open.city.facilities.admissions[site])
}
