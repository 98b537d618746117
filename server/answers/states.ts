import type { Reader } from '../../geodata/contract/exchange.ts'
import { answerStates } from '../../geodata/kernel/states.ts'
import { checkWithin } from '../security/visibility.ts'
import { momentOf } from './hours/moment.ts'
import { residentsHeader } from './state-residents.ts'
import type { OpenCity } from './open-city.ts'
import { readQuestion, type QuestionQuery } from './read-question.ts'
import type { Reply } from './reply.ts'
import { dataVersion } from './standing.ts'

/** One byte a building in dense order; the headers carry what a map needs beside them. */
export async function statesReply(open: OpenCity, query: QuestionQuery, reader: Reader): Promise<Reply> {
  const question = readQuestion(open, query)
  checkWithin(open, reader, question.area)
  const { overlay } = await momentOf(open, question, query.asOf)
  const states = answerStates(open.city, overlay, question, open.cache)
  return {
    body: Uint8Array.from(states), mediaType: 'application/octet-stream',
    headers: { 'x-linli-version': dataVersion(open.versions, question.category), 'x-linli-buildings': String(states.length), ...residentsHeader(open, overlay, question, states) },
  }
}
