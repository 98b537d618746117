import { monthAfter, monthOf } from '../../../geodata/registers/days.ts'
import type { OpenCity } from '../open-city.ts'
import { dayOf } from '../registers/register-input.ts'
import { registerRecords, type RegisterRecords } from '../registers/register-records.ts'

/** Both included. */
export type WallMonths = { from: string; to: string }

/** A wall looks back at most so many months. */
const mostMonths = 24
/** Months of a trend, the asked one the last. */
const trendMonths = 12

const kept = new WeakMap<RegisterRecords, WallMonths>()

/** From the first day any record begins or ends on, at most 24 months back, to the present month. */
export async function knownMonths(open: OpenCity): Promise<WallMonths> {
  const records = await registerRecords(open)
  const to = monthOf(open.day)
  const known = kept.get(records)
  if (known?.to === to) return known
  const earliest = monthAfter(to, -mostMonths)
  let from = to
  for (const list of [records.facilities.values(), records.units.values(), records.byId.values(), records.organisations]) {
    for (const { validFrom, validTo } of list) for (const day of [validFrom, validTo]) if (day !== null && day < from) from = monthOf(day)
  }
  const months = { from: from < earliest ? earliest : from, to }
  kept.set(records, months)
  return months
}

/** Months of the trend that ends with `last`, oldest first. */
export function trendOf({ from }: WallMonths, last: string): string[] {
  return Array.from({ length: trendMonths }, (_, at) => monthAfter(last, at + 1 - trendMonths)).filter((month) => month >= from || month === last)
}

/** The end of a month, today where it is not over. */
export function monthEnd(open: OpenCity, month: string): string {
  const day = dayOf(open, month)
  return day > open.day ? open.day : day
}
