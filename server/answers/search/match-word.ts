import { readingsOf } from './readings.ts'

/** How well a word fits a name, the best first. */
export const fits = ['exact', 'prefix', 'inside', 'code', 'pinyin', 'initials'] as const
export type Fit = (typeof fits)[number]

/** Where and how well: [from, to) counted in code units; nowhere for pinyin and codes. */
export type Match = { fit: Fit; from: number; to: number }

/** A folded word of the query. `beginning`, by sign: 1 = the word can begin with it, 2 = it cannot, 0 = not yet known. */
export type Word = { text: string; readable: boolean; beginning: Uint8Array }

export const wordOf = (text: string): Word => ({ text, readable: /[a-z0-9]/.test(text), beginning: new Uint8Array(65_536) })

/** `name` and the word are folded. Null: it does not fit. O(name x word) for words as people type them. */
export function matchWord(name: string, word: Word): Match | null {
  const at = name.indexOf(word.text)
  if (at >= 0) return { fit: at > 0 ? 'inside' : name.length === word.text.length ? 'exact' : 'prefix', from: at, to: at + word.text.length }
  if (!word.readable) return null
  let initials = -1
  for (let start = 0; start < name.length; start++) {
    if (!begins(name.charCodeAt(start), word)) continue
    const budget = { steps: mostSteps }
    if (reads(name, start, word.text, 0, false, budget)) return { fit: 'pinyin', from: start, to: start }
    if (initials < 0 && reads(name, start, word.text, 0, true, budget)) initials = start
  }
  return initials < 0 ? null : { fit: 'initials', from: initials, to: initials }
}

/** Far more than any name and any word a person types need; a word made to be slow ends here. */
const mostSteps = 4000

function begins(code: number, { text, beginning }: Word): boolean {
  if (beginning[code] === 0) beginning[code] = code === text.charCodeAt(0) || readingsOf(code).some((reading) => reading.charCodeAt(0) === text.charCodeAt(0)) ? 1 : 2
  return beginning[code] === 1
}

/**
 * Whether the signs from `at` on are read as the rest of the word from `from` on: each sign by itself, by one of its readings, or (`short`) by a
 * reading's first letter. The last reading may be typed in part. Signs that are not read may stand between.
 */
function reads(name: string, at: number, text: string, from: number, short: boolean, budget: { steps: number }): boolean {
  if (from === text.length) return true
  if (at === name.length || budget.steps-- <= 0) return false
  const code = name.charCodeAt(at)
  if (code === text.charCodeAt(from) && reads(name, at + 1, text, from + 1, short, budget)) return true
  const readings = readingsOf(code)
  for (const reading of readings) {
    if (text.length - from <= reading.length) {
      if (reading.startsWith(text.slice(from))) return true
      if (text.length - from < reading.length) continue
    }
    if (text.startsWith(reading, from) && reads(name, at + 1, text, from + reading.length, short, budget)) return true
  }
  if (short) for (const reading of readings) if (reading.charCodeAt(0) === text.charCodeAt(from) && reads(name, at + 1, text, from + 1, short, budget)) return true
  return readings.length === 0 && from > 0 && reads(name, at + 1, text, from, short, budget)
}
