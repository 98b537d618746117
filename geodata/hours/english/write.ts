import { dayTypes, type DayType } from '../../model/holidays.ts'
import { forEver } from '../normal.ts'
import type { Days, Rule, Session } from '../rule.ts'
import { usualMode } from '../usual-mode.ts'
import { holidayNames, modes, monthNames, ordinals, sessionWords, typeNames, weekdayNames, workedDays } from './words.ts'

/** A rule in normal form in plain English; what stands later holds where two meet. `readEnglish` reads it back to the same rule. */
export function writeEnglish(rule: Rule): string {
  const parts = rule.clauses.map((clause) => `${clause.adds ? 'also ' : ''}${daysText(clause.days)}: ${clause.sessions.length === 0 ? 'closed' : clause.sessions.map(sessionText).join(' and ')}`)
  const text = parts.join('; ')
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${rule.calendarMode === usualMode(rule.clauses) ? '' : modes[rule.calendarMode]}`
}

function daysText(days: Days): string {
  const exceptHolidays = days.types !== null && days.types.length === dayTypes.length - 1 && !days.types.includes('holiday')
  const parts = [
    ...(days.dates === null ? [] : [days.dates.map(datesText).join(' and ')]),
    ...(days.seasons === null ? [] : [days.seasons.map(({ from, to }) => spanText(monthDay(from), monthDay(to))).join(' and ')]),
    ...(days.weekdays === null ? [] : [days.nth === null ? weekdaysText(days.weekdays) : `${days.nth.map((n) => ordinals[n] ?? '').join(' and ')} ${days.weekdays.map(weekdayText).join(' and ')} of the month`]),
    ...(days.types === null || exceptHolidays ? [] : [typesText(days.types)]),
    ...(days.holidays === null ? [] : [days.holidays.map((code) => holidayNames[code]).join(' and ')]),
  ]
  return [...(parts.length === 0 ? ['every day'] : parts), ...(exceptHolidays ? [`except ${typeNames.holiday}`] : [])].join(', ')
}

function datesText({ from, to }: { from: string; to: string }): string {
  return to === forEver && from !== forEver ? `from ${isoText(from)} on` : spanText(isoText(from), isoText(to))
}

function spanText(from: string, to: string): string {
  return from === to ? from : `${from} to ${to}`
}

function isoText(day: string): string {
  return `${monthDay(day.slice(5))} ${day.slice(0, 4)}`
}

function monthDay(day: string): string {
  return `${Number(day.slice(3))} ${monthNames[Number(day.slice(0, 2)) - 1] ?? ''}`
}

function weekdayText(day: number): string {
  return weekdayNames[day - 1] ?? ''
}

/** Three in a row and more are a range. */
function weekdaysText(days: readonly number[]): string {
  const runs: number[][] = []
  for (const day of days) if (runs.at(-1)?.at(-1) === day - 1) runs.at(-1)?.push(day)
  else runs.push([day])
  return runs.map((run) => (run.length > 2 ? `${weekdayText(run[0] ?? 0)} to ${weekdayText(run.at(-1) ?? 0)}` : run.map(weekdayText).join(' and '))).join(' and ')
}

function typesText(types: readonly DayType[]): string {
  const worked = types.includes('workday') && types.includes('makeup')
  return [...(worked ? [workedDays] : []), ...types.filter((type) => !worked || (type !== 'workday' && type !== 'makeup')).map((type) => typeNames[type])].join(' and ')
}

function sessionText(session: Session): string {
  const asides = [...(session.lastEntry === null ? [] : [`last entry ${timeText(session.lastEntry)}`]), ...(session.byAppointment ? ['by appointment'] : [])]
  const hours = session.from === 0 && session.to === 1440 ? 'all day' : `${timeText(session.from)}-${timeText(session.to)}`
  return `${session.name === '' ? '' : `${sessionWords[session.name]} `}${hours}${asides.length === 0 ? '' : ` (${asides.join(', ')})`}`
}

function timeText(minute: number): string {
  const clock = `${Math.floor((minute > 1440 ? minute - 1440 : minute) / 60)}:${String(minute % 60).padStart(2, '0')}`
  return minute > 1440 ? `${clock} next day` : clock
}
