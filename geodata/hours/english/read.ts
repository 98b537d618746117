import { dayTypes, holidayCodes } from '../../model/holidays.ts'
import { forEver, isRule, normalRule } from '../normal.ts'
import type { Reading } from '../reading.ts'
import { calendarModes, everyDay, sessionNames, type Clause, type Days, type Session } from '../rule.ts'
import { usualMode } from '../usual-mode.ts'
import { holidayNames, modes, monthNames, ordinals, sessionWords, typeNames, weekdayNames, workedDays } from './words.ts'

/** Reads what `writeEnglish` prints, and nothing else: hours in free English are not read. */
export function readEnglish(text: string): Reading {
  const said = calendarModes.find((mode) => text.endsWith(modes[mode]))
  const body = (said === undefined ? text : text.slice(0, -modes[said].length)).trim()
  const parts = body.split('; ')
  const clauses = parts.map((part, index) => clauseFrom(index === 0 ? `${part.slice(0, 1).toLowerCase()}${part.slice(1)}` : part))
  const notUnderstood = parts.filter((_, index) => clauses[index] === null)
  const read = clauses.filter((clause) => clause !== null)
  const rule = { clauses: read, calendarMode: said ?? usualMode(read) }
  if (notUnderstood.length > 0 || !isRule(rule)) return { rule: null, notation: 'english', notUnderstood: notUnderstood.length > 0 ? notUnderstood : [text.trim()], caveats: [] }
  return { rule: normalRule(rule), notation: 'english', notUnderstood: [], caveats: [] }
}

function clauseFrom(part: string): Clause | null {
  const [, also, days, hours] = /^(also )?(.+?): (.+)$/.exec(part) ?? []
  const read = days === undefined ? null : daysFrom(days)
  const sessions = hours === undefined ? null : hours === 'closed' ? [] : sessionsFrom(hours)
  return read === null || sessions === null ? null : { days: read, sessions, adds: also !== undefined }
}

function daysFrom(text: string): Days | null {
  const days = { ...everyDay }
  for (const part of text.split(', ')) {
    const more = conditionFrom(part)
    // Nothing is said twice.
    if (more === null || conditions.some((name) => more[name] !== undefined && days[name] !== null)) return null
    Object.assign(days, more)
  }
  return days
}

const conditions = ['weekdays', 'nth', 'types', 'holidays', 'seasons', 'dates'] as const

/** One kind of condition; the first reader that knows each of its parts. */
function conditionFrom(text: string): Partial<Days> | null {
  if (text === 'every day') return {}
  if (text === `except ${typeNames.holiday}`) return { types: dayTypes.filter((type) => type !== 'holiday') }
  const [, nthList, days] = /^([a-z ]+) ([A-Z][A-Za-z ]+) of the month$/.exec(text) ?? []
  if (nthList !== undefined && days !== undefined) {
    const nth = each(nthList, (word) => found([1, 2, 3, 4, 5, -1], (n) => ordinals[n] === word))
    const weekdays = each(days, weekdaysFrom)
    return nth === null || weekdays === null ? null : { nth, weekdays }
  }
  const weekdays = each(text, weekdaysFrom)
  if (weekdays) return { weekdays }
  const types = each(text, (word) => (word === workedDays ? ['workday' as const, 'makeup' as const] : found(dayTypes, (type) => typeNames[type] === word)))
  if (types) return { types: dayTypes.filter((type) => types.includes(type)) }
  const holidays = each(text, (word) => found(holidayCodes, (code) => holidayNames[code].toLowerCase() === word.toLowerCase()))
  if (holidays) return { holidays }
  const seasons = each(text, (word) => spanFrom(word, monthDayIn))
  if (seasons) return { seasons }
  const dates = each(text, (word) => onward(word) ?? spanFrom(word, isoIn))
  return dates ? { dates } : null
}

/** Parts joined by "and", each read; null when one is not. */
function each<Item>(text: string, read: (part: string) => readonly Item[] | null): Item[] | null {
  const parts = text.split(' and ').map(read)
  return parts.every((part) => part !== null) ? parts.flat() : null
}

function found<Item>(all: readonly Item[], is: (item: Item) => boolean): Item[] | null {
  const item = all.find(is)
  return item === undefined ? null : [item]
}

function weekdaysFrom(text: string): number[] | null {
  const [from, to, more] = text.split(' to ').map((name) => weekdayNames.findIndex((one) => one.toLowerCase() === name.toLowerCase()) + 1)
  if (from === undefined || from === 0 || to === 0 || more !== undefined) return null
  if (to === undefined) return [from]
  return to < from ? null : Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

function spanFrom(text: string, read: (text: string) => string | null): { from: string; to: string }[] | null {
  const [from, to, more] = text.split(' to ').map(read)
  if (!from || to === null || more !== undefined) return null
  return [{ from, to: to ?? from }]
}

function onward(text: string): { from: string; to: string }[] | null {
  const [, day] = /^from (.+) on$/.exec(text) ?? []
  const from = day === undefined ? null : isoIn(day)
  return from === null ? null : [{ from, to: forEver }]
}

function monthDayIn(text: string): string | null {
  const [, day, month] = /^(\d{1,2}) ([A-Z][a-z]+)$/.exec(text) ?? []
  const number = monthNames.findIndex((name) => name === month) + 1
  return number === 0 || day === undefined ? null : `${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}

function isoIn(text: string): string | null {
  const [, day, year] = /^(.+) (\d{4})$/.exec(text) ?? []
  const monthDay = day === undefined ? null : monthDayIn(day)
  return monthDay === null ? null : `${year}-${monthDay}`
}

function sessionsFrom(text: string): Session[] | null {
  return each(text, (part) => {
    const [, word, hours, asides] = /^(?:([a-z]+) )?((?:\d|all day).*?)(?: \((.+)\))?$/.exec(part) ?? []
    const [name] = word === undefined ? [''] as const : found(sessionNames, (one) => sessionWords[one] === word) ?? []
    const [from, to] = hours === 'all day' ? [0, 1440] : (hours ?? '').split('-').map(minuteIn)
    const said = (asides ?? '').split(', ').filter((aside) => aside !== '')
    const entry = said.find((aside) => aside.startsWith('last entry '))
    const lastEntry = entry === undefined ? null : minuteIn(entry.slice('last entry '.length))
    const known = said.every((aside) => aside === entry || aside === 'by appointment')
    if (name === undefined || !known || typeof from !== 'number' || typeof to !== 'number' || (entry !== undefined && lastEntry === null)) return null
    return [{ from, to, lastEntry, byAppointment: said.includes('by appointment'), name }]
  })
}

function minuteIn(text: string): number | null {
  const [, hour, minute, next] = /^(\d{1,2}):(\d{2})( next day)?$/.exec(text) ?? []
  return hour === undefined || Number(minute) > 59 || Number(hour) > 24 ? null : Number(hour) * 60 + Number(minute) + (next === undefined ? 0 : 1440)
}
