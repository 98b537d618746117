import type { CalendarMode, Clause } from './rule.ts'

/**
 * How people mean the weekdays of a text that does not say. Monday to Friday are the days that are worked, make-up days among them and holidays not. A place that is open on Saturdays,
 * Sundays and some of the other days, and never names the working week (周二至周日; 周日至周四 and 周五、周六), has a week of its own and goes by the wall; so has one that is open
 * every day and otherwise on some (每天 7:00-21:00，周一 12:00-21:00), on a Monday that is a holiday too.
 */
export function usualMode(clauses: readonly Clause[]): CalendarMode {
  const open = clauses.flatMap(({ days, sessions }) => (sessions.length > 0 && days.weekdays !== null && days.nth === null && days.types === null && days.holidays === null && days.dates === null ? [days.weekdays] : []))
  const named = new Set(open.flat())
  const ownWeek = named.has(6) && named.has(7) && [...named].some((day) => day <= 5)
  const workingWeek = open.some((weekdays) => [1, 2, 3, 4, 5].every((day) => weekdays.includes(day)))
  const otherwise = opensEveryDay(clauses) && clauses.some(({ days: { weekdays, nth, types, holidays, dates }, sessions, adds }) => sessions.length > 0 && !adds && weekdays !== null && weekdays.some((day) => day <= 5) && (nth ?? types ?? holidays ?? dates) === null)
  return (ownWeek || otherwise) && !workingWeek ? 'weekdays' : 'workdays'
}

/** Whether there are hours for every day, or every day of a season. */
export const opensEveryDay = (clauses: readonly Clause[]): boolean => clauses.some(({ days: { weekdays, types, holidays, dates }, sessions, adds }) => sessions.length > 0 && !adds && (weekdays ?? types ?? holidays ?? dates) === null)
