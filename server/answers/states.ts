import { answerStates } from '../../geodata/kernel/states.ts'
import { emptyOverlay } from '../../geodata/model/overlay.ts'
import { residentsHeader } from './state-residents.ts'
import type { OpenCity } from './open-city.ts'
import { readQuestion, type QuestionQuery } from './read-question.ts'
import type { Reply } from './reply.ts'
import { dataVersion } from './standing.ts'

/** One byte a building in dense order; the headers carry what a map needs beside them. */
export function statesReply(open: OpenCity, query: QuestionQuery): Reply {
  const question = readQuestion(open, query)
  const states = answerStates(open.city, emptyOverlay, question, open.cache)
  return {
    body: Uint8Array.from(states), mediaType: 'application/octet-stream',
    headers: { 'x-linli-version': dataVersion(open.versions, question.category), 'x-linli-buildings': String(states.length), ...residentsHeader(open, question, states) },
  }
}
