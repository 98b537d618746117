import type { QueryOf } from '../../geodata/contract/exchange.ts'
import type { sheetTemplate } from '../../geodata/contract/registers.ts'
import { formCodes, formOf, isFormCode } from '../../geodata/intake/sheets/forms.ts'
import { templateOf, type Template } from '../../geodata/intake/sheets/template.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { choicesSheet } from '../../geodata/words/sheets/notes.ts'
import { columnWidths } from '../exports/column-widths.ts'
import { workbook } from '../exports/workbook.ts'
import { byteOrderMark, csvLine } from './csv.ts'
import { fileName, mediaTypes } from './export-file.ts'
import { Refusal } from './refusal.ts'
import { textBytes, type Reply } from './reply.ts'

/** An empty sheet to fill in. Refusal badParameter for a sheet that there is not. */
export function sheetTemplateReply(catalogue: Catalogue, sheet: string, { format }: QueryOf<typeof sheetTemplate>, language: Language): Reply {
  if (!isFormCode(sheet)) throw new Refusal('badParameter', { parameter: 'sheet', found: sheet }, { kind: 'oneOf', values: formCodes })
  const form = formOf(sheet, catalogue)
  const template = templateOf(form, language)
  const body = format === 'csv' ? textBytes(byteOrderMark + csvLine(template.headings) + csvLine(template.notes)) : templateBook(form.name[language], template, language)
  const name = fileName([form.name[language]], false, format, language)
  return { body, mediaType: mediaTypes[format], headers: { 'content-disposition': `attachment; filename="${sheet}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}` } }
}

/** The table, and beside it the words that its columns take. */
export function templateBook(name: string, { headings, notes, choices }: Template, language: Language): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  const book = workbook((piece) => { pieces.push(piece) })
  book.sheet({ name, headings, widths: columnWidths(headings, [notes.map((note) => note.slice(0, noteSigns))]) })
  book.row(notes)
  if (choices.length > 0) {
    const columns = choices.map(({ heading }) => heading)
    const rows = Array.from({ length: Math.max(...choices.map(({ words }) => words.length)) }, (_, i) => choices.map(({ words }) => words[i] ?? null))
    book.sheet({ name: choicesSheet[language], headings: columns, widths: columnWidths(columns, rows) })
    for (const row of rows) book.row(row)
  }
  book.end()
  return Uint8Array.from(Buffer.concat(pieces))
}

/** A long note need not make its column as wide. */
const noteSigns = 24
