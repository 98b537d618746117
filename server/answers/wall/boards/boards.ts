import type { Reader } from '../../../../geodata/contract/exchange.ts'
import type { WallBoard } from '../../../../geodata/contract/wall.ts'
import { limitMetresOf, profileOf } from '../../../../geodata/kernel/question.ts'
import { wallBoardCodes, type WallBoardCode, type WallSource } from '../../../../geodata/model/wall.ts'
import { yearOfEvents } from '../../../../geodata/registers/act/yearOfEvents.ts'
import { ruleOf } from '../../../../geodata/registers/rule.ts'
import { wallBoardWords } from '../../../../geodata/words/wallBoards.ts'
import { fillSentence, type Language, type Sentence, type SentenceDetails } from '../../../../geodata/words/sentence.ts'
import type { OpenCity } from '../../open-city.ts'
import { freshOf } from '../fresh.ts'
import { answerOf } from './answer-of.ts'
import { bestOpening } from './best-opening.ts'
import { boardAsk, mealsQuestion, type BoardAsk } from './board-ask.ts'
import type { BoardBody } from './board-body.ts'
import { closedTasks } from './closed-tasks.ts'
import { emptyCarriers } from './empty-carriers.ts'
import { fewReported } from './few-reported.ts'
import { fillSeats } from './fill-seats.ts'
import { hours } from './hours.ts'
import { missingRoom } from './missing-room.ts'
import { noMeals } from './no-meals.ts'
import { ordered } from './order.ts'
import { requestPlaces } from './request-places.ts'
import { shutRooms } from './shut-rooms.ts'
import { unclaimed } from './unclaimed.ts'
import { unmanaged } from './unmanaged.ts'

export { combineBoards } from './combine-boards.ts'

type Board = { source: WallSource; page: string; draw: (ask: BoardAsk) => BoardBody | Promise<BoardBody> }

/** Each board: where its records come from, the page that goes on from it, and what works it out. */
const boardList: Readonly<Record<WallBoardCode, Board>> = {
  noMeals: { source: 'sites', page: '/plan?category=canteen', draw: noMeals },
  hours: { source: 'sites', page: '/plan?category=canteen', draw: hours },
  bestOpening: { source: 'sites', page: '/registers/openCanteens', draw: bestOpening },
  missingRoom: { source: 'completeness', page: '/completeness', draw: missingRoom },
  shutRooms: { source: 'completeness', page: '/completeness', draw: shutRooms },
  emptyCarriers: { source: 'organisations', page: '/two-new', draw: emptyCarriers },
  fillSeats: { source: 'seats', page: '/registers/vacancies', draw: fillSeats },
  fewReported: { source: 'reports', page: '/registers/doubleCheckin', draw: fewReported },
  unmanaged: { source: 'estates', page: '/registers/selfGovernance', draw: unmanaged },
  requestPlaces: { source: 'events', page: '/heat', draw: requestPlaces },
  unclaimed: { source: 'lists', page: '/matching', draw: unclaimed },
  closedTasks: { source: 'tasks', page: '/tasks', draw: closedTasks },
}

type BoardsAsked = { area: string | null; day: string }

/** The twelve boards of one area with all of their rows: combineBoards cuts them. Refusal: unknownArea, areaTooFine. */
export async function boardsOf(open: OpenCity, { area, day }: BoardsAsked, reader: Reader, language: Language): Promise<WallBoard[]> {
  const ask = await boardAsk(open, { area, day }, reader, language)
  return Promise.all(wallBoardCodes.map((code) => boardOf(ask, code)))
}

export async function boardOf(ask: BoardAsk, code: WallBoardCode): Promise<WallBoard> {
  const { source, page, draw } = boardList[code], { language } = ask
  const [body, fresh] = await Promise.all([draw(ask), freshOf(ask.open, source, ask.area)])
  const words = wallBoardWords[code], details = ruleDetails(ask), say = (sentence: Sentence): string => fillSentence(sentence, details, language)
  const head = { code, question: words.question[language], answer: '', fresh, rule: say(words.rule), formula: say(words.formula), denominator: say(words.denominator), page }
  const board: WallBoard = body.kind === 'halfHours' || body.kind === 'matrix' ? { ...head, ...body }
    : { ...head, kind: body.kind, measures: words.measures.map((measure) => measure[language]), unit: words.unit[language], rows: ordered(code, body.rows), total: body.rows.length, untold: body.untold ?? Number(body.why === 'level'), why: body.why ?? null }
  return { ...board, answer: answerOf(board, language) }
}

/** Numbers that the rules name. */
function ruleDetails({ open, input, area, workday }: BoardAsk): SentenceDetails {
  const meals = mealsQuestion(open, area)
  return {
    minutes: meals && Math.round((limitMetresOf(open.catalogue, meals) / profileOf(open.catalogue, meals).metresPerSecond / 60) * 10) / 10,
    days: ruleOf(open.catalogue, 'vacancyDays'), workday, ...yearSpan(input),
  }
}

const yearSpan = (input: BoardAsk['input']): { from: string; to: string } => { const { from, to } = yearOfEvents(input, 'request'); return { from, to } }
