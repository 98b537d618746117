import type { Reader } from '../../../geodata/contract/exchange.ts'
import type { EditableKind } from '../../../geodata/model/city.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { locate, placeOf } from './place.ts'
import { checkRecordScope, standingRecord, type StandingRecord } from './standing-record.ts'

/** One record as it stands. Refusal: unknownRecord, outsideAreas. */
export async function readAnswer(open: OpenCity, kind: EditableKind, id: string, reader: Reader): Promise<StandingRecord> {
  const record = await open.names.record(kind, id)
  if (!record) throw unknownRecord(kind, id)
  const areas = await locate(open, placeOf(kind, record))
  await checkRecordScope(reader, areas, record.name, open.names)
  return standingRecord(record, areas, reader)
}

export const unknownRecord = (kind: EditableKind | 'report', id: string): Refusal => new Refusal('unknownRecord', { found: id, kind })
