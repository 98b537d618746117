import type { SheetCode, sheets } from '../../model/sheets/all.ts'
import type { Sentence } from '../sentence.ts'

type FieldsOf<S extends SheetCode> = (typeof sheets)[S]['fields']
type NameOf<S extends SheetCode> = keyof FieldsOf<S> & string

/** What a sheet is called, what it is for, and the heading of each of its own columns: a field left out does not compile. */
export type SheetWords<S extends SheetCode> = { readonly name: Sentence; readonly purpose: Sentence; readonly fields: { readonly [F in NameOf<S>]: Sentence } }
export type AllSheetWords<S extends SheetCode = SheetCode> = { readonly [C in S]: SheetWords<C> }

type ChoiceIn<S extends SheetCode> = { [F in NameOf<S>]: FieldsOf<S>[F] extends { kind: 'choice' } ? `${S}.${F}` : never }[NameOf<S>]
/** `seat.category`: a column that takes one of a few words. */
export type ChoiceKey = { [S in SheetCode]: ChoiceIn<S> }[SheetCode]
type ChoiceCode<K extends string> = K extends `${infer S extends SheetCode}.${infer F}` ? (F extends NameOf<S> ? (FieldsOf<S>[F] extends { of: readonly (infer Code extends string)[] } ? Code : never) : never) : never
/** The word for every choice. */
export type AllChoiceWords<S extends SheetCode = SheetCode> = { readonly [K in { [C in S]: ChoiceIn<C> }[S]]: Readonly<Record<ChoiceCode<K>, Sentence>> }

export const say = (zh: string, en: string): Sentence => ({ zh, en })
