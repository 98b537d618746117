import type { TextKey } from '../text/zh.ts'
import { isListControl } from './control.ts'
import { fieldsOf, type Field } from './field.ts'
import { listTextOf, readList } from './listParts.ts'
import type { DeskKind, DeskRecord } from './record.ts'

/** Values as a person types them: drafts, cells, conflicts and histories compare and keep these. */
export type Texts = Readonly<Record<string, string>>

/** A record's value at a dotted path; undefined when there is none. */
export const valueAt = (record: DeskRecord, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), record)

export const textOf = ({ path, control }: Field, record: DeskRecord): string => {
  const value = valueAt(record, path)
  if (value === null || value === undefined) return ''
  if (isListControl(control)) return listTextOf(control, value as readonly Record<string, unknown>[])
  if (control === 'checked') return isObject(value) ? `${String(value['day'])} ${String(value['by'])}` : ''
  if (Array.isArray(value)) return value.join(control === 'place' ? ', ' : ',')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

export const textsOf = (kind: DeskKind, record: DeskRecord): Texts => Object.fromEntries(fieldsOf(kind).map((field) => [field.path, textOf(field, record)]))

export type Read = { ok: true; value: unknown } | { ok: false; fault: TextKey }

/** What a typed text means; only what no server could read is refused here, the rest is judged where the rules are. */
export const readText = (field: Field, text: string): Read => {
  const trimmed = text.trim()
  if (isListControl(field.control)) return readList(field.control, text)
  if (field.control === 'areas' || field.control === 'rows' || field.control === 'choices') return { ok: true, value: trimmed === '' ? [] : trimmed.split(',') }
  if (trimmed === '') return field.empty === 'required' ? { ok: false, fault: 'desk.fault.required' } : { ok: true, value: field.empty }
  if (field.control === 'whole') return /^\d{1,9}$/.test(trimmed) ? { ok: true, value: Number(trimmed) } : { ok: false, fault: 'desk.fault.whole' }
  if (field.control === 'amount') return /^\d{1,9}(\.\d{1,6})?$/.test(trimmed) ? { ok: true, value: Number(trimmed) } : { ok: false, fault: 'desk.fault.amount' }
  if (field.control === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? { ok: true, value: trimmed } : { ok: false, fault: 'desk.fault.day' }
  if (field.control === 'month') return /^\d{4}-(0[1-9]|1[0-2])$/.test(trimmed) ? { ok: true, value: trimmed } : { ok: false, fault: 'desk.fault.month' }
  if (field.control === 'place') return readPlace(trimmed)
  if (field.control === 'checked') return { ok: true, value: { day: trimmed.slice(0, 10), by: trimmed.slice(11) } }
  if (field.control === 'stepFree' || field.control === 'flag') return { ok: true, value: trimmed === 'yes' }
  return { ok: true, value: trimmed }
}

/** Texts that could not be read, by path. */
export type TextFaults = Readonly<Record<string, TextKey>>

/** A record with typed texts laid over it; what cannot be read is named and left as it was. */
export const withTexts = (kind: DeskKind, record: DeskRecord, texts: Texts): { record: DeskRecord; faults: TextFaults } => {
  const changed: Record<string, unknown> = { ...structuredClone(record) }
  const faults: Record<string, TextKey> = {}
  for (const field of fieldsOf(kind)) {
    const text = texts[field.path]
    if (text === undefined) continue
    const read = readText(field, text)
    if (!read.ok) faults[field.path] = read.fault
    else put(changed, field.path, read.value)
  }
  return { record: changed as unknown as DeskRecord, faults }
}

/** The texts that differ from the record's own: what somebody has typed and not saved. */
export const typedTexts = (kind: DeskKind, record: DeskRecord, texts: Texts): Texts =>
  Object.fromEntries(fieldsOf(kind).flatMap((field) => {
    const text = texts[field.path]
    return text === undefined || sameText(field, text, textOf(field, record)) ? [] : [[field.path, text]]
  }))

/** Two texts of a field that mean the same are not told apart: "121.5,31.2" and "121.5, 31.2". */
export const sameText = (field: Field, one: string, other: string): boolean => {
  if (one === other) return true
  const [left, right] = [readText(field, one), readText(field, other)]
  return left.ok && right.ok && JSON.stringify(left.value) === JSON.stringify(right.value)
}

const readPlace = (text: string): Read => {
  const parts = text.split(/[\s,\uFF0C]+/)
  if (parts.length !== 2 || !parts.every((part) => /^-?\d{1,3}(\.\d{1,12})?$/.test(part))) return { ok: false, fault: 'desk.fault.place' }
  const [lon, lat] = parts.map(Number) as [number, number]
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { ok: true, value: [lon, lat] } : { ok: false, fault: 'desk.fault.place' }
}

const put = (record: Record<string, unknown>, path: string, value: unknown): void => {
  const [outer, inner] = path.split('.')
  if (inner === undefined) record[outer] = value
  else record[outer] = { ...(isObject(record[outer]) ? record[outer] : {}), [inner]: value }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
