import { readChinese } from './chinese/read.ts'
import type { Reading } from './reading.ts'

export type { Notation, Reading } from './reading.ts'

/** Reads a text of opening hours. Never guesses: one part that is not understood and there is no rule. */
export function readHours(text: string): Reading {
  if (text.trim() === '') return { rule: null, notation: null, notUnderstood: [], caveats: [] }
  return readChinese(text)
}
