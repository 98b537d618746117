import type { VenueState } from '../model/venue.ts'
import { dayAt, type Calendar } from './calendar.ts'
import { ordinalAt, startOf } from './clock.ts'
import { closingAfter, openingAfter, searchedDays } from './next.ts'
import { entryEnd, openness, type Hours } from './open.ts'
import type { Rule, Session } from './rule.ts'
import { restsOnCalendar, sessionsAt } from './sessions.ts'
import { nextShutting, shutAt, shutTimes, type Shut } from './suspensions.ts'

/** How a place stands at an instant. Instants are milliseconds since 1970 UTC. */
export type Standing = {
  state: VenueState
  /** The session that runs; null: none, or it is shut out of turn. Still there when the last entry has passed. */
  session: Session | null
  /** When the door opens or shuts next; null: not within 400 days, or nobody can say. */
  next: { at: number; opens: boolean } | null
  nextChangeOfState: number | null
  /** End of the shutting out of turn; null: none, or nobody knows. */
  until: number | null
  /** Why it is shut out of turn; '' otherwise. */
  reason: string
  /** The session runs but nobody is let in any more; the state is that of a closed place. */
  lastEntryPassed: boolean
  /** State or next change come from weekdays alone, or the next cannot be told, for want of a calendar of that year, and the rule would need one. */
  calendarMissing: boolean
}

/** Half an hour or less until the door shuts, or until the last entry, is soon. */
const soonMs = 30 * 60_000

export function standingAt({ rule, suspensions }: Hours, epochMs: number, calendar: Calendar): Standing {
  const shut = shutTimes(suspensions), suspended = shutAt(shut, epochMs)
  if (suspended) {
    const until = suspended.until === Infinity ? null : suspended.until
    const next = rule && until !== null ? openingFrom(rule, shut, until, calendar) : never
    return { state: 'suspended', session: null, next: next.at === null ? null : { at: next.at, opens: true }, nextChangeOfState: until, until, reason: suspended.reason, lastEntryPassed: false, calendarMissing: lacking(rule, calendar, epochMs, next) }
  }
  const nothing = { session: null, next: null, until: null, reason: '', lastEntryPassed: false }
  if (rule === null) return { ...nothing, state: 'unknown', nextChangeOfState: finite(nextShutting(shut, epochMs)), calendarMissing: false }
  const open = openness(rule, shut, epochMs, calendar)
  if (open === 'unknown') return { ...nothing, state: 'unknown', nextChangeOfState: unknownUntil(rule, shut, epochMs, calendar), calendarMissing: true }
  const session = runningAt(rule, epochMs, calendar)
  if (open === 'open') return { ...nothing, ...whileOpen(rule, shut, epochMs, calendar), session }
  const next = openingAfter(rule, shut, epochMs, calendar)
  const state = closedState(rule, epochMs, next.at, calendar)
  return {
    ...nothing, state, session, next: next.at === null ? null : { at: next.at, opens: true }, nextChangeOfState: closedUntil(state, rule, shut, epochMs, next.at, calendar),
    lastEntryPassed: session !== null, calendarMissing: lacking(rule, calendar, epochMs, next),
  }
}

function whileOpen(rule: Rule, shut: readonly Shut[], at: number, calendar: Calendar): Pick<Standing, 'state' | 'next' | 'nextChangeOfState' | 'calendarMissing'> {
  const { at: end, known } = closingAfter(rule, shut, at, calendar)
  const closing = end !== null && known
  const soon = closing && end - at <= soonMs
  return {
    state: soon ? 'closes-soon' : 'open', next: closing ? { at: end, opens: false } : null,
    nextChangeOfState: closing && !soon ? end - soonMs : end, calendarMissing: lacking(rule, calendar, at, never),
  }
}

function closedState(rule: Rule, at: number, next: number | null, calendar: Calendar): VenueState {
  const ordinal = ordinalAt(at)
  if (next !== null && next < startOf(ordinal + 1)) return 'opens-later'
  const minute = (at - startOf(ordinal)) / 60_000
  return sessionsAt(rule, ordinal, calendar).sessions.some(({ from }) => from <= minute) ? 'closed-for-today' : 'closed-today'
}

function closedUntil(state: VenueState, rule: Rule, shut: readonly Shut[], at: number, next: number | null, calendar: Calendar): number | null {
  const shutting = nextShutting(shut, at), ordinal = ordinalAt(at)
  if (state === 'opens-later') return Math.min(next ?? Infinity, shutting)
  if (state === 'closed-for-today') return Math.min(startOf(ordinal + 1), shutting)
  for (let day = ordinal + 1; day <= ordinal + searchedDays; day++) {
    const midnight = startOf(day)
    if (shutting <= midnight) return shutting
    const { sessions, unknown } = sessionsAt(rule, day, calendar)
    if (unknown || (sessions.length > 0 && (openness(rule, shut, midnight, calendar) === 'open' || closedState(rule, midnight, openingAfter(rule, shut, midnight, calendar).at, calendar) !== 'closed-today'))) return midnight
  }
  return finite(shutting)
}

/** Days searched for the end of a time nobody can tell about: it ends with the year, or with a session that ran over it. */
const unknownDays = 8

function unknownUntil(rule: Rule, shut: readonly Shut[], at: number, calendar: Calendar): number | null {
  const ordinal = ordinalAt(at), shutting = nextShutting(shut, at)
  for (let day = ordinal; day <= ordinal + unknownDays; day++) {
    const marks = [0, ...sessionsAt(rule, day, calendar).sessions.map(({ from }) => from), ...rule.clauses.flatMap(({ sessions }) => sessions.map(({ to }) => to - 1440))]
    for (const mark of marks.toSorted((a, b) => a - b)) {
      const then = startOf(day) + mark * 60_000
      if (then <= at || mark < 0) continue
      if (shutting <= then) return shutting
      if (openness(rule, shut, then, calendar) !== 'unknown') return then
    }
  }
  return shutting <= startOf(ordinal + unknownDays + 1) ? shutting : null
}

function runningAt(rule: Rule, at: number, calendar: Calendar): Session | null {
  const ordinal = ordinalAt(at), minute = (at - startOf(ordinal)) / 60_000
  const running = [-1, 0].flatMap((day) => {
    const { sessions, unknown } = sessionsAt(rule, ordinal + day, calendar)
    return unknown ? [] : sessions.filter(({ from, to }) => from <= minute - day * 1440 && minute - day * 1440 < to).map((session) => ({ session, left: entryEnd(session) + day * 1440 - minute }))
  })
  return (running.find(({ left }) => left > 0) ?? running[0])?.session ?? null
}

/** The instant itself where the place is open then, else the next opening. */
const openingFrom = (rule: Rule, shut: readonly Shut[], at: number, calendar: Calendar): Opening => {
  const open = openness(rule, shut, at, calendar)
  return open === 'open' ? { at, known: true } : open === 'unknown' ? { at: null, known: false } : openingAfter(rule, shut, at, calendar)
}

type Opening = ReturnType<typeof openingAfter>
const never: Opening = { at: null, known: true }

const lacking = (rule: Rule | null, calendar: Calendar, at: number, next: Opening): boolean =>
  rule !== null && restsOnCalendar(rule) && (!next.known || !dayAt(calendar, ordinalAt(at)).known || (next.at !== null && !dayAt(calendar, ordinalAt(next.at)).known))

const finite = (at: number): number | null => (at === Infinity ? null : at)
