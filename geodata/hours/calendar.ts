import type { DayType, HolidayCode, HolidayYear } from '../model/holidays.ts'
import { dayNamed, ordinalOf, weekdayAt } from './clock.ts'

/**
 * One day as the arrangement of its year has it. `known` false: no arrangement for that year; type is then workday or rest, by the weekday, or that of a holiday by law.
 * `sure`: what kind of day it is holds whatever will be arranged.
 */
export type Day = { day: string; weekday: number; type: DayType; holiday: HolidayCode | null; known: boolean; sure: boolean }

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
  if (mark === 'makeup') return { day, weekday, type: 'makeup', holiday: null, known: true, sure: true }
  if (mark !== undefined) return { day, weekday, type: 'holiday', holiday: mark, known: true, sure: true }
  const known = knownYears.has(Number(day.slice(0, 4))), byLaw = known ? undefined : holidaysByLaw[day.slice(5)]
  if (byLaw !== undefined && Number(day.slice(0, 4)) >= lawSince) return { day, weekday, type: 'holiday', holiday: byLaw, known: false, sure: true }
  return { day, weekday, type: weekday > 5 ? 'rest' : 'workday', holiday: null, known, sure: known }
}

/** Days off with a date of their own (全国年节及纪念日放假办法, 国务院令第795号, in force since 1 January 2025); those of the lunar year hang on the arrangement. */
const holidaysByLaw: Readonly<Record<string, HolidayCode | undefined>> = { '01-01': 'newYear', '05-01': 'labourDay', '05-02': 'labourDay', '10-01': 'nationalDay', '10-02': 'nationalDay', '10-03': 'nationalDay' }
const lawSince = 2025
