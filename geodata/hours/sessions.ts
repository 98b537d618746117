import type { DayType } from '../model/holidays.ts'
import { applies } from './applies.ts'
import { dayAt, type Calendar, type Day } from './calendar.ts'
import { ordinalOf } from './clock.ts'
import type { Rule, Session } from './rule.ts'

/** Sessions that begin on a day, in order. unknown: the rule tells holidays or make-up days apart, the year has no calendar, and it matters on this day; the sessions are then those by the weekday. */
export type DaySessions = { sessions: readonly Session[]; unknown: boolean }

export const sessionsOn = (rule: Rule, day: string, calendar: Calendar): DaySessions => sessionsAt(rule, ordinalOf(day), calendar)

export function sessionsAt(rule: Rule, ordinal: number, calendar: Calendar): DaySessions {
  const day = dayAt(calendar, ordinal)
  const sessions = decided(rule, day, day.type)
  if (day.known) return { sessions, unknown: false }
  return { sessions, unknown: otherTypes(rule, day).some((type) => !same(sessions, decided(rule, day, type))) }
}

/** Whether anything in the rule hangs on the arrangement of holidays. */
export const restsOnCalendar = ({ clauses, calendarMode }: Rule): boolean =>
  clauses.some(({ days: { types, weekdays, nth } }) => types !== null || (weekdays !== null && nth === null && weekdays.length < 7 && calendarMode === 'workdays'))

/** Of the clauses that apply the last decides; one that adds joins what was decided. */
function decided({ clauses, calendarMode }: Rule, day: Day, type: DayType): readonly Session[] {
  let sessions: readonly Session[] = none
  for (const clause of clauses) if (applies(clause, day, type, calendarMode)) sessions = clause.adds ? joined(sessions, clause.sessions) : clause.sessions
  return sessions
}

const none: readonly Session[] = []

const joined = (some: readonly Session[], more: readonly Session[]): readonly Session[] => [...some, ...more].toSorted((a, b) => a.from - b.from || a.to - b.to)

/** What a day without calendar might be besides what its weekday says, of the types the rule tells apart. "Workdays and make-up days" together only mean days worked: that is read from the weekday. */
function otherTypes({ clauses }: Rule, { weekday }: Day): DayType[] {
  const named = (type: DayType): boolean => clauses.some(({ days: { types } }) => types?.includes(type) === true && !(type === 'makeup' && types.includes('workday')))
  return [...(named('holiday') ? (['holiday'] as const) : []), ...(weekday > 5 && named('makeup') ? (['makeup'] as const) : [])]
}

const same = (a: readonly Session[], b: readonly Session[]): boolean => a === b || (a.length === b.length && a.every((one, i) => one.from === b[i].from && one.to === b[i].to && one.lastEntry === b[i].lastEntry && one.byAppointment === b[i].byAppointment))
