import { readChinese } from './chinese/read.ts'
import { readEnglish } from './english/read.ts'
import { readOsm } from './osm/read.ts'
import type { Reading } from './reading.ts'

export type { Notation, Reading } from './reading.ts'

/** Longer than any hours: longer is not read. */
const longest = 2000

/** Reads a text of opening hours. Never guesses: one part that is not understood and there is no rule. */
export function readHours(text: string): Reading {
  if (text.trim() === '') return { rule: null, notation: null, notUnderstood: [], caveats: [] }
  if (text.length > longest) return { rule: null, notation: null, notUnderstood: [`${text.slice(0, 60)}…`], caveats: [] }
  // Figures alone are read strictly: 8:30-5:30 by hand is no night, though OSM would have it so.
  if (!/[A-Za-z]|24\/7/.test(text)) return readChinese(text)
  // What stands between quotes is a mapper's remark, in any language.
  if (/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/.test(text.replace(/"[^"]*"/g, ''))) return readChinese(text)
  const osm = readOsm(text)
  if (osm.rule !== null) return osm
  const english = readEnglish(text)
  return english.rule !== null ? english : osm
}
