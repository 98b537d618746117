import type { TextKey } from '../text/zh.ts'
import { fieldAt, labelOf, type Field } from './field.ts'
import type { DeskKind } from './record.ts'

/** A column of the table: a field of the record, or what is known beside it. `width` in the words of a CSS grid track. */
export type Column = { name: string; label: TextKey; width: string; /** What is shown; null: community or save state. */ field: Field | null; editable: boolean; figure: boolean }

/** Columns of a kind from left to right; the name stays in view. Cells of names, hours, telephone, seats and date are written in place. */
export const columnsOf = (kind: DeskKind): readonly Column[] => (kind === 'facility'
  ? [
      cell(kind, 'name', 'minmax(168px, 1.6fr)', true), cell(kind, 'category', '108px'), community, cell(kind, 'admission.audience', '124px'), cell(kind, 'hours', 'minmax(168px, 2fr)', true),
      cell(kind, 'phone', '132px', true), cell(kind, 'capacity.seats', '64px', true, true), cell(kind, 'date', '104px', true, true), state,
    ]
  : [cell(kind, 'name', 'minmax(200px, 2fr)', true), cell(kind, 'nature', '108px'), community, cell(kind, 'source', 'minmax(120px, 1fr)'), cell(kind, 'date', '104px', true, true), state])

const community: Column = { name: 'community', label: 'desk.column.community', width: '108px', field: null, editable: false, figure: false }
const state: Column = { name: 'state', label: 'desk.column.state', width: '92px', field: null, editable: false, figure: false }

const cell = (kind: DeskKind, path: string, width: string, editable = false, figure = false): Column => {
  const field = fieldAt(kind, path) ?? null
  return { name: path, label: field ? labelOf(field) : 'desk.column.state', width, field, editable, figure }
}
