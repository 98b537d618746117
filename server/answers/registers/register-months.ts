import { sheets, type SheetCode } from '../../../geodata/model/sheets/all.ts'
import { monthAfter, monthOf } from '../../../geodata/registers/days.ts'
import type { OpenCity } from '../open-city.ts'
import { eventTotals } from './event-totals.ts'
import { registerRecords, type RegisterRecords } from './register-records.ts'
import type { Used } from './used-records.ts'

export type MonthRange = { from: string; to: string }

/** A slider shows at most so many months: three years. */
const mostMonths = 36

/**
 * Months for which the data of a register differ: from the first of the days, months and years its rows speak of to the newest source (or today, where none tells
 * its date), not more than three years. Null: it knows only one month.
 */
export async function monthsOf(open: OpenCity, { sheets: used, others }: Used): Promise<MonthRange | null> {
  const records = await registerRecords(open)
  const newest = monthOf(open.identity.sourceDate ?? open.day)
  const seen = [...used].flatMap((sheet) => rangeOf(records, sheet) ?? [])
  for (const name of ['units', 'facilities'] as const) if (others.has(name)) seen.push(...validityMonths(records[name].values()))
  if (others.has('organisations')) seen.push(...validityMonths(records.organisations))
  if (others.has('events')) seen.push(...(await eventTotals(open, false)).months)
  const known = seen.map((month) => (month > newest ? newest : month)).toSorted()
  if (known.length === 0) return null
  const [first, last] = [known[0], newest]
  const earliest = monthAfter(last, 1 - mostMonths)
  const from = first < earliest ? earliest : first
  return from === last ? null : { from, to: last }
}

/** Every month of a range, rising. */
export function monthsBetween({ from, to }: MonthRange): string[] {
  const months: string[] = []
  for (let month = from; month <= to; month = monthAfter(month, 1)) months.push(month)
  return months
}

const ranges = new WeakMap<RegisterRecords, Map<SheetCode, string[]>>()

/** First and last month that rows of a sheet speak of; empty: none. */
function rangeOf(records: RegisterRecords, sheet: SheetCode): string[] {
  const known = ranges.get(records) ?? new Map<SheetCode, string[]>()
  ranges.set(records, known)
  const found = known.get(sheet) ?? edges(monthsOfRows(records, sheet))
  known.set(sheet, found)
  return found
}

function monthsOfRows({ bySheet }: RegisterRecords, sheet: SheetCode): string[] {
  const rows = bySheet.get(sheet) ?? []
  const months = validityMonths(rows)
  for (const [name, { kind }] of Object.entries(sheets[sheet].fields) as [string, { kind: string }][]) {
    if (kind !== 'day' && kind !== 'month' && kind !== 'year') continue
    for (const { fields } of rows) {
      const value = fields[name]
      if (typeof value === 'string') months.push(monthOf(value))
      if (typeof value === 'number') months.push(`${value}-01`, `${value}-12`)
    }
  }
  return months
}

function validityMonths(rows: Iterable<{ validFrom: string | null; validTo: string | null }>): string[] {
  return [...rows].flatMap(({ validFrom, validTo }) => [validFrom, validTo].flatMap((day) => (day === null ? [] : [monthOf(day)])))
}

function edges(months: readonly string[]): string[] {
  if (months.length === 0) return []
  let [first, last] = [months[0], months[0]]
  for (const month of months) {
    if (month < first) first = month
    if (month > last) last = month
  }
  return [first, last]
}
