import { forEver, isDay } from '../normal.ts'
import { numberIn } from './numerals.ts'

export type Stretch = { from: string; to: string }

const figures = String.raw`\d{1,2}|[一二三四五六七八九十]{1,3}`
const yearly = String.raw`\d{4}|[二〇零一二三四五六七八九]{4}`
const day = `(?:日|号)`
const until = String.raw`\s*(?:-+|至|到)\s*`
const dated = new RegExp(`(?:从|自)?(${yearly})\\s?年\\s?(${figures})\\s?月\\s?(${figures})\\s?${day}(?:${until}(?:(${yearly})\\s?年\\s?)?(?:(${figures})\\s?月\\s?)?(${figures})\\s?${day})?(?:\\s?(起|开始))?(?:期间|止|为止)*`, 'y')
const iso = new RegExp(String.raw`(?:从|自)?(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:${until}(?:(\d{4})[-/.])?(?:(\d{1,2})[-/.])(\d{1,2})(?![\d:]))?(?:\s?(起|开始))?(?:期间|止|为止)*`, 'y')
const seasonal = new RegExp(`(?:从|自)?(?:每年)?\\s?(${figures})\\s?月(?:份|\\s?(${figures})\\s?${day})?(?:${until}(?:次年|翌年|第二年)?(?:(${figures})\\s?月(?:份)?\\s?)?(?:(${figures})\\s?${day})?)?(?:期间|止|为止)*`, 'y')
const months = /(?:每年)?(\d{1,2})\s?-+\s?(\d{1,2})\s?月(?:份|底)?(?![\d日号])/y

/** Days of one year or more at this place, ISO inclusive; 起 without an end runs on for ever. `length` 0: none; `span` null: days that do not exist. */
export function datesAt(text: string, at: number): { span: Stretch | null; length: number } {
  const found = matchAt(dated, text, at) ?? matchAt(iso, text, at)
  if (!found) return { span: null, length: 0 }
  const [whole, y1, m1, d1, y2, m2, d2, onward] = found
  const from = isoDay(y1, m1, d1)
  const to = d2 === undefined ? (onward === undefined ? from : forEver) : isoDay(y2 ?? y1, m2 ?? m1, d2)
  const sound = isDay(from) && isDay(to) && from <= to
  return { span: sound ? { from, to } : null, length: whole.length }
}

/** A part of the year at this place, mm-dd inclusive: 5月1日至9月30日, 11月至次年3月, 7月. yearly: it says 每年. */
export function seasonAt(text: string, at: number): { span: Stretch | null; yearly: boolean; length: number } {
  const short = matchAt(months, text, at)
  if (short) return { span: checked(monthDay(short[1], '1'), monthEnd(short[2])), yearly: short[0].includes('每年'), length: short[0].length }
  const found = matchAt(seasonal, text, at)
  if (!found) return { span: null, yearly: false, length: 0 }
  const [whole, m1, d1, m2, d2] = found
  // 至 with nothing after it that is a day belongs to what follows.
  const ends = m2 !== undefined || d2 !== undefined
  if (!ends && /(?:-+|至|到)\s*(?:次年|翌年|第二年)?(?:期间|止|为止)*$/.test(whole)) return { span: null, yearly: false, length: whole.length }
  const from = monthDay(m1, d1 ?? '1')
  const to = ends ? (d2 === undefined ? monthEnd(m2) : monthDay(m2 ?? m1, d2)) : d1 === undefined ? monthEnd(m1) : from
  return { span: checked(from, to), yearly: whole.includes('每年'), length: whole.length }
}

/** Whether a stretch is shorter than a season: special hours around a holiday, of one year, are. */
export function isShort({ from, to }: Stretch): boolean {
  const day = (monthDay: string): number => Date.parse(`2001-${monthDay === '02-29' ? '02-28' : monthDay}T00:00:00Z`) / 86_400_000
  return (day(to) - day(from) + 365) % 365 + 1 < shortestSeason
}

/** Days; February has as many. */
const shortestSeason = 28

function checked(from: string, to: string): Stretch | null {
  return isDay(`2000-${from}`) && isDay(`2000-${to}`) ? { from, to } : null
}

function isoDay(year: string | undefined, month: string | undefined, date: string | undefined): string {
  return `${numberIn(year ?? '') ?? '0000'}-${monthDay(month, date)}`
}

function monthDay(month: string | undefined, date: string | undefined): string {
  return `${two(numberIn(month ?? ''))}-${two(numberIn(date ?? ''))}`
}

/** The last day of a month; 29 February, so that leap years have it too. */
function monthEnd(month: string | undefined): string {
  const number = numberIn(month ?? '') ?? 0
  return `${two(number)}-${two([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][number - 1] ?? 0)}`
}

function two(number: number | null): string {
  return String(number ?? 0).padStart(2, '0')
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
