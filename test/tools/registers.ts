import type { Entry } from '../../geodata/model/entry.ts'
import { unsaid, type Organisation } from '../../geodata/model/organisation.ts'
import type { FieldsOf, SheetCode } from '../../geodata/model/sheets/all.ts'

const always = { validFrom: null, validTo: null, source: 'drawn by hand', date: '2026-10-01' } as const

/** An enterprise without a place of which nobody has said anything yet. */
export const organisation = (id: string, more: Partial<Organisation> = {}): Organisation => ({ id, name: id, kind: 'enterprise', creditCode: null, position: null, community: null, unit: null, ...unsaid, ...always, ...more })

/** A row of that sheet, without an area, a unit or a place unless they are given. */
export const entry = <S extends SheetCode>(id: string, sheet: S, fields: FieldsOf<S>, more: Partial<Entry> = {}): Entry => ({ id, sheet, name: id, area: null, unit: null, position: null, fields: { ...fields }, ...always, ...more })
