import type { AnswerOf, Reader } from '../../geodata/contract/exchange.ts'
import type { coverage } from '../../geodata/contract/coverage.ts'
import { answerCoverage } from '../../geodata/kernel/coverage.ts'
import type { AreaFigures, CoverageAnswer, Summary } from '../../geodata/kernel/figures.ts'
import { within } from '../../geodata/kernel/members.ts'
import { areaLevels } from '../../geodata/model/area.ts'
import type { Group } from '../../geodata/model/facility.ts'
import { leastForRate, protectionSentence } from '../../geodata/words/protection.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { checkAsked, isTold, tells, viewOf, type View } from '../security/visibility.ts'
import { describeQuestion, describeRule, share } from './describe.ts'
import { describeHour, momentOf } from './hours/moment.ts'
import type { OpenCity } from './open-city.ts'
import { readQuestion, type QuestionQuery } from './read-question.ts'
import { standingOf } from './standing.ts'

type Answer = AnswerOf<typeof coverage>

/** The summary by four denominators, and every area in or under the asked one, as far as the reader may see. */
export async function coverageAnswer(open: OpenCity, query: QuestionQuery, reader: Reader, language: Language): Promise<Answer> {
  const question = readQuestion(open, query)
  const view = viewOf(open, reader, question.area)
  checkAsked(open, view, reader, question, query.asOf)
  const { day, overlay, hour } = await momentOf(open, question, query.asOf)
  const answer = answerCoverage(view.city, overlay, question, open.cache)
  const isShown = isTold(open, view, question.group, answer.area)
  return {
    question: describeQuestion(open, answer, day, language), rule: describeRule(open, answer, language, hour), hour: describeHour(hour, language),
    ...standingOf(open.identity, open.versions, open.catalogue.version, question.category),
    protection: view.shield && { k: view.shield.k, finest: view.finest, sentence: protectionSentence(view.shield.k, view.finest, language) },
    ...shares(open, view, question.group, answer.summary, answer.area),
    states: isShown ? answer.states : answer.states.map((row) => ({ ...row, residents: null })), ...areaRows(open, view, answer),
  }
}

type Shares = Pick<Answer, 'residents' | 'households' | 'buildings' | 'landSquareMetres' | 'communities' | 'noDataBuildings' | 'facilities' | 'admittingFacilities'>

/** Index areas.count = outside every area, -1 = the whole city. */
export function shares(open: OpenCity, view: View, group: Group, figures: Summary, area: number): Shares {
  const of = (covered: number, total: number): Answer['buildings'] => ({ covered, total, share: share(covered, total) })
  const people = (figure: Group | 'households', covered: number, total: number): Answer['households'] => peopleShare(open, view, figure, covered, total, area)
  return {
    residents: residentsShare(open, view, group, figures, area),
    households: people('households', figures.householdsCovered, figures.householdsTotal),
    buildings: of(figures.buildingsCovered, figures.buildingsTotal),
    landSquareMetres: of(figures.landCovered, figures.landTotal),
    communities: of(figures.communitiesCovered, figures.communitiesTotal),
    noDataBuildings: figures.noDataBuildings, facilities: figures.facilities, admittingFacilities: figures.admittingFacilities,
  }
}

export function residentsShare(open: OpenCity, view: View, group: Group, { residentsCovered, residentsTotal, residentsEstimated }: Summary, area: number): Answer['residents'] {
  return { ...peopleShare(open, view, group, residentsCovered, residentsTotal, area), estimatedShare: isTold(open, view, group, area) ? rate(view, residentsEstimated, residentsTotal) : null }
}

/** Persons or households of an area, as far as the view may tell them. */
export function peopleShare(open: OpenCity, view: View, figure: Group | 'households', covered: number, total: number, area: number): Answer['households'] {
  return isTold(open, view, figure, area) ? { covered, total, share: rate(view, covered, total) } : { covered: null, total: null, share: null }
}

/** A shielded view gives no rate of a few. */
const rate = (view: View, part: number, total: number): number | null => (view.shield && total < leastForRate ? null : share(part, total))

/** Code of the row for buildings that lie in no area; only there when it holds something. */
const outsideCode = 'outside'

/** 5 MB of JSON, the communities of a million buildings; all their grids and estates too are 170,000 areas and 75 MB, more than a table or a browser takes. */
export const mostAreaRows = 12_000

/** Areas in or under the asked one, from the top level down as long as the list stays within its bound. */
export function areaRows(open: OpenCity, view: View, answer: CoverageAnswer): Pick<Answer, 'byArea' | 'levelsLeftOut'> {
  const { areas } = open.city
  const rows: Answer['byArea'] = []
  const inside = Array.from({ length: areas.count }, (_, i) => i).filter((i) => tells(open, view, i) && (answer.area < 0 || within(open.city, i, answer.area)))
  const counts = new Int32Array(areaLevels.length)
  for (const i of inside) counts[areas.levels[i]]++
  let room = mostAreaRows
  const leftOut = areaLevels.filter((_, level) => counts[level] > 0 && (room -= counts[level]) < 0)
  for (const i of inside) {
    if (leftOut.includes(areaLevels[areas.levels[i]])) continue
    rows.push({
      code: areas.codes[i], name: areas.names[i], level: areaLevels[areas.levels[i]], parent: areas.parents[i] < 0 ? null : areas.codes[areas.parents[i]], ...shares(open, view, answer.question.group, figuresAt(answer.areas, i), i),
    })
  }
  const outside = figuresAt(answer.areas, areas.count)
  if (answer.area < 0 && Object.values(outside).some((value) => value > 0)) rows.push({ code: outsideCode, name: '区域外', level: 'city', parent: null, ...shares(open, view, answer.question.group, outside, areas.count) })
  return { byArea: rows, levelsLeftOut: leftOut }
}

function figuresAt(figures: AreaFigures, i: number): Summary {
  return {
    residentsCovered: figures.residentsCovered[i], residentsTotal: figures.residentsTotal[i], residentsEstimated: figures.residentsEstimated[i],
    householdsCovered: figures.householdsCovered[i], householdsTotal: figures.householdsTotal[i], buildingsCovered: figures.buildingsCovered[i], buildingsTotal: figures.buildingsTotal[i],
    landCovered: figures.landCovered[i], landTotal: figures.landTotal[i], communitiesCovered: figures.communitiesCovered[i], communitiesTotal: figures.communitiesTotal[i],
    noDataBuildings: figures.noDataBuildings[i], facilities: figures.facilities[i], admittingFacilities: figures.admittingFacilities[i],
  }
}
