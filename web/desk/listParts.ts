import { isoInstant, readInstant } from '../../geodata/hours/clock.ts'
import type { TextKey } from '../text/zh.ts'
import type { ListControl } from './control.ts'

/** One part of an entry in a list: how it is typed, and what an empty text stands for. instant: year-month-day hour:minute in the city's time. */
export type ListPart = { name: string; label: TextKey; control: 'line' | 'whole' | 'amount' | 'hours' | 'instant'; empty: null | '' | 'required'; wide?: true }

export const listParts: Readonly<Record<ListControl, readonly ListPart[]>> = {
  prices: [{ name: 'what', label: 'desk.list.prices.what', control: 'line', empty: '' }, { name: 'minAge', label: 'desk.list.prices.minAge', control: 'whole', empty: null }, { name: 'maxAge', label: 'desk.list.prices.maxAge', control: 'whole', empty: null }, { name: 'yuan', label: 'desk.list.prices.yuan', control: 'amount', empty: 'required' }],
  programmes: [{ name: 'name', label: 'desk.list.programmes.name', control: 'line', empty: 'required' }, { name: 'room', label: 'desk.list.programmes.room', control: 'line', empty: null }, { name: 'hours', label: 'desk.list.programmes.hours', control: 'hours', empty: 'required', wide: true }],
  suspensions: [{ name: 'from', label: 'desk.list.suspensions.from', control: 'instant', empty: 'required' }, { name: 'until', label: 'desk.list.suspensions.until', control: 'instant', empty: null }, { name: 'reason', label: 'desk.list.suspensions.reason', control: 'line', empty: 'required', wide: true }],
}
/** As many as the contract takes. */
export const mostEntries: Readonly<Record<ListControl, number>> = { prices: 20, programmes: 30, suspensions: 50 }

/** An entry as it is typed: a text for each part. */
export type Entry = Readonly<Record<string, string>>

/** A list as one text, so that drafts, conflicts and histories keep and compare it like any other. */
export const listText = (entries: readonly Entry[]): string => (entries.length === 0 ? '' : JSON.stringify(entries))
export const entriesOf = (text: string): readonly Entry[] => (text === '' ? [] : JSON.parse(text) as Entry[])
export const blankEntry = (control: ListControl): Entry => Object.fromEntries(listParts[control].map(({ name }) => [name, '']))

/** The list of a record as it is typed. */
export const listTextOf = (control: ListControl, values: readonly Readonly<Record<string, unknown>>[]): string =>
  listText(values.map((value) => Object.fromEntries(listParts[control].map((part) => [part.name, partText(part, value[part.name])]))))

const partText = ({ control }: ListPart, value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (control !== 'instant') return String(value)
  const at = readInstant(String(value))
  // Its seconds are nobody's to type; an instant that has some is kept as it is written.
  return at === null || at % 60_000 !== 0 ? String(value) : isoInstant(at).slice(0, 16).replace('T', ' ')
}

export type PartRead = { ok: true; value: string | number | null } | { ok: false; fault: TextKey }

/** What is typed into one part of an entry. */
export const readPart = ({ control, empty }: ListPart, text: string): PartRead => {
  const trimmed = text.trim()
  if (trimmed === '') return empty === 'required' ? { ok: false, fault: 'desk.fault.required' } : { ok: true, value: empty }
  if (control === 'whole') return /^\d{1,9}$/.test(trimmed) ? { ok: true, value: Number(trimmed) } : { ok: false, fault: 'desk.fault.whole' }
  if (control === 'amount') return /^\d{1,9}(\.\d{1,6})?$/.test(trimmed) ? { ok: true, value: Number(trimmed) } : { ok: false, fault: 'desk.fault.amount' }
  if (control !== 'instant') return { ok: true, value: trimmed }
  const [, day, hour, minute] = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2})[:：](\d{2})$/.exec(trimmed) ?? []
  const instant = day === undefined ? trimmed : `${day}T${hour.padStart(2, '0')}:${minute}:00+08:00`
  return readInstant(instant) === null ? { ok: false, fault: 'desk.fault.instant' } : { ok: true, value: instant }
}

/** The whole list; shuttings stand in the order of their beginning. */
export const readList = (control: ListControl, text: string): { ok: true; value: Record<string, string | number | null>[] } | { ok: false; fault: TextKey } => {
  const read = entriesOf(text).map((entry) => listParts[control].map((part) => [part.name, readPart(part, entry[part.name] ?? '')] as const))
  if (read.some((parts) => parts.some(([, one]) => !one.ok))) return { ok: false, fault: 'desk.fault.list' }
  const value = read.map((parts) => Object.fromEntries(parts.map(([name, one]) => [name, one.ok ? one.value : null])))
  return { ok: true, value: control === 'suspensions' ? value.toSorted((one, other) => (readInstant(String(one['from'])) ?? 0) - (readInstant(String(other['from'])) ?? 0)) : value }
}
