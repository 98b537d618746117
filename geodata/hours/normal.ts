import { dayTypes, holidayCodes } from '../model/holidays.ts'
import { covers } from './dayset.ts'
import type { Clause, Days, Rule, Session } from './rule.ts'
import { calendarModes, everyDay, sessionNames } from './rule.ts'

/**
 * The normal form, in which two rules that say the same in the same order are the same value: lists sorted and without repetition, a condition that
 * every day meets is null, a last entry at the end is none, clauses that a later one hides altogether or that add nothing are left out, the first adds to nothing,
 * Saturdays and Sundays of the weekend are the weekend, a rule that names no weekday goes by days worked, and one that never opens says so of every day. A meal at an hour that is not its own loses its name.
 */
export function normalRule(rule: Rule): Rule {
  const clauses = rule.clauses.map(normalClause).filter((clause, index) => index === 0 || !clause.adds || clause.sessions.length > 0)
  const seen = clauses.filter((clause, index) => !clauses.slice(index + 1).some((later) => !later.adds && covers(later, clause, rule.calendarMode)))
  if (seen.every((clause) => clause.sessions.length === 0)) return { clauses: [{ days: everyDay, sessions: [], adds: false }], calendarMode: 'workdays' }
  return {
    clauses: seen.map((clause, index) => (index === 0 ? { ...clause, adds: false } : clause)).filter((clause) => !clause.adds || clause.sessions.length > 0),
    calendarMode: seen.some((clause) => clause.days.weekdays !== null) ? rule.calendarMode : 'workdays',
  }
}

/** Whether a rule keeps to the limits of its type: what may be written, and what must be normal before it is compared. */
export function isRule(rule: Rule): boolean {
  return rule.clauses.length > 0 && calendarModes.includes(rule.calendarMode) && rule.clauses.every((clause) => areDays(clause.days) && areSessions(clause.sessions))
}

function normalClause(clause: Clause): Clause {
  return { days: normalDays(clause.days), sessions: clause.sessions.map(normalSession).sort((one, other) => one.from - other.from), adds: clause.adds }
}

function normalDays(days: Days): Days {
  const nth = days.weekdays === null ? null : partOf([1, 2, 3, 4, 5, -1], days.nth, [-1])
  const seasons = spans(days.seasons)
  const ofWeekend = nth === null && days.types?.every((type) => type === 'rest') && days.weekdays?.includes(6) && days.weekdays.includes(7)
  return {
    weekdays: ofWeekend ? null : nth === null ? partOf([1, 2, 3, 4, 5, 6, 7], days.weekdays) : inOrder([1, 2, 3, 4, 5, 6, 7], days.weekdays),
    nth,
    types: partOf(dayTypes, days.types),
    // Not even all holidays together are every day.
    holidays: inOrder(holidayCodes, days.holidays),
    seasons: seasons?.some((season) => season.from === '01-01' && season.to === '12-31') ? null : seasons,
    dates: spans(days.dates),
  }
}

/** In the order of all; null when it is all of them, but for those that are among the others anyway. */
function partOf<Item>(all: readonly Item[], part: readonly Item[] | null, among: readonly Item[] = []): readonly Item[] | null {
  if (part === null || all.every((item) => part.includes(item) || among.includes(item))) return null
  return inOrder(all, part)
}

function inOrder<Item>(all: readonly Item[], part: readonly Item[] | null): readonly Item[] | null {
  return part === null ? null : all.filter((item) => part.includes(item))
}

function spans(list: Days['dates']): Days['dates'] {
  if (list === null) return null
  const sorted = list.map(({ from, to }) => ({ from, to })).sort((one, other) => (`${one.from} ${one.to}` < `${other.from} ${other.to}` ? -1 : 1))
  return sorted.filter((span, index) => index === 0 || span.from !== sorted[index - 1]?.from || span.to !== sorted[index - 1]?.to)
}

function normalSession(session: Session): Session {
  return {
    from: session.from, to: session.to, lastEntry: session.lastEntry === session.to ? null : session.lastEntry,
    byAppointment: session.byAppointment, name: session.name === '' || !fits(session) ? '' : session.name,
  }
}

/** Hours at which a meal begins. Other names fit any hour. */
const meals: Readonly<Record<string, readonly [number, number]>> = { breakfast: [3 * 60, 11 * 60], lunch: [9 * 60, 15 * 60], dinner: [14 * 60, 24 * 60] }

/** Whether a meal of this name may begin at this minute. 晚餐 5:00 is not five in the morning. */
export function fits(session: Pick<Session, 'name' | 'from'>): boolean {
  const [earliest, latest] = meals[session.name] ?? [0, 1440]
  return session.from >= earliest && session.from < latest
}

function areDays(days: Days): boolean {
  if (days.nth !== null && days.weekdays === null) return false
  return isPart(days.weekdays, [1, 2, 3, 4, 5, 6, 7]) && isPart(days.nth, [1, 2, 3, 4, 5, -1]) && isPart(days.types, dayTypes) && isPart(days.holidays, holidayCodes)
    && (days.seasons ?? []).every(({ from, to }) => isDay(`2000-${from}`) && isDay(`2000-${to}`)) && days.seasons?.length !== 0
    && (days.dates ?? []).every(({ from, to }) => isDay(from) && isDay(to) && from <= to) && days.dates?.length !== 0
}

function isPart<Item>(part: readonly Item[] | null, all: readonly Item[]): boolean {
  return part === null || (part.length > 0 && part.every((item) => all.includes(item)))
}

/** The last day of what has no end. */
export const forEver = '9999-12-31'

/** A day of the calendar, ISO. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

function areSessions(sessions: readonly Session[]): boolean {
  return sessions.every((session, index) => {
    const before = sessions[index - 1]
    const { from, to, lastEntry, name } = session
    return Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from < 1440 && to > from && to <= 2880 && (before === undefined || before.to <= from)
      && (lastEntry === null || (Number.isInteger(lastEntry) && lastEntry >= from && lastEntry <= to)) && (name === '' || sessionNames.includes(name))
  })
}

/** Whether the days ask for nothing. */
export function isEveryDay(days: Days): boolean {
  return days.weekdays === null && days.nth === null && days.types === null && days.holidays === null && days.seasons === null && days.dates === null
}
