import type * as z from 'zod/mini'
import type { venueDay } from '../../../geodata/contract/venues.ts'
import { dayOf, type Calendar } from '../../../geodata/hours/calendar.ts'
import { addDays, dayAndMinute, instantOf } from '../../../geodata/hours/clock.ts'
import type { Hours } from '../../../geodata/hours/open.ts'
import type { Session } from '../../../geodata/hours/rule.ts'
import { sessionsOn } from '../../../geodata/hours/sessions.ts'
import type { Suspension } from '../../../geodata/model/offer.ts'
import { clockText, holidayName } from '../../../geodata/words/hours.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { closedDayText, sessionName, suspendedText } from '../../../geodata/words/venues.ts'

export type VenueDay = z.infer<typeof venueDay>
type ShownSession = VenueDay['sessions'][number]

const days = 7

/** The day of the instant and the six after it. */
export function weekOf(hours: Hours, from: string, calendar: Calendar, language: Language): VenueDay[] {
  return Array.from({ length: days }, (_, i) => dayShown(hours, addDays(from, i), calendar, language))
}

/** One day, what is shut out of turn cut away. */
export function dayShown({ rule, suspensions }: Hours, day: string, calendar: Calendar, language: Language): VenueDay {
  const { type, holiday } = dayOf(calendar, day)
  const head = { day, type, name: holiday === null ? '' : holidayName(holiday, language) }
  const shut = suspensions.find(({ from, until }) => covers(from, until, day, 0, 1440))
  if (shut) return { ...head, sessions: [], closed: suspendedText(shut.reason, language), unknown: false }
  if (!rule) return { ...head, sessions: [], closed: '', unknown: true }
  const { sessions, unknown } = sessionsOn(rule, day, calendar)
  const left = unsuspended(sessions, suspensions, day)
  const reason = sessions.length > 0 ? suspendedText(suspensions.find(({ from, until }) => sessions.some((one) => covers(from, until, day, one.from, one.to)))?.reason ?? '', language) : closedDayText(type, head.name, language)
  return { ...head, sessions: left.map((session) => shownSession(session, language)), closed: left.length > 0 ? '' : reason, unknown }
}

/** What is left of the sessions of a day, whole minutes. */
function unsuspended(sessions: readonly Session[], suspensions: readonly Suspension[], day: string): Session[] {
  return suspensions.reduce<Session[]>((left, { from, until }) => {
    const start = (Date.parse(from) - instantOf(day, 0)) / minuteMs, end = until === null ? Infinity : (Date.parse(until) - instantOf(day, 0)) / minuteMs
    return left.flatMap((session) => cut(session, start, end))
  }, [...sessions])
}

function cut(session: Session, start: number, end: number): Session[] {
  if (end <= session.from || start >= session.to) return [session]
  const before = start > session.from ? [{ ...session, to: Math.ceil(start), lastEntry: session.lastEntry === null ? null : Math.min(session.lastEntry, Math.ceil(start)) }] : []
  const after = end < session.to && (session.lastEntry === null || end < session.lastEntry) ? [{ ...session, from: Math.ceil(end) }] : []
  return [...before, ...after]
}

const covers = (from: string, until: string | null, day: string, start: number, end: number): boolean =>
  Date.parse(from) <= instantOf(day, start) && (until === null || Date.parse(until) >= instantOf(day, end))

const minuteMs = 60_000

export const shownSession = ({ from, to, lastEntry, byAppointment, name }: Session, language: Language): ShownSession => ({
  from: clockText(from), to: to === 1440 ? '24:00' : clockText(to), nextDay: to > 1440, lastEntry: lastEntry === null ? null : clockText(lastEntry), byAppointment, name: sessionName(name, language),
})

/** Sessions of a thing with hours of its own on the day of an instant. */
export function sessionsToday(hours: Hours, ms: number, calendar: Calendar, language: Language): ShownSession[] {
  const { day } = dayAndMinute(ms)
  if (!hours.rule) return []
  const { sessions } = sessionsOn(hours.rule, day, calendar)
  return unsuspended(sessions, hours.suspensions, day).map((session) => shownSession(session, language))
}
