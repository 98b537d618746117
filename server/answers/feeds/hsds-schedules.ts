import type { Calendar } from '../../../geodata/hours/calendar.ts'
import type { Rule, Session } from '../../../geodata/hours/rule.ts'
import { feedTexts } from '../../../geodata/words/feeds.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { clockOf, sessionKey, usualWeek } from './usual-week.ts'
import { uuidOf } from './uuid.ts'

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

export type HsdsSchedule = {
  id: string; freq?: 'WEEKLY'; interval?: number; byday?: string; wkst?: 'MO'; dtstart?: string; until?: string; valid_from?: string; valid_to?: string
  opens_at?: string; closes_at?: string; timezone: number; description: string; notes?: string
}

/**
 * The rule as HSDS 3 tells hours: a weekly row for each session, and a row for each session of the coming days on which that is not so, so that whoever cannot
 * read 法定节假日 is right all the same. A day without sessions has a row without times. `from`: ISO day; `text`: the rule in words.
 */
export function schedulesOf(of: string, rule: Rule, calendar: Calendar, from: string, text: string, language: Language): HsdsSchedule[] {
  const { usual, others } = usualWeek(rule, calendar, from)
  return [
    ...usual.map(({ session, weekdays }): HsdsSchedule => ({
      id: uuidOf('schedule', of, sessionKey(session)), freq: 'WEEKLY', interval: 1, byday: weekdays.map((day) => weekdayCodes[day - 1]).join(','), wkst: 'MO', ...timesOf(session, language), timezone: 8, description: text,
    })),
    ...others.flatMap(({ day, sessions }): HsdsSchedule[] => {
      const date = { dtstart: day, until: day, valid_from: day, valid_to: day, timezone: 8 }
      if (sessions !== null && sessions.length > 0) return sessions.map((session) => ({ id: uuidOf('schedule', of, day, sessionKey(session)), ...date, ...timesOf(session, language), description: text }))
      return [{ id: uuidOf('schedule', of, day), ...date, description: fillSentence(sessions === null ? feedTexts.unknownThatDay : feedTexts.closedThatDay, { day }, language) }]
    }),
  ]
}

function timesOf({ from, to, lastEntry, byAppointment }: Session, language: Language): { opens_at: string; closes_at: string; notes?: string } {
  const notes = [to > 1440 ? feedTexts.endsNextDay[language] : '', lastEntry === null ? '' : fillSentence(feedTexts.lastEntry, { time: clockOf(lastEntry) }, language), byAppointment ? feedTexts.byAppointment[language] : '']
    .filter((part) => part !== '').join('；')
  return { opens_at: `${clockOf(from)}+08:00`, closes_at: `${clockOf(to)}+08:00`, ...(notes && { notes }) }
}
