import type { Question } from '../../../geodata/model/question.ts'
import type { OpenCity } from '../open-city.ts'
import { readQuestion, type QuestionQuery } from '../read-question.ts'
import { Refusal } from '../refusal.ts'

/** The question of what would be done: always to the city as it stands. Refusal for a day that is over. */
export function todaysQuestion(open: OpenCity, query: QuestionQuery): Question {
  if (query.asOf !== undefined) throw new Refusal('conflictingParameters', { parameter: 'asOf', other: 'steps' })
  return readQuestion(open, query)
}
