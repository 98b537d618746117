/** A piece of an opening_hours value. `from` and `to` are places in it. */
export type Token = { from: number; to: number } & (
  | { kind: 'weekday'; day: number }
  | { kind: 'month'; month: number }
  | { kind: 'holiday' }
  | { kind: 'time'; minute: number }
  | { kind: 'number'; number: number }
  | { kind: 'year'; year: number }
  | { kind: 'state'; state: 'open' | 'off' }
  | { kind: 'always' }
  | { kind: 'comment'; text: string }
  | { kind: 'sign'; sign: string }
  | { kind: 'unknown' }
)

const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Cuts a value into pieces; what the grammar we read does not have (SH, sunrise, week, ||, German names) is one unknown piece. */
export function tokensIn(value: string): Token[] {
  const tokens: Token[] = []
  const pattern = /\s+|(24\/7)|(\d{1,2}:\d{2})(?!\d)|(\d{4})(?![\d:])|(\d{1,2})(?![\d.]|:\d)|"([^"]*)"|(\|\||[-–—,;:[\]+])|([A-Za-z]+)|(\d[\d:.]*|[^\s\d;,"A-Za-z]+|[\s\S])/y
  for (let found = pattern.exec(value); found !== null; found = pattern.exec(value)) {
    const [whole, always, time, year, number, comment, sign, word] = found
    const at = { from: found.index, to: found.index + whole.length }
    if (/^\s+$/.test(whole)) continue
    if (always !== undefined) tokens.push({ ...at, kind: 'always' })
    else if (time !== undefined) tokens.push({ ...at, ...timeOf(time) })
    else if (year !== undefined) tokens.push({ ...at, kind: 'year', year: Number(year) })
    else if (number !== undefined) tokens.push({ ...at, kind: 'number', number: Number(number) })
    else if (comment !== undefined) tokens.push({ ...at, kind: 'comment', text: comment.trim() })
    else if (sign !== undefined && sign !== '||') tokens.push({ ...at, kind: 'sign', sign: /[–—]/.test(sign) ? '-' : sign })
    else tokens.push({ ...at, ...wordOf(word ?? '') })
  }
  return tokens
}

type Piece = Token extends infer One ? (One extends Token ? Omit<One, 'from' | 'to'> : never) : never

/** Up to 48:00: 26:00 is two in the morning of the next day. */
function timeOf(text: string): Piece {
  const [hour, minute] = text.split(':').map(Number)
  const total = (hour ?? 99) * 60 + (minute ?? 99)
  return (minute ?? 99) < 60 && total <= 2880 ? { kind: 'time', minute: total } : { kind: 'unknown' }
}

function wordOf(word: string): Piece {
  const lower = word.toLowerCase()
  const weekday = weekdays.indexOf(lower), month = months.indexOf(lower)
  if (weekday >= 0) return { kind: 'weekday', day: weekday + 1 }
  if (month >= 0) return { kind: 'month', month: month + 1 }
  if (word === 'PH') return { kind: 'holiday' }
  if (lower === 'off' || lower === 'closed') return { kind: 'state', state: 'off' }
  return lower === 'open' ? { kind: 'state', state: 'open' } : { kind: 'unknown' }
}
