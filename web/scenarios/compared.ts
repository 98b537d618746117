import { states as statesExchange } from '../../geodata/contract/coverage.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { ScenarioAnswer } from '../../geodata/contract/scenarios.ts'
import { whatIf } from '../../geodata/contract/whatIf.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import type { Question } from '../../geodata/model/question.ts'
import type { Client } from '../api/client.ts'
import { answered, failed, type Outcome } from '../api/outcome.ts'
import type { ShareDot } from '../map/seam.ts'
import type { useDeskCity } from '../plan/deskCity.ts'
import type { Lang } from '../text/numbers.ts'
import { notInPack } from '../workers/deskMessages.ts'
import type { Compared } from './figures.ts'

export type WhatIfAnswer = AnswerOf<typeof whatIf>
/** A scenario and what it comes to on today's data. */
export type Worked = { scenario: ScenarioAnswer; answer: WhatIfAnswer }

/** All scenarios worked out by the server; the first that cannot be is the answer of all. */
export const workOut = async (client: Client, chosen: readonly ScenarioAnswer[], lang: Lang, signal: AbortSignal): Promise<Outcome<Worked[]>> => {
  const answers = await Promise.all(chosen.map(({ query, steps }) => client.ask(whatIf, { query, body: { steps }, lang, signal })))
  const refused = answers.find((one) => !one.ok)
  if (refused && !refused.ok) return refused
  return answered(answers.flatMap((one, at) => (one.ok && chosen[at] ? [{ scenario: chosen[at], answer: one.value }] : [])))
}

/** Two scenarios ask the same when their figures may be subtracted. */
export const asksOf = ({ answer: { question: { category, area, limitMetres, metric, profile, group, at } } }: Worked): string => JSON.stringify([category, area, limitMetres, metric, profile, group, at])

/** The columns of the table: today, as the first scenario asks, then each scenario; `todays`: the today each column is held against. */
export const columnsOf = (worked: readonly Worked[], todayName: string): { columns: Compared[]; todays: Compared[]; mixed: boolean } => {
  const [first] = worked
  if (!first) return { columns: [], todays: [], mixed: false }
  const besides = (answer: WhatIfAnswer, side: 'before' | 'after'): Compared['beside'] => {
    const group = answer.question.group === '60plus' ? 'all' : '60plus', row = answer.groups.find((one) => one.group === group)
    return row ? { group, covered: row[side], total: row.total } : null
  }
  const mixed = worked.some((one) => asksOf(one) !== asksOf(first))
  const todayOf = ({ answer }: Worked): Compared => ({ name: todayName, told: answer.before, beside: besides(answer, 'before'), gained: null, lost: null })
  const todays = worked.map(todayOf), [today] = todays
  const after = worked.map(({ scenario, answer }): Compared => ({ name: scenario.name, told: answer.after, beside: besides(answer, 'after'), gained: answer.gained.total, lost: answer.lost.total }))
  // Where the questions differ there is no one today: each column tells its own difference.
  return mixed || !today ? { columns: after, todays, mixed } : { columns: [today, ...after], todays: [today, ...todays], mixed }
}

/** The question as the kernel takes it, from the answer, so that defaults are the server's. */
export const questionOf = ({ question: { category, area, limitMetres, metric, profile, group, at } }: WhatIfAnswer): Question => ({ category, area, limit: { metres: limitMetres }, metric, profile, group, at })

/** State of every building for one side of the map: today's by the server, with the steps done by the worker. */
export const statesOf = async (client: Client, desk: ReturnType<typeof useDeskCity>, { scenario, answer }: { scenario: Pick<ScenarioAnswer, 'query' | 'steps'>; answer: WhatIfAnswer }, side: 'today' | 'after'): Promise<Outcome<Uint8Array>> => {
  const today = await client.bytes(statesExchange, { query: scenario.query })
  if (!today.ok || side === 'today') return today
  const question = questionOf(answer)
  const opened = await desk.open(question), moment = opened.ok ? await desk.momentOf(question) : opened
  if (!opened.ok) return opened
  if (!moment.ok) return moment
  const outcome = await opened.value.ask({ kind: 'whatIf', question, moment: moment.value, steps: [...scenario.steps] })
  return outcome.ok ? answered(outcome.answer.states.map((state, at) => (state === notInPack ? today.value[at] ?? state : state))) : failed('shape', { message: outcome.fault.message })
}

/** Circles of areas for one side of the map, where buildings are too small to be drawn. */
export const dotsOf = ({ answer: { byArea } }: Worked, side: 'today' | 'after', labels: ReadonlyMap<string, Position>): ShareDot[] => byArea.flatMap(({ code, name, level, residents }) => {
  const position = labels.get(code), covered = side === 'today' ? residents.before : residents.after
  return position ? [{ level, code, name, position, share: covered === null || !residents.total ? null : covered / residents.total, residents: residents.total }] : []
})
