import type { CalendarMode, Clause } from './rule.ts'

/**
 * How people mean the weekdays of a text that does not say. Places that name their working week go by days worked. One that is open on days of it and on Saturdays and
 * Sundays has a week of its own and would say so if it closed on holidays: it goes by the wall, unless it sets Monday to Friday against holidays.
 */
export function usualMode(clauses: readonly Clause[]): CalendarMode {
  const open = clauses.flatMap(({ days, sessions }) => (sessions.length > 0 && days.weekdays !== null && days.nth === null && days.types === null && days.holidays === null && days.dates === null ? [days.weekdays] : []))
  const named = new Set(open.flat())
  const wholeWeek = named.has(6) && named.has(7) && [...named].some((day) => day <= 5)
  const againstHolidays = clauses.some(({ days }) => days.holidays !== null || days.types?.includes('holiday')) && open.some((weekdays) => weekdays.length === 5 && weekdays.every((day) => day <= 5))
  return wholeWeek && !againstHolidays ? 'weekdays' : 'workdays'
}
