import type { Position } from './geometry.ts'
import type { Provenance, Validity } from './provenance.ts'
import type { FieldValue } from './sheets/field.ts'
import type { FieldsOf, SheetCode } from './sheets/all.ts'

/** A row of a register (台账): what it holds is said by its sheet. Posts, counts and organisations; no sheet holds a person. */
export type Entry = Provenance & Validity & {
  id: string
  sheet: SheetCode
  /** '' where the sheet needs none. */
  name: string
  /** Code of any level; null: none, or the city. */
  area: string | null
  unit: string | null
  position: Position | null
  fields: Readonly<Record<string, FieldValue>>
}

/** A row whose sheet is known. */
export type EntryOf<S extends SheetCode> = Omit<Entry, 'sheet' | 'fields'> & { sheet: S; fields: FieldsOf<S> }

/** Whether the row stands at the end of that day. */
export const standsOn = ({ validFrom, validTo }: Validity, day: string): boolean => (validFrom === null || validFrom <= day) && (validTo === null || validTo > day)
