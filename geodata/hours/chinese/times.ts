import { numberIn } from './numerals.ts'

/** Minutes since midnight as they were written. A range that cannot be told (下午 before noon, 8:30-5:30) is null. */
export type Span = { from: number; to: number }

const numeral = String.raw`(?:\d{1,2}|[零一二两三四五六七八九十]{1,3})`
const part = '凌晨|清晨|早上|早晨|早间|早|上午|中午|正午|午(?![前后休间])|下午|午后|傍晚|晚上|晚间|夜间|夜里|午夜|晚'
const next = '次日|翌日|第二天|隔天|隔日'
const clock = String.raw`(?:(?<hourA>\d{1,2})\s?[:.]\s?(?<minuteA>\d{2})(?!\d)\s?分?|(?<hourB>${numeral})\s?[点时](?:钟|整|(?<half>半|一刻|三刻)|\s?(?<minuteB>${numeral})\s?分?(?![\d点时]))?)`
const bare = String.raw`(?<hourC>\d{1,2}|[一二两三四五六七八九十]{1,3})`
const named = (source: string, tail: string): string => source.replace(/\(\?<(\w+)>/g, `(?<$1${tail}>`)
const moment = (tail: string, orBare: boolean): string =>
  named(String.raw`(?:(?<next>${next})\s?)?(?:(?<part>${part})[\s:]*)?(?<nextAfter>次日)?\s?(?:${clock}${orBare ? `|${bare}` : ''})`, tail)
const until = String.raw`\s*(?:-+|至|到)\s*`

const spanAhead = new RegExp(`${moment('1', true)}${until}${moment('2', false)}\\s*(?:为止|止|整)?`, 'y')
const momentAhead = new RegExp(moment('1', false), 'y')

/** A range of the clock at this place; `length` 0: there is none. */
export function spanAt(text: string, at: number): { span: Span | null; length: number } {
  spanAhead.lastIndex = at
  const found = spanAhead.exec(text)
  if (!found) return { span: null, length: 0 }
  // 8-12点: the first stands alone only where the second has its word.
  if (found.groups?.['hourC1'] !== undefined && found.groups['hourB2'] === undefined) return { span: null, length: 0 }
  return { span: spanOf(clockIn(found.groups ?? {}, '1'), clockIn(found.groups ?? {}, '2')), length: found[0].length }
}

/** One time of the clock, e.g. of the last entry. */
export function momentAt(text: string, at: number): { minute: number | null; length: number } {
  momentAhead.lastIndex = at
  const found = momentAhead.exec(text)
  if (!found) return { minute: null, length: 0 }
  const clock = clockIn(found.groups ?? {}, '1')
  return { minute: clock === null ? null : clock.minute + (clock.nextDay ? 1440 : 0), length: found[0].length }
}

/** minute: by its own word for the part of the day; twelve: written in hours of twelve by that word; early: an hour before five that nothing says is one. */
type Clock = { minute: number; nextDay: boolean; part: string; twelve: boolean; early: boolean }

function clockIn(groups: Readonly<Record<string, string | undefined>>, tail: string): Clock | null {
  const hourText = groups[`hourA${tail}`] ?? groups[`hourB${tail}`] ?? groups[`hourC${tail}`] ?? ''
  const hour = numberIn(hourText)
  const minuteText = groups[`minuteA${tail}`] ?? groups[`minuteB${tail}`]
  const minute = minuteText === undefined ? (quarters[groups[`half${tail}`] ?? ''] ?? 0) : numberIn(minuteText)
  if (hour === null || minute === null || minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null
  const word = groups[`part${tail}`] ?? ''
  const moved = moveTo(word, hour)
  if (moved === null) return null
  const nextDay = groups[`next${tail}`] !== undefined || groups[`nextAfter${tail}`] !== undefined
  return { minute: moved * 60 + minute, nextDay, part: word, twelve: word !== '' && hour <= 12, early: word === '' && hour >= 1 && hour <= 4 && !hourText.startsWith('0') && !nextDay }
}

const quarters: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 }

/** The hour of the day that a word means: 下午 3 is 15. null: they contradict each other. */
function moveTo(word: string, hour: number): number | null {
  if (word === '') return hour
  if (/凌晨/.test(word)) return hour <= 6 ? hour : hour === 12 ? 0 : null
  if (/^(清晨|早|上午)/.test(word)) return hour <= 12 ? hour : null
  if (/^[中正]?午$/.test(word)) return hour >= 10 && hour <= 14 ? hour : hour >= 1 && hour <= 2 ? hour + 12 : null
  if (/下午|午后/.test(word)) return hour >= 1 && hour <= 11 ? hour + 12 : hour >= 12 && hour < 24 ? hour : null
  if (/午夜/.test(word)) return hour === 12 || hour === 24 || hour === 0 ? 24 : null
  return hour >= 4 && hour <= 11 ? hour + 12 : hour === 12 ? 24 : hour >= 16 ? hour : null
}

/** The second hour takes the first one's half of the day when it has no word of its own. Through midnight only when the text says so or the first hour is one of twenty-four. */
function spanOf(first: Clock | null, second: Clock | null): Span | null {
  if (first === null || second === null || first.nextDay || first.early) return null
  const from = first.minute
  // 周五 24:00-6:00: the night after Friday or the one before?
  if (from === 1440) return null
  if (second.nextDay) return { from, to: second.minute + 1440 }
  const inherits = second.part === '' && first.twelve && first.minute >= 660 && second.minute <= 720
  if (inherits && second.minute + 720 > from) return { from, to: second.minute + 720 }
  // 22:00-6:00 and 晚上10点-凌晨2点; 8:30-5:30 may mean the afternoon.
  const wraps = second.minute < from && first.minute >= 780 && (second.part === '' || second.part === '凌晨' || /^(清晨|早)/.test(second.part))
  if (wraps) return first.part !== '' && !/晚|夜/.test(first.part) ? null : { from, to: second.minute + 1440 }
  return second.minute > from ? (second.early && first.part === '' && from >= 60 ? null : { from, to: second.minute }) : null
}
