import type { Reader } from '../../../geodata/contract/exchange.ts'
import { hoursReadings, type HoursReading } from '../../../geodata/intake/hours-readings.ts'
import type { EditableRecord } from '../../../geodata/model/edit.ts'
import { areasAdmit, roleAdmits } from '../../security/authorise.ts'
import { etagOf } from '../../store/etag.ts'
import type { Reading } from '../../store/store.ts'
import { Refusal } from '../refusal.ts'
import type { Located } from './place.ts'

/** A record as it is answered, see geodata/contract/records.ts. */
export type StandingRecord = { record: EditableRecord; etag: string; areas: Located[]; editable: boolean; readings?: HoursReading[] }

export function standingRecord(record: EditableRecord, areas: Located[], reader: Reader): StandingRecord {
  const readings = hoursReadings(record)
  return { record, etag: etagOf(record), areas, editable: roleAdmits(reader.role, 'editor') && areasAdmit(reader.areas, codesOf(areas)), ...(readings.length > 0 && { readings }) }
}

/** Scope `record` of the contract: it must lie within the reader's areas. Throws Refusal outsideAreas, which says where it lies, or what it is called where it lies in none. */
export async function checkRecordScope(reader: Reader, areas: readonly Located[], name: string, reading: Pick<Reading, 'area'>): Promise<void> {
  if (areasAdmit(reader.areas, codesOf(areas))) return
  const own = await Promise.all(reader.areas.map(async (code) => (await reading.area(code))?.name ?? code))
  throw new Refusal('outsideAreas', { found: areas.at(-1)?.name ?? name, expected: own.join('、') })
}

const codesOf = (areas: readonly Located[]): string[] => areas.map(({ code }) => code)
