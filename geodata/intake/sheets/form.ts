import type { SheetCode } from '../../model/sheets/all.ts'
import type { Sentence } from '../../words/sentence.ts'

/** Rows of a register by its sheet, or records of four other kinds. */
export const otherForms = ['unit', 'facility', 'organisation', 'eventCount'] as const
export type OtherForm = (typeof otherForms)[number]
export type FormCode = SheetCode | OtherForm

export type ColumnKind =
  | 'id' | 'name' | 'text' | 'count' | 'amount' | 'flag' | 'day' | 'month' | 'year' | 'lon' | 'lat' | 'area' | 'areas' | 'areaPart' | 'unit' | 'category' | 'hours' | 'phone' | 'prices' | 'address' | 'bring' | 'menu' | 'creditCode' | 'source'
  | { choice: readonly { code: string; word: Sentence }[]; many?: true }
  | { reference: string; many?: true }

/** A column of a form. `key`: where its value belongs; fields of a register row are `fields.…`. */
export type Column = {
  readonly key: string
  readonly kind: ColumnKind
  readonly words: Sentence
  /** Other headings it is known by. */
  readonly aliases: readonly string[]
  readonly required: boolean
}

/** What a table can be taken for. `identifiedBy`: keys that together tell a row from every other, so that the same file twice changes nothing. */
export type Form = {
  readonly code: FormCode
  readonly name: Sentence
  readonly purpose: Sentence
  readonly columns: readonly Column[]
  readonly identifiedBy: readonly string[]
}
