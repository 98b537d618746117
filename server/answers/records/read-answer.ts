import type { Reader } from '../../../geodata/contract/exchange.ts'
import type { EditableKind } from '../../../geodata/model/city.ts'
import { kindWords } from '../../../geodata/words/kinds.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { locate, placeOf } from './place.ts'
import { checkRecordScope, standingRecord, type StandingRecord } from './standing-record.ts'

/** One record as it stands. Refusal: unknownRecord, outsideAreas. */
export async function readAnswer(open: OpenCity, kind: EditableKind, id: string, reader: Reader, language: Language): Promise<StandingRecord> {
  const record = await open.names.record(kind, id)
  if (!record) throw unknownRecord(kind, id, language)
  const areas = await locate(open, placeOf(kind, record))
  checkRecordScope(reader, areas, record.name)
  return standingRecord(record, areas, reader)
}

export const unknownRecord = (kind: EditableKind, id: string, language: Language): Refusal => new Refusal('unknownRecord', { found: id, kind: kindWords[kind][language] })
