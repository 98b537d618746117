import type { Entry } from '../entry.ts'
import { sheets, type SheetCode } from './all.ts'
import type { Field, FieldValue } from './field.ts'

/** What a field of a row names. `to`: area, unit, facility or organisation, else the sheet of the row that is named. */
export type Reference = { field: string; to: string; id: string }

const otherKinds = ['area', 'unit', 'facility', 'organisation'] as const
export type NamedKind = (typeof otherKinds)[number] | 'entry'

/** Which kind of record a reference leads to. */
export const namedKind = (to: string): NamedKind => otherKinds.find((kind) => kind === to) ?? 'entry'

/** Everything the fields of a row name, in the order of its sheet. */
export function referencesOf({ sheet, fields }: Pick<Entry, 'sheet' | 'fields'>): Reference[] {
  const found: Reference[] = []
  for (const [name, field] of referenceFields(sheet)) {
    const value = fields[name]
    for (const id of Array.isArray(value) ? value : [value]) if (typeof id === 'string') found.push({ field: name, to: field.to, id })
  }
  return found
}

/** What a row of a sheet without an area is part of: its first reference to one other row (a seat: its committee); null: none. */
export function parentOf(entry: Pick<Entry, 'sheet' | 'fields'>): Reference | null {
  const single = referenceFields(entry.sheet).find(([, field]) => !field.many && namedKind(field.to) === 'entry')
  const id = single && entry.fields[single[0]]
  return single && typeof id === 'string' ? { field: single[0], to: single[1].to, id } : null
}

/** The fields of a sheet, each with its name. */
export const fieldsOf = (sheet: SheetCode): readonly (readonly [string, Field])[] => known[sheet]

/** As a row is kept: the fields of its sheet in their order, null where an optional one is not said, then whatever else there is. */
export function wholeFields({ sheet, fields }: Pick<Entry, 'sheet' | 'fields'>): Record<string, FieldValue> {
  const said = Object.entries(fields)
  const own = fieldsOf(sheet).flatMap(([name, field]): [string, FieldValue][] => (fields[name] !== undefined ? [[name, fields[name]]] : field.optional ? [[name, null]] : []))
  return Object.fromEntries([...own, ...said.filter(([name]) => !own.some(([one]) => one === name))])
}

const known = Object.fromEntries(Object.entries(sheets).map(([code, { fields }]) => [code, Object.entries(fields)])) as unknown as Readonly<Record<SheetCode, readonly (readonly [string, Field])[]>>

type ReferenceField = Extract<Field, { kind: 'reference' }>
const references = Object.fromEntries(Object.entries(known).map(([code, fields]) => [code, fields.filter(([, { kind }]) => kind === 'reference')])) as unknown as Readonly<Record<SheetCode, readonly (readonly [string, ReferenceField])[]>>
const referenceFields = (sheet: SheetCode): readonly (readonly [string, ReferenceField])[] => references[sheet]
