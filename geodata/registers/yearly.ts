import type { RegisterState } from '../model/register.ts'

/** The year of a day. */
export const yearOf = (day: string): number => Number(day.slice(0, 4))

/** When something of a year is due: its last day. */
export const endOfYear = (year: number): string => `${year}-12-31`

/** done: by the day; late: the year is over; due: it is not. */
export const yearlyState = (doneOn: string | null, year: number, day: string): RegisterState => (doneOn !== null && doneOn <= day ? 'done' : day > endOfYear(year) ? 'late' : 'due')

/** Late first, then due, then done. */
export const stateOrder: Readonly<Record<RegisterState, number>> = { missing: 0, late: 0, partial: 1, due: 2, done: 3, none: 4 }

/** How many of so many a year shall have been by the end of the day: whole periods that are over. 12 a year on 30 June: 6. */
export function expectedBy(perYear: number, day: string): number {
  const [year, month, date] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const months = date === lastOfMonth ? month : month - 1 + date / lastOfMonth
  return Math.floor((perYear * months) / 12 + 1e-9)
}

/** Last day of the n-th of so many equal periods of a year. */
export function endOfPeriod(year: number, perYear: number, period: number): string {
  const month = Math.ceil((12 * period) / perYear - 1e-9)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
