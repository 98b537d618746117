import type { SheetCode } from '../../geodata/model/sheets/all.ts'
import type { Sentence } from '../../geodata/words/sentence.ts'

/**
 * How a value is typed and chosen. place: longitude, latitude. area, areas, unit, facility: codes, found by search. row, rows: ids of rows of another sheet. flag: yes, no or unknown.
 * hours: lines that say below how they are read. choices: several codes. prices, programmes, suspensions: lists of small records (listParts.ts). checked: who last found all right, which is pressed and not typed.
 */
export type Control = 'line' | 'lines' | 'hours' | 'whole' | 'amount' | 'day' | 'place' | 'category' | 'audience' | 'nature' | 'stepFree' | 'area' | 'areas' | 'unit' | 'choice' | 'choices' | 'flag' | 'month' | 'facility' | 'row' | 'rows' | ListControl | 'checked'

export const listControls = ['prices', 'programmes', 'suspensions'] as const
export type ListControl = (typeof listControls)[number]
export const isListControl = (control: Control): control is ListControl => listControls.some((one) => one === control)

/** One field of a record. `path` is dotted, as in the faults of the contract; drafts, conflicts and histories speak of fields by it. */
export type Field = { path: string; control: Control; part: FieldPart; /** The value that an empty text stands for; 'required': there must be one. */ empty: null | '' | 'required';
  /** Label of a field whose words are not the desk's own. */ words?: Sentence; /** Codes of a `choice` with their words. */ choices?: readonly { code: string; word: Sentence }[]; /** Sheet that `row` and `rows` point to. */ sheet?: SheetCode }

/** Headings of the form, in their order. */
export const fieldParts = ['what', 'where', 'whom', 'cover', 'when', 'offer', 'room', 'receipt'] as const
export type FieldPart = (typeof fieldParts)[number]
