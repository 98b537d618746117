import type { AnswerOf, Reader } from '../../geodata/contract/exchange.ts'
import type { gaps, GapRow } from '../../geodata/contract/coverage.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { collectRows } from './collect-rows.ts'
import { describeQuestion, describeRule } from './describe.ts'
import { gapList, type GapList, type GapQuery } from './gap-list.ts'
import { gapRows } from './gap-rows.ts'
import { describeHour } from './hours/moment.ts'
import type { OpenCity } from './open-city.ts'
import { cursorAt, offsetOf } from './cursor.ts'
import { standingOf } from './standing.ts'

type Answer = AnswerOf<typeof gaps>

/** Rows of one page when the caller names no limit. */
export const usualPage = 200

/** One page of the buildings left out; `next` leads to the following one as long as the data stay the same. */
export async function gapsAnswer(open: OpenCity, query: GapQuery, reader: Reader, language: Language): Promise<Answer> {
  const list = await gapList(open, query, reader)
  const head = gapsHead(open, list, language)
  const from = offsetOf(query.cursor, head.dataVersion, list.key)
  const to = Math.min(list.answer.count, from + (query.limit ?? usualPage))
  const rows: GapRow[] = await collectRows(gapRows(open, list, from, to, language))
  return { ...head, rows, next: to < list.answer.count ? cursorAt(to, head.dataVersion, list.key) : null }
}

/** What stands above the rows, in every format. */
export function gapsHead(open: OpenCity, { answer, shown, moment }: GapList, language: Language): Omit<Answer, 'rows' | 'next'> {
  return {
    question: describeQuestion(open, answer, moment.day, language), rule: describeRule(open, answer, language, moment.hour), hour: describeHour(moment.hour, language),
    ...standingOf(open.identity, open.versions, open.catalogue.version, answer.question.category),
    total: answer.count, totalResidents: shown.totalResidents, estimatedShare: shown.estimatedShare,
  }
}
