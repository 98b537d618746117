import type { Column, Form, FormCode } from './form.ts'
import { plainHeading } from './plain.ts'
import { isBlankRow, textOf, type SheetTable } from './table.ts'
import { presets, type Preset } from './tables/presets.ts'
import { isPersonal } from './tables/personal.ts'

/** How a table came to be taken for a form. */
export type FoundBy = 'as' | 'worksheet' | 'file' | 'headings'

/** `columns[i]`: what the i-th cell of each row is; null: nothing this form knows. */
export type Layout = { form: Form; foundBy: FoundBy; headingRow: number; columns: readonly (Column | null)[]; headings: readonly string[]; preset: Preset | null }

export type Recognised =
  | { is: 'layout'; layout: Layout }
  /** Our own worksheets of words, or an empty one. */
  | { is: 'passed' }
  | { is: 'personal'; heading: string }
  | { is: 'missing'; form: Form; columns: readonly Column[]; row: number }
  | { is: 'twice'; form: Form; column: Column; headings: readonly string[] }
  | { is: 'ambiguous'; forms: readonly Form[] }
  | { is: 'unknown'; headings: readonly string[] }

/** Title rows may stand above the headings: so many are looked at. */
const headingRowsLooked = 10

/** Finds the heading row and the form of a table. `as`: what the user says it is. `byHeadings`: forms that headings alone may tell. */
export function recognise(table: SheetTable, forms: readonly Form[], as: FormCode | null, byHeadings: readonly Form[] = forms): Recognised {
  const rows = table.rows.slice(0, headingRowsLooked).filter(({ cells }) => !isBlankRow(cells))
  if (rows.length === 0 || (table.worksheet !== null && asideNames.has(plainHeading(table.worksheet)))) return { is: 'passed' }
  const named = as === null ? namedForm(table, forms) : { form: forms.find(({ code }) => code === as) ?? null, foundBy: 'as' as const }
  const preset = presetOf(rows)
  if (preset && (named?.form ?? null) === null) {
    const form = forms.find(({ code }) => code === preset.preset.form)
    if (form) return { is: 'layout', layout: presetLayout(form, preset.preset, preset.row) }
  }
  if (named?.form) {
    const best = bestRow(rows, named.form)
    const personal = personalIn(best)
    return personal !== null && best.matched > 0 ? { is: 'personal', heading: personal } : laid(named.form, named.foundBy, best)
  }
  const all = byHeadings.map((form) => bestRow(rows, form))
  const personal = personalIn(all.reduce((best, fit) => (fit.matched > best.matched ? fit : best)))
  if (personal !== null && bestOf(all).matched > 1) return { is: 'personal', heading: personal }
  const fits = all.filter(({ missing, matched }) => missing.length === 0 && matched > 1)
  const most = bestOf(fits)
  const best = fits.filter(({ matched }) => matched === most.matched)
  if (best.length > 1) return { is: 'ambiguous', forms: best.map(({ form }) => form) }
  return best.length === 1 ? laid(best[0].form, 'headings', best[0]) : { is: 'unknown', headings: (rows.toSorted((a, b) => filled(b.cells) - filled(a.cells))[0].cells).map(textOf).filter((text) => text !== '') }
}

/** Worksheets of a template beside its table. */
const asideNames: ReadonlySet<string> = new Set(['选项', 'choices', '说明', 'notes'].map(plainHeading))

type Row = SheetTable['rows'][number]
type Fit = { form: Form; row: Row; columns: (Column | null)[]; matched: number; missing: readonly Column[]; twice: Column | null }

const filled = (cells: Row['cells']): number => cells.filter((cell) => textOf(cell) !== '').length
const bestOf = (fits: readonly Fit[]): { matched: number } => fits.reduce<{ matched: number }>((best, fit) => (fit.matched > best.matched ? fit : best), { matched: 0 })

/** A heading of that row that tells of persons; null: none does. Cells below it may say what they like of telephones. */
const personalIn = ({ row }: Fit): string | null => row.cells.map(textOf).find(isPersonal) ?? null

/** The row that reads most like headings of the form. */
function bestRow(rows: readonly Row[], form: Form): Fit {
  const known = columnsByHeading(form)
  return rows.map((row) => fitOf(row, form, known)).reduce((best, fit) => (fit.matched > best.matched ? fit : best))
}

function fitOf(row: Row, form: Form, known: ReadonlyMap<string, Column>): Fit {
  const columns = row.cells.map((cell) => known.get(plainHeading(textOf(cell))) ?? null)
  const keys = columns.filter((column) => column !== null).map(({ key }) => key)
  const hasArea = keys.includes('area') || keys.some((key) => key.startsWith('part.'))
  const missing = form.columns.filter(({ key, required }) => required && !keys.includes(key) && !(key === 'area' && hasArea))
  const twice = columns.find((column, i) => column !== null && columns.indexOf(column) !== i) ?? null
  return { form, row, columns, matched: new Set(keys).size, missing, twice }
}

/** The first column that claims a heading has it: words before aliases. */
function columnsByHeading(form: Form): ReadonlyMap<string, Column> {
  const known = new Map<string, Column>()
  const claim = (heading: string, column: Column): void => {
    const plain = plainHeading(heading)
    if (plain !== '' && !known.has(plain)) known.set(plain, column)
  }
  // A field of the sheet goes before a common column of the same code (the `source` of funds).
  const ordered = form.columns.toSorted((a, b) => Number(b.key.startsWith('fields.')) - Number(a.key.startsWith('fields.')))
  for (const column of ordered) for (const word of [column.words.zh, column.words.en]) claim(word, column)
  for (const column of ordered) for (const alias of column.aliases) claim(alias, column)
  return known
}

function laid(form: Form, foundBy: FoundBy, { row, columns, missing, twice }: Fit): Recognised {
  if (twice) return { is: 'twice', form, column: twice, headings: row.cells.map(textOf).filter((_, i) => columns[i] === twice) }
  if (missing.length > 0) return { is: 'missing', form, columns: missing, row: row.number }
  return { is: 'layout', layout: { form, foundBy, headingRow: row.number, columns, headings: row.cells.map(textOf), preset: null } }
}

function namedForm(table: SheetTable, forms: readonly Form[]): { form: Form; foundBy: FoundBy } | null {
  for (const [name, foundBy] of [[table.worksheet, 'worksheet'], [table.file, 'file']] as const) {
    const form = name === null ? null : formNamed(name, forms)
    if (form) return { form, foundBy }
  }
  return null
}

/** 席位, seat, Seats; with what is written around it: 席位_柳浦街道.csv, 2026 席位. */
export function formNamed(name: string, forms: readonly Form[]): Form | null {
  const words = name.normalize('NFKC').replace(/\.\w+$/, '').split(/[^\p{L}]+/u).filter((word) => word !== '')
  const names = new Set([...words, name.replace(/\.\w+$/, ''), words.join('')].map(plainHeading))
  return forms.find((form) => [form.code, form.name.zh, form.name.en].some((one) => names.has(plainHeading(one)))) ?? null
}

function presetOf(rows: readonly Row[]): { preset: Preset; row: Row } | null {
  for (const row of rows) {
    const headings = row.cells.map(textOf)
    const preset = presets.find((one) => one.headings.every((heading) => headings.includes(heading)))
    if (preset) return { preset, row }
  }
  return null
}

function presetLayout(form: Form, preset: Preset, row: Row): Layout {
  const headings = row.cells.map(textOf)
  return { form, foundBy: 'headings', headingRow: row.number, headings, preset, columns: headings.map((heading) => form.columns.find(({ key }) => key === preset.columns[heading]) ?? null) }
}
