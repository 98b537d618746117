import type { CalendarMode, Clause } from './rule.ts'

/**
 * How people mean the weekdays of a text that does not say. Monday to Friday are the days that are worked, make-up days among them and holidays not. A place that is open on Saturdays,
 * Sundays and some of the other days, and never names the working week (周二至周日; 周日至周四 and 周五、周六), has a week of its own and goes by the wall.
 */
export function usualMode(clauses: readonly Clause[]): CalendarMode {
  const open = clauses.flatMap(({ days, sessions }) => (sessions.length > 0 && days.weekdays !== null && days.nth === null && days.types === null && days.holidays === null && days.dates === null ? [days.weekdays] : []))
  const named = new Set(open.flat())
  const ownWeek = named.has(6) && named.has(7) && [...named].some((day) => day <= 5)
  const workingWeek = open.some((weekdays) => [1, 2, 3, 4, 5].every((day) => weekdays.includes(day)))
  return ownWeek && !workingWeek ? 'weekdays' : 'workdays'
}
