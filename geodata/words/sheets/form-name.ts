import { sheetCodes, type SheetCode } from '../../model/sheets/all.ts'
import type { Sentence } from '../sentence.ts'
import { sheetWords } from './all.ts'
import { recordFormWords } from './forms.ts'

/** Name and purpose of a sheet, or of one of the four tables that are no register; null: there is none of that code. */
export function formWords(code: string): { name: Sentence; purpose: Sentence } | null {
  const others: Readonly<Record<string, { name: Sentence; purpose: Sentence }>> = recordFormWords
  return sheetCodes.some((one) => one === code) ? sheetWords[code as SheetCode] : (others[code] ?? null)
}
