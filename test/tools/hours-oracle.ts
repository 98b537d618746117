import type { HolidayYear } from '../../geodata/model/holidays.ts'
import type { Suspension } from '../../geodata/model/offer.ts'
import { venueStates, type VenueState } from '../../geodata/model/venue.ts'
import type { Clause, Rule, Session } from '../../geodata/hours/rule.ts'

/** The two years that have a calendar, minute by minute, worked out in the slowest and plainest way: no search, no merging, no shared code. */
export const firstDay = '2025-01-01'
const dayCount = 730
const perDay = 1440
export const minuteCount = dayCount * perDay
const begin = Date.UTC(2024, 11, 31, 16)

export const instantAt = (minute: number): number => begin + minute * 60_000

export type Oracle = {
  open: Uint8Array
  /** Index into venueStates. */
  states: Uint8Array
  /** By minute: the minute at which the door next opens or shuts, and at which the state next differs; minuteCount: not in these years. */
  change: Int32Array
  stateChange: Int32Array
}

export const stateOf = ({ states }: Oracle, minute: number): VenueState => venueStates[states[minute]]

export function oracle(rule: Rule, suspensions: readonly Suspension[], years: readonly HolidayYear[]): Oracle {
  const shut = new Uint8Array(minuteCount)
  for (const { from, until } of suspensions) shut.fill(1, minuteOf(from), until === null ? minuteCount : minuteOf(until))
  const door = new Uint8Array(minuteCount), beginsToday: number[] = []
  for (let day = -1; day < dayCount; day++) {
    const sessions = sessionsOf(rule, new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10), years)
    if (day >= 0) beginsToday.push(Math.min(...sessions.map(({ from }) => from)))
    for (const { from, to, lastEntry } of sessions) for (let minute = from; minute < (lastEntry ?? to); minute++) if (day * perDay + minute >= 0 && day * perDay + minute < minuteCount) door[day * perDay + minute] = 1
  }
  for (let minute = 0; minute < minuteCount; minute++) if (shut[minute]) door[minute] = 0
  const change = backwards(door)
  const states = new Uint8Array(minuteCount)
  for (let minute = 0; minute < minuteCount; minute++) {
    const day = Math.floor(minute / perDay)
    states[minute] = codes[
      shut[minute] ? 'suspended'
        : door[minute] ? (change[minute] < minuteCount && change[minute] - minute <= 30 ? 'closes-soon' : 'open')
          : change[minute] < (day + 1) * perDay ? 'opens-later'
            : beginsToday[day] <= minute % perDay ? 'closed-for-today' : 'closed-today'
    ]
  }
  return { open: door, states, change, stateChange: backwards(states) }
}

const codes: Readonly<Record<string, number>> = Object.fromEntries(venueStates.map((state, code) => [state, code]))

function backwards(values: Uint8Array): Int32Array {
  const next = new Int32Array(minuteCount).fill(minuteCount)
  for (let minute = minuteCount - 2; minute >= 0; minute--) next[minute] = values[minute] === values[minute + 1] ? next[minute + 1] : minute + 1
  return next
}

const minuteOf = (iso: string): number => Math.min(Math.max((Date.parse(iso) - begin) / 60_000, 0), minuteCount)

/** Sessions that begin on a day, by the words of geodata/hours/README.md. */
export function sessionsOf(rule: Rule, day: string, years: readonly HolidayYear[]): Session[] {
  let sessions: Session[] = []
  for (const clause of rule.clauses) if (speaks(clause, rule, day, years)) sessions = clause.adds ? [...sessions, ...clause.sessions] : [...clause.sessions]
  return sessions
}

function speaks({ days, sessions }: Clause, { calendarMode }: Rule, day: string, years: readonly HolidayYear[]): boolean {
  const date = new Date(`${day}T00:00:00Z`), weekday = date.getUTCDay() || 7
  const off = years.flatMap((year) => year.holidays).find(({ from, to }) => day >= from && day <= to)
  const worked = years.some((year) => year.makeupDays.includes(day))
  const type = off ? 'holiday' : worked ? 'makeup' : weekday >= 6 ? 'rest' : 'workday'
  if (days.dates && days.dates.filter(({ from, to }) => day >= from && day <= to).length === 0) return false
  if (days.seasons) {
    const monthDay = day.slice(5)
    if (days.seasons.filter(({ from, to }) => (to >= from ? monthDay >= from && monthDay <= to : !(monthDay > to && monthDay < from))).length === 0) return false
  }
  if (days.types && days.types.indexOf(type) < 0) return false
  if (days.holidays && (!off || days.holidays.indexOf(off.code) < 0)) return false
  if (days.nth) {
    const sameWeekday: string[] = []
    for (let one = 1; one <= 31; one++) {
      const other = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), one))
      if (other.getUTCMonth() === date.getUTCMonth() && other.getUTCDay() === date.getUTCDay()) sameWeekday.push(other.toISOString().slice(0, 10))
    }
    const place = sameWeekday.indexOf(day) + 1
    if (!days.nth.some((n) => (n === -1 ? place === sameWeekday.length : n === place))) return false
  }
  if (!days.weekdays) return true
  const named = days.weekdays.indexOf(weekday) >= 0
  const asksForType = days.types && ['workday', 'rest', 'holiday', 'makeup'].some((one) => !days.types?.some((other) => other === one))
  const asksForWeek = days.nth && [1, 2, 3, 4, 5].some((one) => !days.nth?.includes(one))
  if (calendarMode === 'weekdays' || days.holidays || asksForType || asksForWeek) return named
  const all = (...of: number[]): boolean => of.every((one) => days.weekdays?.includes(one))
  const some = (...of: number[]): boolean => of.some((one) => days.weekdays?.includes(one))
  // Only the weekend.
  if (!some(1, 2, 3, 4, 5)) return named && type !== 'makeup'
  // A week of its own.
  if (all(6, 7)) return named
  // A day of rest within the week.
  if (sessions.length === 0 && !all(1, 2, 3, 4, 5)) return named
  if (type === 'holiday') return false
  return type === 'makeup' ? all(1, 2, 3, 4, 5) : named
}
