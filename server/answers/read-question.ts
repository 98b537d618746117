import type { QueryOf } from '../../geodata/contract/exchange.ts'
import type { coverage } from '../../geodata/contract/coverage.ts'
import { fillQuestion } from '../../geodata/kernel/question.ts'
import type { Limit, Question } from '../../geodata/model/question.ts'
import { readAt } from './hours/moment.ts'
import type { OpenCity } from './open-city.ts'
import { Refusal } from './refusal.ts'

export type QuestionQuery = QueryOf<typeof coverage>

/** The question of a query with the defaults filled in; Refusal for what this city does not know. */
export function readQuestion(open: OpenCity, query: QuestionQuery): Question {
  const { category, area, minutes, metres, metric, profile, group, at } = query
  const known = open.catalogue.categories.map((row) => row.code)
  if (!known.includes(category)) throw new Refusal('unknownCategory', { parameter: 'category', found: category, expected: known.join('、') })
  if (area !== undefined && !open.city.areas.byCode.has(area)) throw new Refusal('unknownArea', { parameter: 'area', found: area })
  if (minutes !== undefined && metres !== undefined) throw new Refusal('conflictingParameters', { parameter: 'minutes', other: 'metres' })
  const limit: Limit | undefined = minutes !== undefined ? { minutes } : metres !== undefined ? { metres } : undefined
  return fillQuestion(open.catalogue, { category, area: area ?? null, ...(limit && { limit }), ...(metric && { metric }), ...(profile && { profile }), ...(group && { group }), ...(at !== undefined && { at: readAt(at) }) })
}
