import type { AnswerOf, BodyOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { capacity } from '../../../geodata/contract/whatIf.ts'
import { answerAssignment, assignedStates, seatsUseOf, type Assignment, type SeatsUse } from '../../../geodata/kernel/assigned.ts'
import { membersOf } from '../../../geodata/kernel/members.ts'
import { unproject } from '../../../geodata/kernel/plane.ts'
import { sourcesOf } from '../../../geodata/kernel/sources.ts'
import type { Overlay } from '../../../geodata/model/overlay.ts'
import { buildingStates, type Question } from '../../../geodata/model/question.ts'
import { capacityRule } from '../../../geodata/words/capacity.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { checkWithin } from '../../security/visibility.ts'
import { describeQuestion, describeRule } from '../describe.ts'
import { describeHour, momentOf, type Moment } from '../hours/moment.ts'
import type { OpenCity } from '../open-city.ts'
import type { Reply } from '../reply.ts'
import { siteOf } from '../site-of.ts'
import { dataVersion, standingOf } from '../standing.ts'
import { stepsOverlay } from './steps-overlay.ts'
import { todaysQuestion } from './todays-question.ts'
import { checkOnLand } from './water.ts'

type Answer = AnswerOf<typeof capacity>
type Body = BodyOf<typeof capacity>
type Seated = { question: Question; moment: Moment; overlay: Overlay; use: SeatsUse; assignment: Assignment; /** Names of the areas of an account that is bound: it is told of nobody else, not even by seats that are taken. */ ofAreas: string[] }

/** Who finds a seat, site by site, with the steps done. */
export async function capacityAnswer(open: OpenCity, query: QueryOf<typeof capacity>, body: Body, reader: Reader, language: Language): Promise<Answer> {
  const { moment, overlay, question, use, assignment, ofAreas } = await seated(open, query, body, reader, language)
  const { city, catalogue } = open
  const unconfirmed = catalogue.rules.some((rule) => (rule.code === 'personsPerSeat' || rule.code === 'useShare') && !rule.confirmed)
  const sources = sourcesOf(city, overlay, question.category, question.group), added = new Set(overlay.added.map(({ id }) => id))
  const sites = assignment.sites.map(({ facility, ...figures }, at) => {
    const [lon, lat] = unproject(city.plane, sources[at].x, sources[at].y)
    return { facility: sources[at].id, name: siteOf(open, overlay, facility).name, position: [rounded(lon), rounded(lat)] as [number, number], ...figures, added: added.has(sources[at].id) }
  })
  const fullness = ({ load, holds }: (typeof sites)[number]): number => (holds === null ? -1 : load / Math.max(1, holds))
  return {
    question: describeQuestion(open, assignment, null, language), hour: describeHour(moment.hour, language), ...standingOf(open.identity, open.versions, catalogue.version, question.category),
    rule: capacityRule({ rule: describeRule(open, assignment, language, moment.hour), turns: use.personsPerSeat, share: Math.round(use.useShare * 1000) / 10, ofAreas, unconfirmed }, language), ...use, unconfirmed,
    residents: assignment.residents, unknownSeats: assignment.unknownSeats, states: byState(open, question, assignment, assignedStates(city, overlay, question, assignment, open.cache)),
    sites: sites.toSorted((a, b) => fullness(b) - fullness(a) || b.catchment - a.catchment || (a.facility < b.facility ? -1 : 1)),
  }
}

/** One byte a building in dense order. */
export async function capacityStatesReply(open: OpenCity, query: QueryOf<typeof capacity>, body: Body, reader: Reader, language: Language): Promise<Reply> {
  const { overlay, question, assignment } = await seated(open, query, body, reader, language)
  const states = assignedStates(open.city, overlay, question, assignment, open.cache)
  return { body: Uint8Array.from(states), mediaType: 'application/octet-stream', headers: { 'x-linli-version': dataVersion(open.versions, question.category), 'x-linli-buildings': String(states.length) } }
}

function byState({ city }: OpenCity, question: Question, { area }: Assignment, states: Uint8Array): Answer['states'] {
  const people = city.buildings.residents[question.group], rows = buildingStates.map((state) => ({ state, buildings: 0, residents: 0 }))
  const put = (i: number): void => {
    rows[states[i]].buildings++
    rows[states[i]].residents += people[i]
  }
  if (area >= 0) membersOf(city, [area]).forEach(put)
  else for (let i = 0; i < states.length; i++) put(i)
  return rows
}

async function seated(open: OpenCity, query: QueryOf<typeof capacity>, { steps, personsPerSeat, useShare }: Body, reader: Reader, language: Language): Promise<Seated> {
  const question = todaysQuestion(open, query)
  checkWithin(open, reader, question.area)
  await checkOnLand(open, steps, language)
  const moment = await momentOf(open, question, undefined)
  const overlay = stepsOverlay(open, moment.overlay, steps, question, language)
  const usual = seatsUseOf(open.city), use = { personsPerSeat: personsPerSeat ?? usual.personsPerSeat, useShare: useShare ?? usual.useShare }
  const { byCode, names } = open.city.areas, own = reader.areas.flatMap((code) => byCode.get(code) ?? [])
  return { question, moment, overlay, use, assignment: answerAssignment(open.city, overlay, question, use, reader.areas.length === 0 ? null : own), ofAreas: own.map((area) => names[area]) }
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
