import type { HolidayCode } from '../model/holidays.ts'
import { applies, type Kind } from './applies.ts'
import { dayAt, type Calendar, type Day } from './calendar.ts'
import { ordinalOf } from './clock.ts'
import type { Rule, Session } from './rule.ts'

/** Sessions that begin on a day, in order. unknown: the rule tells holidays or make-up days apart, the year has no calendar, and it matters on this day; the sessions are then those by the weekday. */
export type DaySessions = { sessions: readonly Session[]; unknown: boolean }

export const sessionsOn = (rule: Rule, day: string, calendar: Calendar): DaySessions => sessionsAt(rule, ordinalOf(day), calendar)

export function sessionsAt(rule: Rule, ordinal: number, calendar: Calendar): DaySessions {
  const day = dayAt(calendar, ordinal)
  const sessions = decided(rule, day, day)
  if (day.sure || !rule.clauses.some(({ days: { types, holidays } }) => types !== null || holidays !== null)) return { sessions, unknown: false }
  return { sessions, unknown: otherKinds(rule, day).some((kind) => !same(sessions, decided(rule, day, kind))) }
}

/** Whether anything in the rule hangs on the arrangement of holidays. */
export const restsOnCalendar = ({ clauses, calendarMode }: Rule): boolean =>
  clauses.some(({ days: { types, holidays, weekdays, nth } }) => types !== null || holidays !== null || (weekdays !== null && nth === null && weekdays.length < 7 && calendarMode === 'workdays'))

/** Of the clauses that apply the last decides; one that adds joins what was decided. */
function decided({ clauses, calendarMode }: Rule, day: Day, kind: Kind): readonly Session[] {
  let sessions: readonly Session[] = none
  for (const clause of clauses) if (applies(clause, day, kind, calendarMode)) sessions = clause.adds ? joined(sessions, clause.sessions) : clause.sessions
  return sessions
}

const none: readonly Session[] = []

const joined = (some: readonly Session[], more: readonly Session[]): readonly Session[] => [...some, ...more].toSorted((a, b) => a.from - b.from || a.to - b.to)

/** What a day without calendar might be besides what its weekday says, of the kinds the rule tells apart. "Workdays and make-up days" together only mean days worked: that is read from the weekday. */
function otherKinds({ clauses }: Rule, { day, weekday }: Day): Kind[] {
  const named = [...new Set(clauses.flatMap(({ days: { holidays } }) => holidays ?? []))].filter((code) => mayFallOn(code, day.slice(5)))
  const kinds: Kind[] = named.map((holiday) => ({ type: 'holiday', holiday }))
  if (clauses.some(({ days: { types, holidays } }) => holidays === null && types?.includes('holiday') === true)) kinds.push({ type: 'holiday', holiday: null })
  if (weekday > 5 && clauses.some(({ days: { types } }) => types?.includes('makeup') === true && !types.includes('workday'))) kinds.push({ type: 'makeup', holiday: null })
  return kinds
}

/** Where in the year the days off of a holiday can lie, 'mm-dd': the first day of the lunar year lies between 21 January and 20 February, its fifth month's fifth day between 27 May and 25 June, its eighth's full moon between 8 September and 6 October; blocks reach some days around. */
const span: Readonly<Record<HolidayCode, readonly [from: string, to: string]>> = {
  newYear: ['12-28', '01-05'], springFestival: ['01-14', '03-01'], qingming: ['03-31', '04-09'], labourDay: ['04-26', '05-08'],
  dragonBoat: ['05-24', '06-29'], midAutumn: ['09-05', '10-10'], nationalDay: ['09-26', '10-10'],
}

function mayFallOn(code: HolidayCode, monthDay: string): boolean {
  const [from, to] = span[code]
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to
}

const same = (a: readonly Session[], b: readonly Session[]): boolean => a === b || (a.length === b.length && a.every((one, i) => one.from === b[i].from && one.to === b[i].to && one.lastEntry === b[i].lastEntry && one.byAppointment === b[i].byAppointment))
