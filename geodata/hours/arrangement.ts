import type { HolidayBlock, HolidayCode, HolidayYear } from '../model/holidays.ts'
import { addDays, isDay, weekdayOf } from './clock.ts'

/** What makes arrangements of holidays contradict themselves, one another, or the week. */
export const arrangementFaultCodes = [
  'holidaysNoDay', 'holidaysBackwards', 'holidaysTooLong', 'holidaysOtherYear', 'holidaysOverlap', 'holidaysSplit', 'holidaysMissing', 'holidaysYearTwice', 'makeupWeekday', 'makeupOff', 'makeupTwice',
] as const
export type ArrangementFaultCode = (typeof arrangementFaultCodes)[number]

/** `found`: the day or days it is about. */
export type ArrangementFault = { code: ArrangementFaultCode; year: number; found: string; holiday: HolidayCode | null }

/** Everything that is wrong with the arrangements taken together (identity 7: make-up days are Saturdays or Sundays, blocks are whole); empty: they hold. Faults come by year. */
export function arrangementFaults(years: readonly HolidayYear[]): ArrangementFault[] {
  const faults: ArrangementFault[] = []
  const off = new Map<string, HolidayCode>(), worked = new Set<string>(), seen = new Set<number>()
  for (const { year, holidays, makeupDays } of years) {
    const fault = (code: ArrangementFaultCode, found: string, holiday: HolidayCode | null = null): void => { faults.push({ code, year, found, holiday }) }
    if (seen.has(year)) fault('holidaysYearTwice', String(year))
    seen.add(year)
    const codes = new Set<HolidayCode>()
    for (const block of holidays) {
      const shape = blockFault(block, year)
      if (shape) {
        fault(shape, rangeText(block), block.code)
        continue
      }
      if (codes.has(block.code)) fault('holidaysSplit', rangeText(block), block.code)
      codes.add(block.code)
      const twice = daysOf(block).find((day) => off.has(day))
      if (twice !== undefined) fault('holidaysOverlap', twice, block.code)
      for (const day of daysOf(block)) off.set(day, block.code)
    }
    for (const code of always) if (!codes.has(code) && !holidays.some((block) => block.code === code)) fault('holidaysMissing', String(year), code)
    for (const day of makeupDays) {
      if (!isDay(day)) fault('holidaysNoDay', day)
      else if (!belongs(day, year)) fault('holidaysOtherYear', day)
      else if (weekdayOf(day) <= 5) fault('makeupWeekday', day)
      else if (worked.has(day)) fault('makeupTwice', day)
      worked.add(day)
    }
  }
  for (const { year, makeupDays } of years) for (const day of makeupDays) if (off.has(day)) faults.push({ code: 'makeupOff', year, found: day, holiday: off.get(day) ?? null })
  return faults.toSorted((a, b) => a.year - b.year)
}

/** Named by every arrangement since 2008; Mid-Autumn may be part of National Day (2020, 2025). A year that lacks one was not copied to its end, and its days would be taken for worked. */
const always: readonly HolidayCode[] = ['newYear', 'springFestival', 'qingming', 'labourDay', 'dragonBoat', 'nationalDay']

/** The longest so far had nine days (Spring Festival 2026); twice that is a slip in a date. */
const mostDays = 18

function blockFault(block: HolidayBlock, year: number): ArrangementFaultCode | null {
  if (!isDay(block.from) || !isDay(block.to)) return 'holidaysNoDay'
  if (block.to < block.from) return 'holidaysBackwards'
  if (addDays(block.from, mostDays) <= block.to) return 'holidaysTooLong'
  return belongs(block.from, year) && Number(block.to.slice(0, 4)) === year ? null : 'holidaysOtherYear'
}

/** In its year, or in the December before it. */
const belongs = (day: string, year: number): boolean => day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`)

const daysOf = ({ from, to }: HolidayBlock): string[] => {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

const rangeText = ({ from, to }: HolidayBlock): string => (from === to ? from : `${from} – ${to}`)
