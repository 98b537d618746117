import type { Catalogue } from '../../model/catalogue.ts'
import type { Issue } from '../issue.ts'
import { issue } from '../issue.ts'
import type { Result } from '../result.ts'
import { failed, made } from '../result.ts'
import type { FormCode } from './form.ts'
import { formCodes, formOf } from './forms.ts'
import { recognise, type Layout, type Recognised } from './recognise.ts'
import type { SheetTable } from './table.ts'

export type LaidTable = { table: SheetTable; layout: Layout }

/** Every table with what it is, or every reason why one cannot be read. Worksheets that are none of ours are passed over with a warning as long as one is. */
export function layoutsOf(tables: readonly SheetTable[], as: FormCode | null, catalogue: Catalogue): Result<{ layouts: LaidTable[]; warnings: Issue[] }> {
  const forms = formCodes.map((code) => formOf(code, catalogue))
  const found = tables.map((table) => ({ table, recognised: recognise(table, forms, as) }))
  const layouts = found.flatMap(({ table, recognised }) => (recognised.is === 'layout' ? [{ table, layout: recognised.layout }] : []))
  const refusals = found.flatMap(({ table, recognised }) => refusalOf(table, recognised) ?? [])
  const unknown = found.flatMap(({ table, recognised }) => (recognised.is === 'unknown' ? [unknownIssue(table, recognised, layouts.length > 0)] : []))
  if (refusals.length > 0 || (layouts.length === 0 && unknown.length > 0)) return failed(...refusals, ...(layouts.length === 0 ? unknown : []))
  if (layouts.length === 0) return failed(issue('sheetEmpty', tables[0]?.file ?? ''))
  return made({ layouts, warnings: unknown })
}

/** A worksheet as a sentence calls it, in both languages. */
const called = ({ worksheet }: SheetTable): { worksheet: string; worksheetEn: string } => (worksheet === null ? { worksheet: '这张表', worksheetEn: 'the table' } : { worksheet: `工作表“${worksheet}”`, worksheetEn: `the worksheet "${worksheet}"` })

const headingsShown = 12

function unknownIssue(table: SheetTable, { headings }: Extract<Recognised, { is: 'unknown' }>, others: boolean): Issue {
  const found = headings.slice(0, headingsShown).join('、') || '∅'
  return others ? issue('sheetPassedOver', table.file, null, { worksheet: table.worksheet ?? '', found }) : issue('sheetUnknown', table.file, null, { ...called(table), found })
}

function refusalOf(table: SheetTable, recognised: Recognised): Issue | null {
  switch (recognised.is) {
    case 'layout': case 'passed': case 'unknown': return null
    case 'personal': return issue('sheetPersonal', table.file, null, { ...called(table), found: recognised.heading })
    case 'ambiguous': return issue('sheetAmbiguous', table.file, null, { ...called(table), candidates: recognised.forms.map(({ name }) => name.zh).join('、'), candidatesEn: recognised.forms.map(({ code }) => code).join(', ') })
    case 'twice': return issue('sheetColumnTwice', table.file, { row: table.rows[0]?.number ?? 1, worksheet: table.worksheet }, { sheet: recognised.form.name.zh, sheetEn: recognised.form.name.en, column: recognised.column.words.zh, columnEn: recognised.column.words.en, found: recognised.headings.join('、') })
    case 'missing': return issue('sheetColumnsMissing', table.file, { row: recognised.row, worksheet: table.worksheet }, { sheet: recognised.form.name.zh, sheetEn: recognised.form.name.en, missing: recognised.columns.map(({ words }) => words.zh).join('、'), missingEn: recognised.columns.map(({ words }) => words.en).join(', ') })
  }
}
