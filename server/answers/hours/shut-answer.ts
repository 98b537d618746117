import type { shutSites } from '../../../geodata/contract/coverage.ts'
import type { AnswerOf, QueryOf } from '../../../geodata/contract/exchange.ts'
import type { OpenCity } from '../open-city.ts'
import { readQuestion } from '../read-question.ts'
import { momentOf } from './moment.ts'

/** Ids of the category's sites that let nobody in at the instant; one whose hours nobody knows is among them. */
export async function shutAnswer(open: OpenCity, { category, at, asOf }: QueryOf<typeof shutSites>): Promise<AnswerOf<typeof shutSites>> {
  const question = readQuestion(open, { category, at })
  const { overlay } = await momentOf(open, question, asOf)
  return { at: question.at ?? at, shut: [...overlay.shut ?? []] }
}
