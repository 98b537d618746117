import type { Suspension } from '../model/offer.ts'
import type { Calendar } from './calendar.ts'
import { ordinalAt, ordinalOf, startOf } from './clock.ts'
import type { Rule, Session } from './rule.ts'
import { sessionsAt } from './sessions.ts'
import { shutAt, shutTimes, type Shut } from './suspensions.ts'

/** What is known about when a place is open; rule null: nobody stated hours, or nobody could read them. */
export type Hours = { rule: Rule | null; suspensions: readonly Suspension[] }

/** One comes in until here, in minutes of the day the session begins on: after the last entry the door is shut for whoever comes. */
export const entryEnd = ({ to, lastEntry }: Session): number => Math.min(lastEntry ?? to, to)

/** Whether whoever stands at the door comes in. Shut out of turn is closed, also where hours are unknown. */
export const isOpenAt = ({ rule, suspensions }: Hours, epochMs: number, calendar: Calendar): 'open' | 'closed' | 'unknown' => openness(rule, shutTimes(suspensions), epochMs, calendar)

export function openness(rule: Rule | null, shut: readonly Shut[], at: number, calendar: Calendar): 'open' | 'closed' | 'unknown' {
  if (shutAt(shut, at) !== null) return 'closed'
  if (rule === null) return 'unknown'
  const ordinal = ordinalAt(at), minute = (at - startOf(ordinal)) / 60_000
  const today = sessionsAt(rule, ordinal, calendar), yesterday = sessionsAt(rule, ordinal - 1, calendar)
  const comesIn = (sessions: readonly Session[], when: number): boolean => sessions.some((session) => session.from <= when && when < entryEnd(session))
  if ((!today.unknown && comesIn(today.sessions, minute)) || (!yesterday.unknown && comesIn(yesterday.sessions, minute + 1440))) return 'open'
  return today.unknown || (yesterday.unknown && minute < spill(rule)) ? 'unknown' : 'closed'
}

/** Minutes that the longest session of the rule runs into the next day. */
export function spill({ clauses }: Rule): number {
  let longest = 0
  for (const { sessions } of clauses) for (const { to } of sessions) longest = Math.max(longest, to - 1440)
  return longest
}

/** Half hours of a week. */
export const weekHalfHours = 336

/**
 * Bit h of `open` (word h >> 5, bit h & 31): open at the instant half hour h of the 336 from 00:00 of `fromDay` begins, as `isOpenAt` has it; 11 words.
 * unknown: of at least one of these instants nobody can say; its bit is 0.
 */
export function openHalfHours({ rule, suspensions }: Hours, fromDay: string, calendar: Calendar): { open: Uint32Array<ArrayBuffer>; unknown: boolean } {
  const open = new Uint32Array(Math.ceil(weekHalfHours / 32))
  const shut = shutTimes(suspensions), first = ordinalOf(fromDay)
  if (rule === null) return { open, unknown: someNotShut(shut, startOf(first)) }
  const days = Array.from({ length: 8 }, (_, i) => sessionsAt(rule, first + i - 1, calendar))
  days.forEach(({ sessions, unknown }, i) => {
    if (unknown) return
    for (const session of sessions) {
      const begin = (i - 1) * 48 + Math.ceil(session.from / 30), end = (i - 1) * 48 + Math.ceil(entryEnd(session) / 30)
      for (let h = Math.max(begin, 0); h < Math.min(end, weekHalfHours); h++) open[h >> 5] |= 1 << (h & 31)
    }
  })
  if (shut.length > 0) for (let h = 0; h < weekHalfHours; h++) if (shutAt(shut, startOf(first) + h * 1_800_000) !== null) open[h >> 5] &= ~(1 << (h & 31))
  return { open, unknown: days.some(({ unknown }) => unknown) && someUnknown(rule, shut, first, calendar) }
}

function someNotShut(shut: readonly Shut[], start: number): boolean {
  for (let h = 0; h < weekHalfHours; h++) if (shutAt(shut, start + h * 1_800_000) === null) return true
  return false
}

function someUnknown(rule: Rule, shut: readonly Shut[], first: number, calendar: Calendar): boolean {
  for (let h = 0; h < weekHalfHours; h++) if (openness(rule, shut, startOf(first) + h * 1_800_000, calendar) === 'unknown') return true
  return false
}
