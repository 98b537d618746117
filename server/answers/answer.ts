import * as z from 'zod/mini'
import { exchanges } from '../../geodata/contract/all.ts'
import type { Reader } from '../../geodata/contract/exchange.ts'
import { wholeCity } from '../../geodata/contract/meta.ts'
import { encodePack } from '../../geodata/kernel/pack.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { areaPageAnswer } from './area-page/area-page.ts'
import { accessAnswer } from './access.ts'
import { areaAnswer, areasAnswer } from './areas.ts'
import { basketAnswer } from './basket.ts'
import { coverageAnswer } from './coverage.ts'
import { feedFile } from './feeds/feed-files.ts'
import { hsdsAnswer, hsdsServiceAnswer, hsdsServicesAnswer } from './feeds/hsds-answer.ts'
import { venueMarkupAnswer } from './feeds/venue-markup.ts'
import { gapExport } from './gap-export.ts'
import { gapsAnswer } from './gaps.ts'
import { clockAnswer } from './hours/clock-answer.ts'
import { shutAnswer } from './hours/shut-answer.ts'
import { heatAnswer } from './heat/heat-answer.ts'
import { heatFile } from './heat/heat-export.ts'
import { categoriesAnswer, emptyMeta, metaAnswer, standardsAnswer } from './meta.ts'
import type { OpenCity } from './open-city.ts'
import { recordExchanges, recordQuestionOf, type RecordExchange } from './records/exchanges.ts'
import { recordsAnswer } from './records/records-answer.ts'
import { checkWithin } from '../security/visibility.ts'
import { Refusal } from './refusal.ts'
import { jsonReply, type Reply } from './reply.ts'
import { completenessAnswer } from './registers/completeness-answer.ts'
import { completenessExport } from './registers/completeness-export.ts'
import { narrativesAnswer, registerAnswer, registersAnswer } from './registers/register-answer.ts'
import { reportsAnswer } from './reports/reports-answer.ts'
import { registerFile } from './registers/register-export.ts'
import { serviceItemsAnswer } from './registers/service-items-answer.ts'
import { searchAnswer } from './search/search-answer.ts'
import { candidatesAnswer } from './siting/candidates-answer.ts'
import { sheetTemplateReply } from './sheet-template.ts'
import { statesReply } from './states.ts'
import { matchingAnswer } from './tasks/matching-answer.ts'
import { taskExport } from './tasks/task-export.ts'
import { capacityAnswer, capacityStatesReply } from './what-if/capacity-answer.ts'
import { whatIfAnswer } from './what-if/what-if-answer.ts'
import { whatIfFileReply } from './what-if/what-if-file.ts'
import { organisationCoverageAnswer } from './two-new/coverage-answer.ts'
import { organisationGapsAnswer } from './two-new/gaps-answer.ts'
import { organisationGapsFile } from './two-new/gaps-export.ts'
import { homesAnswer } from './venues/homes-answer.ts'
import { venueAnswer } from './venues/venue-answer.ts'
import { venuesAnswer } from './venues/venues-answer.ts'
import { wallAnswer } from './wall/wall-answer.ts'
import { wallBuildingAnswer } from './wall/building.ts'
import { wallRecordsAnswer } from './wall/records/records-answer.ts'
import { wallHexagonsAnswer } from './wall/hexagons.ts'
import { wallStatesReply } from './wall/states.ts'
import { figureAnswer, oneTask, taskList } from './tasks/task-list.ts'

/** Exchanges that need the city itself. */
const figureExchanges = ['meta', 'areas', 'area', 'categories', 'standards', 'coverage', 'gaps', 'states', 'shutSites', 'clock', 'basket', 'pack', 'search', 'tasks', 'taskRead', 'taskFigure', 'tasksExport', 'matching', 'areaPage', 'completeness', 'serviceItems', 'organisationCoverage', 'organisationGaps', 'organisationGapsExport', 'registers', 'register', 'registerExport', 'narratives', 'heat', 'heatExport', 'access', 'sheetTemplate', 'whatIf', 'whatIfFile', 'capacity', 'capacityStates', 'sitingCandidates', 'reportList', 'venues', 'venue', 'homes', 'venuesGeojson', 'venuesCsv', 'hsds', 'hsdsServices', 'hsdsService', 'venueMarkup', 'wall', 'wallRecords', 'wallStates', 'wallHexagons', 'wallBuilding'] as const
type FigureExchange = (typeof figureExchanges)[number]
export type CityExchange = FigureExchange | RecordExchange
/** Exchanges whose answers show what became of the public's reports. */
export const showsReports = (name: string): boolean => name === 'venues' || name === 'venue' || name === 'reportList'
export const cityExchanges: readonly CityExchange[] = [...figureExchanges, ...recordExchanges]

/** A question on its way to the city: parameters already read by the contract's schemas, but not yet tied to their types. */
export type CityAsk = { name: CityExchange; path: Readonly<Record<string, unknown>>; query: Readonly<Record<string, unknown>>; /** What was sent with it. */ body?: unknown; language: Language; reader: Reader
  /** The minute it is asked in (milliseconds since 1970), of exchanges that speak of now: part of the question, so that no kept answer outlives it. */
  now?: number
  /** Where the site is reached, for answers that hold links. */
  publicUrl?: string
}

/** Exchanges whose answers hold for a minute when they are asked without an instant. */
export const speaksOfNow = (name: string): boolean => /^(venues?|venues(Geojson|Csv)|hsds(Services?)?|venueMarkup)$/.test(name)
/** Exchanges whose answers hold links to the site itself. */
export const holdsLinks = (name: string): boolean => /^(hsds|venueMarkup)/.test(name)

/** Refusal for what the city does not know. */
export async function answer(open: OpenCity | null, { name, path, query, body, language, reader, now = Date.now(), publicUrl = '' }: CityAsk): Promise<Reply> {
  if (!open && name === 'meta') return jsonReply(emptyMeta(reader.role))
  if (!open) throw new Refusal('emptyCity')
  const records = recordQuestionOf(name)
  if (records) return recordsAnswer(open, { ...records, path, query, reader })
  switch (name as FigureExchange) {
    case 'areas': return jsonReply(await areasAnswer(open, z.parse(exchanges.areas.query, query), reader))
    case 'area': return jsonReply(await areaAnswer(open, z.parse(exchanges.area.pathParameters, path).code, reader))
    case 'categories': return jsonReply(categoriesAnswer(open))
    case 'standards': return jsonReply(standardsAnswer(open))
    case 'coverage': return jsonReply(await coverageAnswer(open, z.parse(exchanges.coverage.query, query), reader, language))
    case 'gaps': return gaps(open, query, reader, language)
    case 'states': return statesReply(open, z.parse(exchanges.states.query, query), reader)
    case 'shutSites': return jsonReply(await shutAnswer(open, z.parse(exchanges.shutSites.query, query)))
    case 'clock': return jsonReply(await clockAnswer(open, z.parse(exchanges.clock.query, query), reader, language))
    case 'basket': return jsonReply(await basketAnswer(open, z.parse(exchanges.basket.pathParameters, path).id, z.parse(exchanges.basket.query, query), reader, language))
    case 'search': return jsonReply(await searchAnswer(open, z.parse(exchanges.search.query, query), reader))
    case 'tasks': return jsonReply(await taskList(open, z.parse(exchanges.tasks.query, query), reader, language))
    case 'taskRead': return jsonReply(await oneTask(open, z.parse(exchanges.taskRead.pathParameters, path).id, reader, language))
    case 'taskFigure': return jsonReply(await figureAnswer(open, z.parse(exchanges.taskFigure.query, query), reader, language))
    case 'tasksExport': return taskExport(open, z.parse(exchanges.tasksExport.query, query), reader, language)
    case 'matching': return jsonReply(await matchingAnswer(open, z.parse(exchanges.matching.query, query), reader, language))
    case 'areaPage': return jsonReply(await areaPageAnswer(open, z.parse(exchanges.areaPage.pathParameters, path).code, z.parse(exchanges.areaPage.query, query), reader, language))
    case 'heat': return jsonReply(await heatAnswer(open, z.parse(exchanges.heat.query, query), reader, language))
    case 'heatExport': return heatFile(open, z.parse(exchanges.heatExport.query, query), language)
    case 'access': return jsonReply(await accessAnswer(open, z.parse(exchanges.access.query, query), reader, language))
    case 'registers': return jsonReply(await registersAnswer(open, z.parse(exchanges.registers.query, query), reader, language))
    case 'register': return jsonReply(await registerAnswer(open, z.parse(exchanges.register.pathParameters, path).code, z.parse(exchanges.register.query, query), reader, language))
    case 'registerExport': return registerFile(open, z.parse(exchanges.registerExport.pathParameters, path).code, z.parse(exchanges.registerExport.query, query), reader, language)
    case 'narratives': return jsonReply(narrativesAnswer(language))
    case 'sheetTemplate': return sheetTemplateReply(open.catalogue, z.parse(exchanges.sheetTemplate.pathParameters, path).sheet, z.parse(exchanges.sheetTemplate.query, query), language)
    case 'venues': return jsonReply(await venuesAnswer(open, z.parse(exchanges.venues.query, query), language, now))
    case 'venue': return jsonReply(await venueAnswer(open, z.parse(exchanges.venue.pathParameters, path).id, z.parse(exchanges.venue.query, query), language, now))
    case 'venuesGeojson': return feedFile(open, z.parse(exchanges.venuesGeojson.query, query), 'geojson', language, now)
    case 'venuesCsv': return feedFile(open, z.parse(exchanges.venuesCsv.query, query), 'csv', language, now)
    case 'hsds': return jsonReply(hsdsAnswer(open, { publicUrl, language, now }))
    case 'hsdsServices': return jsonReply(await hsdsServicesAnswer(open, z.parse(exchanges.hsdsServices.query, query), { publicUrl, language, now }))
    case 'hsdsService': return jsonReply(await hsdsServiceAnswer(open, z.parse(exchanges.hsdsService.pathParameters, path).id, { publicUrl, language, now }))
    case 'venueMarkup': return jsonReply(await venueMarkupAnswer(open, z.parse(exchanges.venueMarkup.pathParameters, path).id, { publicUrl, language, now }))
    case 'homes': return jsonReply(await homesAnswer(open, z.parse(exchanges.homes.query, query), language))
    case 'whatIf': return jsonReply(await whatIfAnswer(open, z.parse(exchanges.whatIf.query, query), z.parse(exchanges.whatIf.body.schema, body), reader, language))
    case 'whatIfFile': return whatIfFileReply(open, z.parse(exchanges.whatIfFile.query, query), z.parse(exchanges.whatIfFile.body.schema, body), reader, language)
    case 'capacity': return jsonReply(await capacityAnswer(open, z.parse(exchanges.capacity.query, query), z.parse(exchanges.capacity.body.schema, body), reader, language))
    case 'capacityStates': return capacityStatesReply(open, z.parse(exchanges.capacityStates.query, query), z.parse(exchanges.capacityStates.body.schema, body), reader, language)
    case 'sitingCandidates': return jsonReply(await candidatesAnswer(open, z.parse(exchanges.sitingCandidates.query, query), reader, language))
    case 'reportList': return jsonReply(await reportsAnswer(open, z.parse(exchanges.reportList.query, query), reader))
    case 'meta': return jsonReply(await metaAnswer(open, reader))
    case 'completeness': return completenessReply(open, query, reader, language)
    case 'serviceItems': return jsonReply(await serviceItemsAnswer(open, z.parse(exchanges.serviceItems.query, query), reader, language))
    case 'organisationCoverage': return jsonReply(await organisationCoverageAnswer(open, z.parse(exchanges.organisationCoverage.query, query), reader, language))
    case 'organisationGaps': return jsonReply(await organisationGapsAnswer(open, z.parse(exchanges.organisationGaps.query, query), reader, language))
    case 'organisationGapsExport': return organisationGapsFile(open, z.parse(exchanges.organisationGapsExport.query, query), reader, language)
    case 'wall': return jsonReply(await wallAnswer(open, z.parse(exchanges.wall.query, query), reader, language))
    case 'wallRecords': return jsonReply(await wallRecordsAnswer(open, z.parse(exchanges.wallRecords.query, query), reader, language))
    case 'wallStates': return wallStatesReply(open, z.parse(exchanges.wallStates.query, query), reader)
    case 'wallHexagons': return jsonReply(wallHexagonsAnswer(open, z.parse(exchanges.wallHexagons.query, query)))
    case 'wallBuilding': return jsonReply(await wallBuildingAnswer(open, z.parse(exchanges.wallBuilding.pathParameters, path).index, z.parse(exchanges.wallBuilding.query, query), reader, language))
    case 'pack': return pack(open, z.parse(exchanges.pack.pathParameters, path).area, reader)
  }
}

async function gaps(open: OpenCity, query: CityAsk['query'], reader: Reader, language: Language): Promise<Reply> {
  const parsed = z.parse(exchanges.gaps.query, query)
  const format = parsed.format ?? 'json'
  return format === 'json' ? jsonReply(await gapsAnswer(open, parsed, reader, language)) : gapExport(open, parsed, format, reader, language)
}

async function completenessReply(open: OpenCity, query: CityAsk['query'], reader: Reader, language: Language): Promise<Reply> {
  const parsed = z.parse(exchanges.completeness.query, query)
  const format = parsed.format ?? 'json'
  return format === 'json' ? jsonReply(await completenessAnswer(open, parsed, reader, language)) : completenessExport(open, parsed, format, reader, language)
}

function pack(open: OpenCity, code: string, reader: Reader): Reply {
  const area = open.city.areas.byCode.get(code) ?? (code === wholeCity ? -1 : undefined)
  if (area === undefined) throw new Refusal('unknownArea', { parameter: 'area', found: code })
  checkWithin(open, reader, area < 0 ? null : code)
  return { body: Uint8Array.from(encodePack(open.city, area)), mediaType: 'application/octet-stream', headers: {} }
}
