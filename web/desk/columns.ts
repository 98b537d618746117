import type { TextKey } from '../text/zh.ts'
import { fieldAt, labelOf, type Field } from './field.ts'
import type { DeskKind } from './record.ts'

/** A column of the table: a field of the record, or what is known beside it. `width`: a CSS grid track; a hundredth of its least pixels as fr, so that narrow tables keep to the least. */
export type Column = { name: string; label: TextKey; width: string; /** What is shown; null: community or save state. */ field: Field | null; editable: boolean; figure: boolean }

/** Columns of a kind from left to right: what is written in place comes first, the name and the state stay in view. */
export const columnsOf = (kind: DeskKind): readonly Column[] => (kind === 'facility'
  ? [
      cell(kind, 'name', 'minmax(160px, 1.6fr)', true), cell(kind, 'category', '96px'), cell(kind, 'hours', 'minmax(152px, 1.52fr)', true), cell(kind, 'phone', '112px', true), cell(kind, 'capacity.seats', '56px', true, true),
      cell(kind, 'date', '92px', true, true), cell(kind, 'admission.audience', '116px'), community, state,
    ]
  : [cell(kind, 'name', 'minmax(200px, 2fr)', true), cell(kind, 'nature', '108px'), cell(kind, 'date', '92px', true, true), community, cell(kind, 'source', 'minmax(100px, 1fr)'), state])

const community: Column = { name: 'community', label: 'desk.column.community', width: '104px', field: null, editable: false, figure: false }
const state: Column = { name: 'state', label: 'desk.column.state', width: '76px', field: null, editable: false, figure: false }

const cell = (kind: DeskKind, path: string, width: string, editable = false, figure = false): Column => {
  const field = fieldAt(kind, path) ?? null
  return { name: path, label: field ? labelOf(field) : 'desk.column.state', width, field, editable, figure }
}
