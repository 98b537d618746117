import type { QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { registerExport } from '../../../geodata/contract/registers.ts'
import { innerPoint } from '../../../geodata/kernel/inner.ts'
import type { MultiPolygon } from '../../../geodata/model/geometry.ts'
import type { Cell, Column, Row } from '../../../geodata/registers/register.ts'
import { noteLabels } from '../../../geodata/words/exports.ts'
import { registerNotes, registerStateWords } from '../../../geodata/words/registers/columns.ts'
import { listSign, type Language } from '../../../geodata/words/sentence.ts'
import { csvOf } from '../csv.ts'
import { demoMark, fileName, mediaTypes } from '../export-file.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import { textBytes, type Reply } from '../reply.ts'
import { standingOf } from '../standing.ts'
import type { CellValue, Table } from '../table.ts'
import { xlsxOf } from '../xlsx.ts'
import { areaOf, askRegister, placeOf, protectionOf, type AskedRegister } from './register-answer.ts'
import { headOf } from './register-head.ts'
import { registerRecords } from './register-records.ts'
import { answerSentence, columnName, shownCells } from './register-shown.ts'

/** All rows of a register as a file; persons are protected for everyone. Refusal: unknownFormat for a map of what has no place. */
export async function registerFile(open: OpenCity, code: string, query: QueryOf<typeof registerExport>, reader: Reader, language: Language): Promise<Reply> {
  const asked = await askRegister(open, code, query, reader, true)
  const { format } = query
  const head = headOf(asked.listed, language)
  const name = fileName([open.identity.name, areaOf(open, asked.ask.area)?.name ?? '', head.name, asked.ask.day], open.identity.demo, format, language)
  const notes = await notesOf(open, asked, language)
  const body = format === 'geojson' ? textBytes(JSON.stringify(await geojson(open, asked, notes, language))) : tableBytes(tableFor(open, asked, notes, head.name, language), format)
  return { body, mediaType: mediaTypes[format], headers: { 'content-disposition': `attachment; filename="${code}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}` } }
}

const tableBytes = (table: Table, format: 'csv' | 'xlsx'): Uint8Array<ArrayBuffer> => (format === 'csv' ? textBytes(csvOf(table)) : xlsxOf(table))

type Notes = readonly (readonly [string, CellValue])[]

function tableFor(open: OpenCity, asked: AskedRegister, notes: Notes, name: string, language: Language): Table {
  return {
    name, headings: asked.table.columns.map((column) => columnName(asked.listed.code, column.code, language)),
    rows: asked.rows.map((row) => cellsOf(open, asked, row, language)), notesName: language === 'zh' ? '说明' : 'notes', notes,
  }
}

const cellsOf = (open: OpenCity, { table, telling }: AskedRegister, row: Row, language: Language): CellValue[] =>
  shownCells(open, telling, table.columns, row, language).map((value, i) => plain(table.columns[i], value, language))

function plain({ kind }: Column, value: Cell, language: Language): CellValue {
  if (typeof value === 'boolean') return registerNotes[value ? 'yes' : 'no'][language]
  return kind === 'state' && typeof value === 'string' ? (registerStateWords[value as keyof typeof registerStateWords]?.[language] ?? value) : value
}

async function notesOf(open: OpenCity, { listed, ask, made, table, telling }: AskedRegister, language: Language): Promise<Notes> {
  const head = headOf(listed, language), labels = noteLabels[language]
  const standing = standingOf(open.identity, open.versions, open.catalogue.version, null)
  const protection = protectionOf({ made, table, telling }, language)
  const say = (name: keyof typeof registerNotes): string => registerNotes[name][language]
  const notes: [string, CellValue][] = [
    [labels.city, open.identity.name], [labels.area, areaOf(open, ask.area)?.name ?? labels.whole], [say('register'), `${head.number} ${head.name}`], [say('question'), head.question],
    [say('answer'), made ? answerSentence(open, listed.code, table, telling, language, ask.area) : null], [say('formula'), head.formula], [say('day'), ask.day], [say('sources'), head.sources.join(listSign(language))],
    [say('records'), await sourcesOf(open, asked(made), language)], ...(protection ? [[say('protection'), protection.sentence] as [string, CellValue]] : []),
    [labels.dataDate, standing.dataDate], [labels.dataVersion, standing.dataVersion], [labels.catalogue, standing.catalogueVersion], [labels.attribution, open.identity.attribution],
  ]
  return open.identity.demo ? [[labels.notice, demoMark[language]], ...notes] : notes
}

const asked = (made: AskedRegister['made']): readonly string[] => [...(made?.used.sheets ?? [])]

/** Where the rows of the sheets a register uses come from; the first few of many. */
async function sourcesOf(open: OpenCity, sheets: readonly string[], language: Language): Promise<string> {
  const { bySheet } = await registerRecords(open)
  const sources = new Set<string>()
  for (const [sheet, rows] of bySheet) if (sheets.includes(sheet)) for (const { source } of rows) sources.add(source)
  return [...sources].slice(0, mostSources).join(listSign(language))
}
const mostSources = 5

type Shape = { type: 'Point'; coordinates: readonly number[] } | { type: 'MultiPolygon'; coordinates: MultiPolygon } | null

/** Rows at their places; those about an area with its boundary, others of an area at a point within it. */
async function geojson(open: OpenCity, asked: AskedRegister, notes: Notes, language: Language): Promise<object> {
  const { table, rows } = asked
  const shapes: Shape[] = []
  for (const row of rows) shapes.push(await shapeOf(open, row))
  if (!shapes.some((shape) => shape !== null)) throw new Refusal('unknownFormat', { parameter: 'format', found: 'geojson', expected: 'csv、xlsx' })
  return {
    type: 'FeatureCollection', name: open.identity.name, attribution: open.identity.attribution, notice: open.identity.demo ? demoMark.zh : null, notes: Object.fromEntries(notes),
    columns: table.columns.map((column) => ({ code: column.code, name: columnName(asked.listed.code, column.code, language), kind: column.kind })),
    features: rows.map((row, i) => {
      const { area, areaName } = placeOf(open, row)
      const cells = cellsOf(open, asked, row, language)
      return { type: 'Feature', id: row.id, geometry: shapes[i], properties: { area, areaName, ...Object.fromEntries(table.columns.map((column, at) => [column.code, cells[at]])) } }
    }),
  }
}

async function shapeOf(open: OpenCity, row: Row): Promise<Shape> {
  if (row.position) return { type: 'Point', coordinates: row.position }
  if (row.area === null) return null
  const boundary = (await open.names.area(row.area))?.boundary
  if (!boundary || boundary.length === 0) return null
  return row.id === row.area ? { type: 'MultiPolygon', coordinates: boundary } : { type: 'Point', coordinates: innerPoint(boundary) }
}

