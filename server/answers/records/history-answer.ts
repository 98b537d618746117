import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { facilityExchanges } from '../../../geodata/contract/records.ts'
import type { EditableKind } from '../../../geodata/model/city.ts'
import type { RecordChange } from '../../store/store.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { locate, placeOf } from './place.ts'
import { unknownRecord } from './read-answer.ts'
import { checkRecordScope } from './standing-record.ts'

type Query = QueryOf<(typeof facilityExchanges)['facilityHistory']>
type Answer = Omit<AnswerOf<(typeof facilityExchanges)['facilityHistory']>, 'changes'> & { changes: RecordChange[] }

const usualPage = 50

/** Who changed a record, newest first; one that is gone still has its history, where it stood last. Refusal: unknownRecord, outsideAreas, badCursor. */
export async function historyAnswer(open: OpenCity, kind: EditableKind, id: string, { limit = usualPage, cursor }: Query, reader: Reader): Promise<Answer> {
  const [last] = await open.names.history(kind, id, { limit: 1 })
  const known = (await open.names.record(kind, id)) ?? last?.after ?? last?.before
  if (!known) throw unknownRecord(kind, id)
  await checkRecordScope(reader, await locate(open, placeOf(kind, known)), known.name, open.names)
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) throw new Refusal('badCursor', { parameter: 'cursor', found: cursor })
  const changes = await open.names.history(kind, id, { ...(cursor !== undefined && { before: Number(cursor) }), limit: limit + 1 })
  return { changes: changes.slice(0, limit), next: changes.length > limit ? String(changes[limit - 1].id) : null }
}
