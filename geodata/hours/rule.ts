import type { DayType, HolidayCode } from '../model/holidays.ts'

/**
 * When a place is open: clauses in order. Of the clauses that apply to a day the last one decides, save that one with `adds` joins its sessions to those
 * already decided. A day to which no clause applies has no session. A rule without clauses is not a rule: unknown hours are `null` wherever a Rule may stand.
 */
export type Rule = {
  clauses: readonly Clause[]
  /**
   * How "Monday to Friday" is meant. workdays: days that are worked, make-up days among them and holidays not; weekdays: by the calendar on the wall.
   * Matters only for clauses that name weekdays; `Days.types` always go by the calendar of holidays.
   */
  calendarMode: CalendarMode
}

export const calendarModes = ['workdays', 'weekdays'] as const
export type CalendarMode = (typeof calendarModes)[number]

export type Clause = {
  days: Days
  /** In order, not overlapping; empty: closed on these days. */
  sessions: readonly Session[]
  adds: boolean
}

/**
 * Minutes since midnight, from < to; `to` beyond 1440 runs into the next day (at most 2880). One comes in until lastEntry (null: until the end).
 * byAppointment: open to those who asked before. `name`: what the session is (早餐), '' for nothing.
 */
export type Session = { from: number; to: number; lastEntry: number | null; byAppointment: boolean; name: SessionName | '' }

export const sessionNames = ['breakfast', 'lunch', 'dinner', 'morning', 'afternoon', 'evening', 'outpatient', 'emergency'] as const
export type SessionName = (typeof sessionNames)[number]

/** A day must meet each of the conditions that are not null. All null: every day. */
export type Days = {
  /** 1 Monday … 7 Sunday, sorted. */
  weekdays: readonly number[] | null
  /** n-th of its weekday in the month, 1..5 or -1 for the last; only together with weekdays. */
  nth: readonly number[] | null
  types: readonly DayType[] | null
  /** Days off that belong to one of these holidays: 春节期间. */
  holidays: readonly HolidayCode[] | null
  /** Every year, 'mm-dd' inclusive; to < from runs over the end of the year. */
  seasons: readonly { from: string; to: string }[] | null
  /** Once, ISO days inclusive. */
  dates: readonly { from: string; to: string }[] | null
}

export const everyDay: Days = { weekdays: null, nth: null, types: null, holidays: null, seasons: null, dates: null }
