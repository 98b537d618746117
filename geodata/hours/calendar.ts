import type { DayType, HolidayCode, HolidayYear } from '../model/holidays.ts'
import { dayNamed, ordinalOf, weekdayAt } from './clock.ts'

/** One day as the arrangement of its year has it. `known` false: no arrangement for that year; type is then workday or rest, by the weekday. */
export type Day = { day: string; weekday: number; type: DayType; holiday: HolidayCode | null; known: boolean }

/** Arrangements of several years, ready to be asked. Made by `calendarOf`. */
export type Calendar = {
  years: readonly HolidayYear[]
  /** By ordinal: days off and days worked that the arrangements name. */
  named: ReadonlyMap<number, HolidayCode | 'makeup'>
  knownYears: ReadonlySet<number>
  /** Days already worked out. */
  seen: Map<number, Day>
}

/** A block or a make-up day may lie in the year before the one that arranges it. */
export function calendarOf(years: readonly HolidayYear[]): Calendar {
  const named = new Map<number, HolidayCode | 'makeup'>()
  for (const { holidays, makeupDays } of years) {
    for (const { code, from, to } of holidays) for (let at = ordinalOf(from), end = ordinalOf(to); at <= end; at++) named.set(at, code)
    for (const day of makeupDays) named.set(ordinalOf(day), 'makeup')
  }
  return { years, named, knownYears: new Set(years.map(({ year }) => year)), seen: new Map() }
}

export const dayOf = (calendar: Calendar, isoDay: string): Day => dayAt(calendar, ordinalOf(isoDay))

/** Days kept worked out: a search for the next change walks 400 of them, and whoever asks for any year at all must not fill the memory. */
const seenAtMost = 4000

export function dayAt(calendar: Calendar, ordinal: number): Day {
  const seen = calendar.seen.get(ordinal)
  if (seen) return seen
  if (calendar.seen.size >= seenAtMost) calendar.seen.clear()
  const day = workedOut(calendar, ordinal)
  calendar.seen.set(ordinal, day)
  return day
}

function workedOut({ named, knownYears }: Calendar, ordinal: number): Day {
  const day = dayNamed(ordinal), weekday = weekdayAt(ordinal), mark = named.get(ordinal)
  if (mark === 'makeup') return { day, weekday, type: 'makeup', holiday: null, known: true }
  if (mark !== undefined) return { day, weekday, type: 'holiday', holiday: mark, known: true }
  return { day, weekday, type: weekday > 5 ? 'rest' : 'workday', holiday: null, known: knownYears.has(Number(day.slice(0, 4))) }
}
