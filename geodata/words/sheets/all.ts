import { sheets } from '../../model/sheets/all.ts'
import type { SheetCode } from '../../model/sheets/all.ts'
import type { Language, Sentence } from '../sentence.ts'
import { actChoiceWords, actSheetWords } from './act.ts'
import { buildChoiceWords, buildSheetWords } from './build.ts'
import { commonWords } from './common.ts'
import { governChoiceWords, governSheetWords } from './govern.ts'
import { shareChoiceWords, shareSheetWords } from './share.ts'
import type { AllChoiceWords, AllSheetWords, ChoiceKey } from './sheet-words.ts'
import { trainChoiceWords, trainSheetWords } from './train.ts'

export type { ChoiceKey } from './sheet-words.ts'

/** Name, purpose and headings of every sheet. */
export const sheetWords: AllSheetWords = { ...governSheetWords, ...shareSheetWords, ...trainSheetWords, ...actSheetWords, ...buildSheetWords }

/** The word for every choice, by `sheet.field`. */
export const choiceWords: AllChoiceWords = { ...governChoiceWords, ...shareChoiceWords, ...trainChoiceWords, ...actChoiceWords, ...buildChoiceWords }

/** Heading of a column, one of the sheet's own or common to all; null: the sheet has none of that name. */
export function fieldWords(sheet: SheetCode, field: string): Sentence | null {
  const own: Readonly<Record<string, Sentence>> = sheetWords[sheet].fields
  const common: Readonly<Record<string, Sentence>> = commonWords
  return own[field] ?? common[field] ?? null
}

/** The choices of a column with their words, in the sheet's order; null: it takes none. */
export function choicesOf(sheet: SheetCode, field: string): readonly { code: string; word: Sentence }[] | null {
  const fields: Readonly<Record<string, { kind: string; of?: readonly string[] }>> = sheets[sheet].fields
  const codes = fields[field]?.of
  if (codes === undefined) return null
  const words: Readonly<Record<string, Sentence>> = choiceWords[`${sheet}.${field}` as ChoiceKey]
  return codes.map((code) => ({ code, word: words[code] }))
}

/** A choice in the reader's language; a code that is none of it is left as it is. */
export function choiceWord(key: ChoiceKey, code: string, language: Language): string {
  const words: Readonly<Record<string, Sentence>> = choiceWords[key]
  return words[code]?.[language] ?? code
}
