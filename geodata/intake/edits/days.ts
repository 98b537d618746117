import type { Fault } from '../../model/fault.ts'
import type { Validity } from '../../model/provenance.ts'

/** A day of the calendar: 2026-02-30 has the form of one and is none. */
export function dayFaults(field: string, day: string | null): Fault[] {
  return day === null || isDay(day) ? [] : [{ field, code: 'badDate', details: { found: day } }]
}

/** Both days are real, and what ends does not end before it begins. */
export function validityFaults({ validFrom, validTo }: Validity): Fault[] {
  const faults = [...dayFaults('validFrom', validFrom), ...dayFaults('validTo', validTo)]
  if (faults.length === 0 && validFrom !== null && validTo !== null && validTo < validFrom) faults.push({ field: 'validTo', code: 'badOrder', details: { expected: validFrom, found: validTo } })
  return faults
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCFullYear() === Number(year) && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}
