import type { SourceKind } from '../../geodata/intake/dialect.ts'
import { sourceKinds } from '../../geodata/intake/dialect.ts'
import type { FormCode } from '../../geodata/intake/sheets/form.ts'
import { formCodes, formOf } from '../../geodata/intake/sheets/forms.ts'
import { formNamed, recognise } from '../../geodata/intake/sheets/recognise.ts'
import { textOf, type SheetTable } from '../../geodata/intake/sheets/table.ts'
import { pointColumns } from '../../geodata/intake/tables/columns.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import { csvTable, hasPosition } from './csv.ts'
import { contentsOf, type OpenFile } from './open.ts'
import { xlsxTables } from './xlsx.ts'

/**
 * The tables of a file that is a sheet; null: it is map data. A workbook is always one. A csv is one when it is called so, by --as or by its name,
 * and else when its headings say so; a table of places (经度, 纬度 and a category) stays what it was before there were sheets.
 */
export async function tablesIn(file: OpenFile, as: SourceKind | FormCode | undefined, catalogue: Catalogue): Promise<SheetTable[] | null> {
  if (file.format === 'xlsx') return xlsxTables(contentsOf(file.path), file.name)
  if (file.format !== 'csv' || sourceKinds.some((kind) => kind === as)) return null
  const table = csvTable(contentsOf(file.path), file.name)
  const forms = formCodes.map((code) => formOf(code, catalogue))
  if (as !== undefined || formNamed(file.name, forms)) return [table]
  const headings = (table.rows[0]?.cells ?? []).map(textOf)
  if (hasPosition(headings) && headings.some((heading) => pointColumns.category.some((one) => one === heading.toLowerCase()))) return null
  return recognise(table, forms, null).is === 'unknown' ? null : [table]
}
