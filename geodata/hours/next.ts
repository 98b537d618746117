import type { Calendar } from './calendar.ts'
import { ordinalAt, startOf } from './clock.ts'
import { entryEnd, openness } from './open.ts'
import type { Rule } from './rule.ts'
import { sessionsAt } from './sessions.ts'
import { nextShutting, shutAt, type Shut } from './suspensions.ts'

/** Days a search goes ahead: more than a year, so that what happens once a year is found, and no more, so that what is never open costs little. */
export const searchedDays = 400

/**
 * When the door shuts of a place that is open at an instant: sessions that touch are one opening, a shutting out of turn ends it.
 * at null: not within 400 days. known false: it is then that nobody can say, not that it shuts.
 */
export function closingAfter(rule: Rule, shut: readonly Shut[], at: number, calendar: Calendar): { at: number | null; known: boolean } {
  const shutting = nextShutting(shut, at), limit = startOf(ordinalAt(at) + searchedDays + 1)
  let end = at
  for (;;) {
    const further = reached(rule, end, calendar)
    if (further === end) break
    end = further
    if (end >= shutting) return { at: shutting, known: true }
    if (end >= limit) return { at: null, known: true }
  }
  return { at: end, known: openness(rule, shut, end, calendar) !== 'unknown' }
}

/** The latest entry of the sessions that run at an instant; the instant itself where none does. */
function reached(rule: Rule, at: number, calendar: Calendar): number {
  const ordinal = ordinalAt(at)
  let latest = at
  for (const day of [ordinal - 1, ordinal]) {
    const { sessions, unknown } = sessionsAt(rule, day, calendar)
    if (unknown) continue
    for (const session of sessions) {
      const end = startOf(day) + entryEnd(session) * 60_000
      if (startOf(day) + session.from * 60_000 <= at && end > latest) latest = end
    }
  }
  return latest
}

/** When a place that is closed at an instant opens. at null: not within 400 days; known false: days come first of which nobody can say. */
export function openingAfter(rule: Rule, shut: readonly Shut[], at: number, calendar: Calendar): { at: number | null; known: boolean } {
  const today = ordinalAt(at)
  for (let day = today - 1; day <= today + searchedDays; day++) {
    const { sessions, unknown } = sessionsAt(rule, day, calendar)
    if (unknown) {
      if (day < today) continue
      if (released(shut, Math.max(startOf(day), at)) < startOf(day + 1)) return { at: null, known: false }
      continue
    }
    let first = Infinity
    for (const session of sessions) {
      const start = released(shut, Math.max(startOf(day) + session.from * 60_000, at))
      if (start < startOf(day) + entryEnd(session) * 60_000) first = Math.min(first, start)
    }
    if (first < Infinity) return { at: first, known: true }
  }
  return { at: null, known: true }
}

/** The first instant from this one on that is not shut out of turn. */
const released = (shut: readonly Shut[], at: number): number => shutAt(shut, at)?.until ?? at
