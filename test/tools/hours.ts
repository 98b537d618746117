import { readInstant } from '../../geodata/hours/clock.ts'
import { everyDay, type CalendarMode, type Clause, type Days, type Rule, type Session } from '../../geodata/hours/rule.ts'

/** '8:30-11:30' · '18:00-26:00' (into the next day) · '9:00-17:00!16:30' (last entry) · '9:00-11:00?' (by appointment). */
export function session(text: string): Session {
  const [, from, to, last, asked] = /^(\d+:\d\d)-(\d+:\d\d)(?:!(\d+:\d\d))?(\?)?$/.exec(text) ?? []
  if (from === undefined) throw new Error(`no session: ${text}`)
  return { from: minutes(from), to: minutes(to), lastEntry: last === undefined ? null : minutes(last), byAppointment: asked !== undefined, name: '' }
}

const minutes = (text: string): number => Number(text.split(':')[0]) * 60 + Number(text.split(':')[1])

/** Sessions with blanks between; '' is closed. */
export const on = (days: Partial<Days>, sessions: string, adds = false): Clause => ({ days: { ...everyDay, ...days }, sessions: sessions.split(' ').filter((one) => one !== '').map(session), adds })

export const rule = (calendarMode: CalendarMode, ...clauses: readonly Clause[]): Rule => ({ clauses, calendarMode })

/** '2026-02-14 11:00' in Shanghai, as an instant. */
export function shanghai(text: string): number {
  const instant = readInstant(`${text.replace(' ', 'T').replace(/T(\d):/, 'T0$1:')}:00+08:00`)
  if (instant === null) throw new Error(`no instant: ${text}`)
  return instant
}
