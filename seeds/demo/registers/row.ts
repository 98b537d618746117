import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Entry } from '../../../geodata/model/entry.ts'
import type { FieldsOf, SheetCode } from '../../../geodata/model/sheets/all.ts'
import { provenance } from '../records.ts'

/** A row of a sheet; without an area, a unit, a place, a name or bounds in time unless they are given. */
export function row<S extends SheetCode>(sheet: S, id: string, fields: FieldsOf<S>, more: Partial<Pick<Entry, 'name' | 'area' | 'unit' | 'position' | 'validFrom' | 'validTo'>> = {}): CityRecord {
  return { kind: 'entry', record: { ...provenance, id, sheet, name: '', area: null, unit: null, position: null, validFrom: null, validTo: null, ...more, fields: { ...fields } } }
}

/** Months whose every register is told, 2024-07 to 2026-06. */
export const toldMonths = 24

/** First day of the month so many months after 2024-07, the first of the demo's 24. */
export function monthStart(month: number): string {
  const at = 2024 * 12 + 6 + month
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
}
