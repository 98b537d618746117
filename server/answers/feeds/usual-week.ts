import type { Calendar } from '../../../geodata/hours/calendar.ts'
import { addDays, weekdayOf } from '../../../geodata/hours/clock.ts'
import type { Rule, Session } from '../../../geodata/hours/rule.ts'
import { sessionsOn } from '../../../geodata/hours/sessions.ts'

/** Days ahead for which days out of the usual are told one by one: holidays and make-up days are published for a year at most, and a reader asks again within weeks. */
const daysAhead = 60

/** A rule for readers that know weekdays and dates only. Weekdays 1 Monday … 7 Sunday; `sessions` null: nobody can say. */
export type UsualWeek = {
  usual: readonly { session: Session; weekdays: readonly number[] }[]
  others: readonly { day: string; sessions: readonly Session[] | null }[]
}

/** What a rule means on most of the coming weekdays, and the coming days on which it means something else: holidays, make-up days, seasons, dated closures. `from`: ISO day. */
export function usualWeek(rule: Rule, calendar: Calendar, from: string): UsualWeek {
  const days = Array.from({ length: daysAhead }, (_, ahead) => addDays(from, ahead)).map((day) => ({ day, ...sessionsOn(rule, day, calendar) }))
  const week = Array.from({ length: 7 }, (_, at) => mostOf(days.filter(({ day, unknown }) => !unknown && weekdayOf(day) === at + 1).map(({ sessions }) => sessions)))
  const bySession = new Map<string, { session: Session; weekdays: number[] }>()
  week.forEach((sessions, at) => {
    for (const session of sessions) {
      const row = bySession.get(sessionKey(session)) ?? { session, weekdays: [] }
      row.weekdays.push(at + 1)
      bySession.set(sessionKey(session), row)
    }
  })
  const others = days.flatMap(({ day, sessions, unknown }): UsualWeek['others'] => (unknown ? [{ day, sessions: null }] : same(sessions, week[weekdayOf(day) - 1]) ? [] : [{ day, sessions }]))
  return { usual: [...bySession.values()], others }
}

/** Equal text, equal session. */
export const sessionKey = ({ from, to, lastEntry, byAppointment }: Session): string => [from, to, lastEntry ?? '', byAppointment].join(' ')

/** HH:MM of a minute of the day, or of the next one. */
export const clockOf = (minute: number): string => `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const same = (one: readonly Session[], other: readonly Session[]): boolean => one.map(sessionKey).join() === other.map(sessionKey).join()

/** The most frequent of some days' sessions, the earliest of equals. */
function mostOf(days: readonly (readonly Session[])[]): readonly Session[] {
  let best: readonly Session[] = [], most = 0
  for (const one of days) {
    const count = days.filter((other) => same(one, other)).length
    if (count <= most) continue
    most = count
    best = one
  }
  return best
}
