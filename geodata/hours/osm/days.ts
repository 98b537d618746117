import type { Days } from '../rule.ts'
import { everyDay } from '../rule.ts'
import { isDay } from '../normal.ts'
import { isSign, peek, take, type Cursor } from './cursor.ts'

/** The days before the times of one rule, as alternatives: years, months and dates narrow, then weekdays and PH. null: not the grammar. */
export function daysAt(cursor: Cursor): Days[] | null {
  const range = rangesAt(cursor)
  if (range === null) return null
  if (range.length > 0) take(cursor, ':')
  const named = weekdaysAt(cursor)
  if (named === null) return null
  if (named.length > 0) take(cursor, ':')
  const narrowed = range.length === 0 ? [everyDay] : range
  return narrowed.flatMap((wide) => (named.length === 0 ? [wide] : named.map((days) => ({ ...days, seasons: wide.seasons, dates: wide.dates }))))
}

/** May-Sep; Dec 24-Jan 02; 2026 Feb 15-23; 2026. Empty: none stand here. */
function rangesAt(cursor: Cursor): Days[] | null {
  const seasons: { from: string; to: string }[] = []
  const dates: { from: string; to: string }[] = []
  for (;;) {
    const first = peek(cursor)
    if (first?.kind !== 'year' && first?.kind !== 'month') break
    const from = pointAt(cursor)
    const to = isSign(cursor, '-') ? endAt(cursor, from) : from
    if (to === null) return null
    const begin = `${pad(from.month ?? 1)}-${pad(from.day ?? 1)}`
    const end = `${pad(to.month ?? 12)}-${pad(to.day ?? lastDay(to.month ?? 12))}`
    if (!isDay(`2000-${begin}`) || !isDay(`2000-${end}`)) return null
    if (from.year === null) seasons.push({ from: begin, to: end })
    else dates.push({ from: `${from.year}-${begin}`, to: monthsEnd(to.year ?? from.year, to.month ?? 12, to.day) })
    const next = peek(cursor, 1)
    if (!isSign(cursor, ',') || (next?.kind !== 'month' && next?.kind !== 'year')) break
    cursor.at++
  }
  if (!dates.every(({ from, to }) => isDay(from) && isDay(to) && from <= to)) return null
  return [...(seasons.length > 0 ? [{ ...everyDay, seasons }] : []), ...(dates.length > 0 ? [{ ...everyDay, dates }] : [])]
}

type Point = { year: number | null; month: number | null; day: number | null }

function pointAt(cursor: Cursor): Point {
  const point: Point = { year: null, month: null, day: null }
  const year = peek(cursor)
  if (year?.kind === 'year') point.year = (cursor.at++, year.year)
  const month = peek(cursor)
  if (month?.kind === 'month') point.month = (cursor.at++, month.month)
  const day = peek(cursor)
  if (point.month !== null && day?.kind === 'number') point.day = (cursor.at++, day.number)
  return point
}

function endAt(cursor: Cursor, from: Point): Point | null {
  cursor.at++
  const next = peek(cursor)
  // Feb 15-23: the same month.
  if (next?.kind === 'number' && from.day !== null) return (cursor.at++, { ...from, day: next.number })
  if (next?.kind !== 'month' && next?.kind !== 'year') return null
  const to = pointAt(cursor)
  return (to.day === null) === (from.day === null) && (to.month === null) === (from.month === null) && !(from.year === null && to.year !== null) ? to : null
}

/** Mo-Fr,Su; PH,Sa; Mo[1,3]; Fr[-1]. Each way of saying it is an alternative. */
function weekdaysAt(cursor: Cursor): Days[] | null {
  const alternatives: Days[] = []
  const weekdays: number[] = []
  for (let first = true; ; first = false) {
    if (!first && !(isSign(cursor, ',') && namesDay(cursor, 1))) break
    if (!first) cursor.at++
    const token = peek(cursor)
    if (token?.kind === 'holiday') {
      cursor.at++
      alternatives.push({ ...everyDay, types: ['holiday'] })
    } else if (token?.kind === 'weekday') {
      cursor.at++
      if (isSign(cursor, '[')) {
        const nth = nthAt(cursor)
        if (nth === null) return null
        alternatives.push({ ...everyDay, weekdays: [token.day], nth })
      } else if (isSign(cursor, '-')) {
        const until = peek(cursor, 1)
        if (until?.kind !== 'weekday') return null
        cursor.at += 2
        for (let day = token.day; ; day = (day % 7) + 1) {
          weekdays.push(day)
          if (day === until.day) break
        }
      } else weekdays.push(token.day)
    } else if (first) return []
    else return null
  }
  return weekdays.length === 0 ? alternatives : [{ ...everyDay, weekdays: [...new Set(weekdays)] }, ...alternatives]
}

function namesDay(cursor: Cursor, ahead: number): boolean {
  const kind = peek(cursor, ahead)?.kind
  return kind === 'weekday' || kind === 'holiday'
}

/** [1], [1,3], [1-2], [-1] */
function nthAt(cursor: Cursor): number[] | null {
  const nth: number[] = []
  cursor.at++
  do {
    const back = take(cursor, '-')
    const token = peek(cursor)
    if (token?.kind !== 'number' || token.number < 1 || token.number > 5 || (back && token.number !== 1)) return null
    cursor.at++
    const until = isSign(cursor, '-') && !back ? peek(cursor, 1) : undefined
    if (until === undefined) nth.push(back ? -1 : token.number)
    else if (until.kind !== 'number' || until.number > 5) return null
    else for (let n = token.number; n <= until.number; n++) nth.push(n)
    if (until !== undefined) cursor.at += 2
  } while (take(cursor, ','))
  return take(cursor, ']') ? nth : null
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

/** 29 February, so that leap years have it too. */
function lastDay(month: number): number {
  return [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

function monthsEnd(year: number, month: number, day: number | null): string {
  const last = `${year}-${pad(month)}-${pad(day ?? lastDay(month))}`
  return day === null && month === 2 && !isDay(last) ? `${year}-02-28` : last
}
