import * as z from 'zod/mini'
import { entryExchanges, facilityExchanges } from '../../../geodata/contract/records.ts'
import type { Reader } from '../../../geodata/contract/exchange.ts'
import type { EditableKind } from '../../../geodata/model/city.ts'
import type { OpenCity } from '../open-city.ts'
import { jsonReply, type Reply } from '../reply.ts'
import type { RecordQuestion } from './exchanges.ts'
import { historyAnswer } from './history-answer.ts'
import { listAnswer } from './list-answer.ts'
import { readAnswer } from './read-answer.ts'

export type RecordAsk = { kind: EditableKind; question: RecordQuestion; path: unknown; query: unknown; reader: Reader }

/** Lists, single records and histories. Queries were read by the schemas of their own kind; those of sites and of rows have every field there is. */
export async function recordsAnswer(open: OpenCity, { kind, question, path, query, reader }: RecordAsk): Promise<Reply> {
  switch (question) {
    case 'List': return jsonReply(await listAnswer(open, kind, kind === 'entry' ? z.parse(entryExchanges.entryList.query, query) : z.parse(facilityExchanges.facilityList.query, query), reader))
    case 'Read': {
      const answer = await readAnswer(open, kind, idOf(path), reader)
      return jsonReply(answer, { etag: answer.etag })
    }
    case 'History': return jsonReply(await historyAnswer(open, kind, idOf(path), z.parse(facilityExchanges.facilityHistory.query, query), reader))
  }
}

const idOf = (path: unknown): string => z.parse(facilityExchanges.facilityRead.pathParameters, path).id
