import type { TextKey } from '../text/zh.ts'
import { fieldAt, fieldsOf, type Control, type Field } from './field.ts'
import { sheetOf, type DeskKind } from './record.ts'

/** A column of the table: a field of the record, or what is known beside it. `width`: a CSS grid track; a hundredth of its least pixels as fr, so that narrow tables keep to the least. */
export type Column = { name: string; /** Of a column that is no field's; a field has its own words. */ label: TextKey; width: string; /** What is shown; null: community, how it stands today, or save state. */ field: Field | null; editable: boolean; figure: boolean; /** What Enter does there instead of writing. */ act?: 'suspend' | 'confirm' }

/** Columns of a kind from left to right: what is written in place comes first, the name and the state stay in view. */
export const columnsOf = (kind: DeskKind): readonly Column[] => {
  if (sheetOf(kind)) return [cell(kind, 'name', 'minmax(150px, 1.5fr)', true), ...fieldsOf(kind).filter(({ path }) => path.startsWith('fields.')).slice(0, mostSheetColumns).map((field) => cell(kind, field.path, widths[field.control] ?? '104px', written.has(field.control), field.control === 'whole' || field.control === 'amount')), community, state]
  if (kind === 'entry') return [cell(kind, 'name', 'minmax(200px, 2fr)'), community, state]
  if (kind === 'organisation') return [cell(kind, 'name', 'minmax(180px, 1.8fr)', true), cell(kind, 'kind', '84px'), cell(kind, 'operating', '84px'), cell(kind, 'organised', '84px'), cell(kind, 'work', '92px'), cell(kind, 'members', '64px', true, true), cell(kind, 'employees', '72px', true, true), community, state]
  return kind === 'facility' ? siteColumns(kind) : unitColumns(kind)
}

/** More fields than these are for the form. */
const mostSheetColumns = 6
const widths: Readonly<Partial<Record<Control, string>>> = { whole: '72px', amount: '84px', day: '96px', month: '80px', flag: '64px', choice: '112px', line: 'minmax(112px, 1.12fr)', row: 'minmax(112px, 1.12fr)' }
/** Typed in place; what is chosen or found has its control in the form. */
const written: ReadonlySet<Control> = new Set(['line', 'whole', 'amount', 'day', 'month'])

const siteColumns = (kind: DeskKind): readonly Column[] => [
      cell(kind, 'name', 'minmax(160px, 1.6fr)', true), cell(kind, 'category', '96px'), cell(kind, 'hours', 'minmax(152px, 1.52fr)', true), cell(kind, 'phone', '112px', true),
      today, { ...cell(kind, 'offer.checked', '152px'), act: 'confirm' },
      cell(kind, 'capacity.seats', '56px', true, true), cell(kind, 'offer.prices', 'minmax(132px, 1.3fr)'), cell(kind, 'offer.payments', '108px'), cell(kind, 'offer.booking', '84px'), cell(kind, 'offer.delivers', '76px'),
      cell(kind, 'date', '92px', true, true), cell(kind, 'admission.audience', '116px'), community, state,
]
const unitColumns = (kind: DeskKind): readonly Column[] => [cell(kind, 'name', 'minmax(200px, 2fr)', true), cell(kind, 'nature', '108px'), cell(kind, 'date', '92px', true, true), community, cell(kind, 'source', 'minmax(100px, 1fr)'), state]

const today: Column = { name: 'today', label: 'desk.column.today', width: '156px', field: null, editable: false, figure: false, act: 'suspend' }
const community: Column = { name: 'community', label: 'desk.column.community', width: '104px', field: null, editable: false, figure: false }
const state: Column = { name: 'state', label: 'desk.column.state', width: '76px', field: null, editable: false, figure: false }

const cell = (kind: DeskKind, path: string, width: string, editable = false, figure = false): Column => {
  const field = fieldAt(kind, path) ?? null
  return { name: path, label: 'desk.column.state', width, field, editable, figure }
}
