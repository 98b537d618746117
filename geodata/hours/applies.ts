import { dayTypes, type DayType, type HolidayCode } from '../model/holidays.ts'
import type { Day } from './calendar.ts'
import type { CalendarMode, Clause } from './rule.ts'

/** What a day is to the arrangement of holidays. */
export type Kind = { type: DayType; holiday: HolidayCode | null }

/** Whether a clause speaks about a day, taken as that kind of day (its own, or one it might turn out to be). */
export function applies(clause: Clause, day: Day, { type, holiday }: Kind, mode: CalendarMode): boolean {
  const { weekdays, nth, types, holidays, seasons, dates } = clause.days
  if (dates !== null && !dates.some(({ from, to }) => from <= day.day && day.day <= to)) return false
  if (seasons !== null && !seasons.some((season) => within(season, day.day.slice(5)))) return false
  if (nth !== null && !nth.some((n) => isNth(n, day.day))) return false
  if (types !== null && !types.includes(type)) return false
  if (holidays !== null && (holiday === null || !holidays.includes(holiday))) return false
  if (weekdays === null) return true
  // Whoever says which types or which Monday of the month speaks of the calendar on the wall.
  const wall = mode === 'weekdays' || !day.sure || holidays !== null || !isWhole(types, dayTypes) || !isWhole(nth, everyWeek)
  return wall ? weekdays.includes(day.weekday) : inWorkingWeek(weekdays, clause.sessions.length === 0, day, type)
}

const everyWeek = [1, 2, 3, 4, 5]

/** A condition that names all there is asks for nothing. */
const isWhole = <T>(part: readonly T[] | null, all: readonly T[]): boolean => part === null || (part.length >= all.length && all.every((one) => part.includes(one)))

/** The reading "workdays", clause by clause as README.md has it. */
function inWorkingWeek(weekdays: readonly number[], closes: boolean, { weekday }: Day, type: DayType): boolean {
  let working = 0
  for (const one of weekdays) if (one <= 5) working++
  const named = weekdays.includes(weekday), weekend = weekdays.length - working
  if (working === 0) return named && type !== 'makeup'
  if (weekend === 2 || (closes && working < 5)) return named
  if (type === 'holiday') return false
  return type === 'makeup' ? working === 5 : named
}

const within = ({ from, to }: { from: string; to: string }, monthDay: string): boolean => (from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to)

/** n = -1: the last of its weekday in the month. */
function isNth(n: number, day: string): boolean {
  const date = Number(day.slice(8))
  return n > 0 ? Math.ceil(date / 7) === n : date + 7 > daysInMonth(day)
}

const daysInMonth = (day: string): number => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
