import { fieldsOf, type Field } from './field.ts'
import type { DeskKind, DeskRecord } from './record.ts'
import { sameText, textOf, type Texts } from './texts.ts'

export const sides = ['mine', 'theirs'] as const
export type Side = (typeof sides)[number]

/** One field of two versions. `only`: who alone changed it since both began; null: both did, and differently. */
export type MergeRow = { field: Field; mine: string; theirs: string; base: string; differs: boolean; only: Side | null }
export type Choices = Readonly<Record<string, Side>>

/** Both versions field by field. `mine`: typed texts over the record `base` that typing began from. */
export const mergeRows = (kind: DeskKind, base: DeskRecord, mine: Texts, theirs: DeskRecord): readonly MergeRow[] => fieldsOf(kind).map((field) => {
  const began = textOf(field, base)
  const row = { field, base: began, mine: mine[field.path] ?? began, theirs: textOf(field, theirs) }
  const differs = !sameText(field, row.mine, row.theirs)
  const mineChanged = !sameText(field, row.mine, began)
  const theirsChanged = !sameText(field, row.theirs, began)
  return { ...row, differs, only: !differs || (mineChanged && theirsChanged) ? null : mineChanged ? 'mine' : 'theirs' }
})

/** What needs no decision: a field that one side alone changed is that side's. */
export const plainChoices = (rows: readonly MergeRow[]): Choices => Object.fromEntries(rows.flatMap((row) => (row.only === null ? [] : [[row.field.path, row.only]])))

export const undecided = (rows: readonly MergeRow[], choices: Choices): readonly MergeRow[] => rows.filter((row) => row.differs && choices[row.field.path] === undefined)

export const allOf = (rows: readonly MergeRow[], side: Side): Choices => Object.fromEntries(rows.filter((row) => row.differs).map((row) => [row.field.path, side]))

/** The texts to lay over their version; a field nobody decided keeps theirs. */
export const mergedTexts = (rows: readonly MergeRow[], choices: Choices): Texts =>
  Object.fromEntries(rows.flatMap((row) => (row.differs && choices[row.field.path] === 'mine' ? [[row.field.path, row.mine]] : [])))
