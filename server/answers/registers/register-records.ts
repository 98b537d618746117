import type { Entry } from '../../../geodata/model/entry.ts'
import type { Facility, Unit } from '../../../geodata/model/facility.ts'
import type { Organisation } from '../../../geodata/model/organisation.ts'
import type { SheetCode } from '../../../geodata/model/sheets/all.ts'
import { dataVersion } from '../standing.ts'
import type { OpenCity } from '../open-city.ts'

/** Everything registers are computed from, whatever its validity, already without what nobody may know of. */
export type RegisterRecords = {
  bySheet: ReadonlyMap<SheetCode, readonly Entry[]>
  byId: ReadonlyMap<string, Entry>
  units: ReadonlyMap<string, Unit>
  facilities: ReadonlyMap<string, Facility>
  organisations: readonly Organisation[]
}

const kept = new WeakMap<OpenCity['names'], { version: string; records: Promise<RegisterRecords> }>()

/** Read when first asked for, and again after anything they rest on has changed. About 400 bytes a row. */
export function registerRecords(open: OpenCity): Promise<RegisterRecords> {
  const version = dataVersion(open.versions, null)
  const known = kept.get(open.names)
  if (known?.version === version) return known.records
  const records = readRecords(open)
  kept.set(open.names, { version, records })
  records.catch(() => kept.delete(open.names))
  return records
}

async function readRecords({ names }: OpenCity): Promise<RegisterRecords> {
  const bySheet = new Map<SheetCode, Entry[]>(), byId = new Map<string, Entry>()
  for await (const entry of names.entries()) {
    const rows = bySheet.get(entry.sheet) ?? []
    bySheet.set(entry.sheet, rows)
    rows.push(entry)
    byId.set(entry.id, entry)
  }
  const units = new Map<string, Unit>(), facilities = new Map<string, Facility>(), organisations: Organisation[] = []
  for await (const unit of names.units(null)) units.set(unit.id, unit)
  for await (const facility of names.facilities(null)) facilities.set(facility.id, facility)
  for await (const organisation of names.organisations(null)) organisations.push(organisation)
  return { bySheet, byId, units, facilities, organisations }
}
