import type { Days, SessionName } from '../rule.ts'
import { everyDay } from '../rule.ts'
import { datesAt, seasonAt } from './dates.ts'
import type { Plain } from './signs.ts'
import { momentAt, spanAt, type Span } from './times.ts'
import { nthWeekdaysAt, weekdaysAt } from './weekdays.ts'
import { actWords, caveatWords, harmless, holidayPart, holidayTail, holidayWords, offering, ordinaryWeekend, sessionWords, typeWords, type ActWord } from './words.ts'

/** A piece of the text with what it says. `from` and `to` count signs of the plain text. */
export type Token = { from: number; to: number } & Piece

export type Piece =
  /** yearly: of a season, that every year was said. */
  | { kind: 'days'; days: Days; of: DaysKind; yearly: boolean }
  | { kind: 'span'; span: Span; allDay: boolean }
  | { kind: 'moment'; minute: number }
  | { kind: 'before'; minutes: number }
  | { kind: 'name'; name: SessionName }
  | { kind: 'act'; act: ActWord }
  | { kind: 'caveat' }
  | { kind: 'sign'; sign: Sign }
  | { kind: 'unknown' }

export type DaysKind = 'every' | 'weekdays' | 'types' | 'feastDays' | 'holidays' | 'seasons' | 'dates' | 'nth'
/** stop ends a sentence or line, semi a clause; list is 、 */
export type Sign = 'stop' | 'semi' | 'comma' | 'list' | 'open' | 'close' | 'colon' | 'space'

/** Cuts a text into pieces. What no table knows becomes one unknown piece up to the next sign. */
export function tokensIn({ plain }: Plain): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < plain.length;) {
    const { piece, length } = pieceAt(plain, at)
    const end = length > 0 ? at + length : unknownEnd(plain, at)
    tokens.push({ from: at, to: end, ...piece })
    at = end
  }
  return tokens
}

const unknown: Piece = { kind: 'unknown' }
const signs: Readonly<Record<string, Sign>> = { '\n': 'stop', '。': 'stop', '!': 'stop', ';': 'semi', ',': 'comma', '/': 'list', '、': 'list', '·': 'comma', '(': 'open', ')': 'close', '[': 'open', ']': 'close', '【': 'open', '】': 'close', ':': 'colon', ' ': 'space', '|': 'semi', '*': 'space', '.': 'stop', '"': 'space', '“': 'space', '”': 'space' }

function unknownEnd(plain: string, at: number): number {
  let end = at + 1
  while (end < plain.length && !(plain[end] ?? '').match(/[\n。!;,、()[\]【】: ]/)) end++
  return end
}

type Found = { piece: Piece; length: number }
const nothing: Found = { piece: unknown, length: 0 }

function pieceAt(plain: string, at: number): Found {
  const sign = signs[plain[at] ?? '']
  if (sign !== undefined) return { piece: { kind: 'sign', sign }, length: 1 }
  for (const read of readers) {
    const found = read(plain, at)
    if (found.length > 0) return found
  }
  return nothing
}

/** In this order: what begins alike is tried longest first. */
const readers: readonly ((plain: string, at: number) => Found)[] = [act(['byWall']), caveat, act(['label', 'bookThis', 'bookAll', 'book', 'noonBreak', 'allYear']), allDay, everyDayAt, nth, weekdays, types, holidays, dates, seasons, span, moment, before, name, act(null), label]

function caveat(plain: string, at: number): Found {
  const length = longest(caveatWords, plain, at)
  return { piece: { kind: 'caveat' }, length }
}

function act(only: readonly ActWord[] | null): (plain: string, at: number) => Found {
  const rows = only === null ? actWords : actWords.filter(([, word]) => only.includes(word))
  return (plain, at) => {
    for (const [pattern, word] of rows) {
      if (word === 'entryBefore') continue
      const length = matchLength(pattern, plain, at)
      if (length > 0) return { piece: { kind: 'act', act: word }, length }
    }
    return nothing
  }
}

const wholeDay = /(?:全天候?|24\s?小时|二十四小时|24h|全日|昼夜)(?:24小时|二十四小时)?/y

function allDay(plain: string, at: number): Found {
  return { piece: { kind: 'span', span: { from: 0, to: 1440 }, allDay: true }, length: matchLength(wholeDay, plain, at) }
}

const daily = /每日|每天|天天|逐日|全周|一周七天|全年(?=\s?(?:开放|营业|24|全天|每|\d))/y

function everyDayAt(plain: string, at: number): Found {
  return days({}, 'every', matchLength(daily, plain, at))
}

function days(part: Partial<Days>, of: DaysKind, length: number, yearly = false): Found {
  return { piece: { kind: 'days', days: { ...everyDay, ...part }, of, yearly }, length }
}

function nth(plain: string, at: number): Found {
  const { nth: list, weekdays: named, length } = nthWeekdaysAt(plain, at)
  return days({ nth: list, weekdays: named }, 'nth', length)
}

function weekdays(plain: string, at: number): Found {
  const { weekdays: list, length } = weekdaysAt(plain, at)
  // 周一至周日 is every day.
  return new Set(list).size === 7 ? days({}, 'every', length) : days({ weekdays: list }, 'weekdays', length)
}

function types(plain: string, at: number): Found {
  const ordinary = matchLength(ordinaryWeekend, plain, at)
  if (ordinary > 0) return days({ weekdays: [6, 7], types: ['rest'] }, 'types', ordinary)
  for (const [pattern, list] of typeWords) {
    const length = matchLength(pattern, plain, at)
    if (length > 0) return days({ types: list }, list.length === 2 && list[0] === 'rest' ? 'feastDays' : 'types', length)
  }
  return nothing
}

function holidays(plain: string, at: number): Found {
  for (const [pattern, code] of holidayWords) {
    const length = matchLength(pattern, plain, at)
    if (length === 0) continue
    const whole = length + matchLength(holidayTail, plain, at + length), part = matchLength(holidayPart, plain, at + whole)
    return part > 0 ? { piece: unknown, length: whole + part } : days({ holidays: [code] }, 'holidays', whole)
  }
  return nothing
}

function dates(plain: string, at: number): Found {
  const { span: found, length } = datesAt(plain, at)
  return length > 0 && found === null ? { piece: unknown, length } : days({ dates: found === null ? null : [found] }, 'dates', length)
}

function seasons(plain: string, at: number): Found {
  const { span: found, yearly, length } = seasonAt(plain, at)
  return length > 0 && found === null ? { piece: unknown, length } : days({ seasons: found === null ? null : [found] }, 'seasons', length, yearly)
}

function span(plain: string, at: number): Found {
  const { span: found, length } = spanAt(plain, at)
  return { piece: found === null ? unknown : { kind: 'span', span: found, allDay: false }, length }
}

function moment(plain: string, at: number): Found {
  const { minute, length } = momentAt(plain, at)
  return { piece: minute === null ? unknown : { kind: 'moment', minute }, length }
}

function before(plain: string, at: number): Found {
  for (const [pattern, word] of actWords) {
    if (word !== 'entryBefore') continue
    pattern.lastIndex = at
    const found = pattern.exec(plain)
    if (found) return { piece: { kind: 'before', minutes: (amounts[found[1] ?? ''] ?? Number(found[1])) * (found[2] === '小时' ? 60 : 1) }, length: found[0].length }
  }
  return nothing
}

const amounts: Readonly<Record<string, number>> = { 半: 0.5, 一: 1, 二: 2, 两: 2 }

function name(plain: string, at: number): Found {
  for (const [pattern, word] of sessionWords) {
    const length = matchLength(pattern, plain, at)
    if (length > 0) return { piece: { kind: 'name', name: word }, length: length + matchLength(/时段|时间(?:为|是)?/y, plain, at + length) }
  }
  return nothing
}

function label(plain: string, at: number): Found {
  const length = longest(harmless, plain, at), offered = matchLength(offering, plain, at)
  return { piece: { kind: 'act', act: offered > length ? 'offers' : 'label' }, length: Math.max(length, offered) }
}

function longest(patterns: readonly RegExp[], plain: string, at: number): number {
  return patterns.reduce((most, pattern) => Math.max(most, matchLength(pattern, plain, at)), 0)
}

function matchLength(pattern: RegExp, plain: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(plain)?.[0].length ?? 0
}
