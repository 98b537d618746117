import type { QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { organisationGapsExport } from '../../../geodata/contract/twoNew.ts'
import { listNotes, listTexts, organisationKindWords } from '../../../geodata/words/lists.ts'
import { registerNotes } from '../../../geodata/words/registers/columns.ts'
import { fillSentence, type Language } from '../../../geodata/words/sentence.ts'
import { listColumns, listNames, twoNewFormulas } from '../../../geodata/words/twoNew.ts'
import { csvOf } from '../csv.ts'
import { areaName } from '../describe.ts'
import { demoMark, fileName, mediaTypes } from '../export-file.ts'
import type { OpenCity } from '../open-city.ts'
import { textBytes, type Reply } from '../reply.ts'
import { standingOf } from '../standing.ts'
import type { CellValue, Table } from '../table.ts'
import { xlsxOf } from '../xlsx.ts'
import { twoNewList } from './gap-list.ts'
import { gapRow, type GapsAnswer } from './gaps-answer.ts'

/** A whole list as a file. It holds no count of persons. */
export async function organisationGapsFile(open: OpenCity, { format, ...query }: QueryOf<typeof organisationGapsExport>, reader: Reader, language: Language): Promise<Reply> {
  const { asked, firms } = await twoNewList(open, query, reader, language)
  const rows = firms.map((firm) => gapRow(asked, firm))
  const standing = standingOf(open.identity, open.versions, open.catalogue.version, null)
  const place = asked.area === null ? listTexts.whole[language] : areaName(open, asked.area)
  const formula = query.list === 'due' ? 'due' : query.list === 'excluded' ? 'operating' : 'uncovered'
  const notes: [string, CellValue][] = [
    ...(open.identity.demo ? [[listNotes.notice[language], demoMark[language]] as [string, CellValue]] : []),
    [listNotes.city[language], open.identity.name], [listNotes.list[language], listNames[query.list][language]], [listNotes.area[language], place], [listNotes.asOf[language], asked.day], [listNotes.rows[language], rows.length],
    [registerNotes.formula[language], fillSentence(twoNewFormulas[formula], { least: asked.least }, language)], [listNotes.dataDate[language], standing.dataDate], [listNotes.dataVersion[language], standing.dataVersion], [listNotes.catalogue[language], standing.catalogueVersion], [listNotes.attribution[language], open.identity.attribution],
  ]
  const table: Table = { name: listNames[query.list][language], headings: Object.values(listColumns).map((heading) => heading[language]), rows: rows.map((row) => cellsOf(row, language)), notesName: listTexts.notes[language], notes }
  const body = format === 'geojson' ? textBytes(JSON.stringify(geojson(open, rows, standing, asked.day))) : format === 'csv' ? textBytes(csvOf(table)) : xlsxOf(table)
  const name = fileName([open.identity.name, asked.area === null ? '' : areaName(open, asked.area), table.name, asked.day], open.identity.demo, format, language)
  return { body, mediaType: mediaTypes[format], headers: { 'content-disposition': `attachment; filename="organisations.${format}"; filename*=UTF-8''${encodeURIComponent(name)}` } }
}

/** In the order of listColumns. */
const cellsOf = ({ id, name, kind, community, carrier, reason, instructor, task, position }: GapsAnswer['rows'][number], language: Language): CellValue[] => [
  id, name, organisationKindWords[kind][language], community?.name ?? null, carrier?.name ?? null, reason, instructor?.name ?? null, instructor?.room ?? null, task, position?.[0] ?? null, position?.[1] ?? null,
]

/** Points; organisations without a place have none. */
const geojson = (open: OpenCity, rows: GapsAnswer['rows'], standing: object, day: string): object => ({
  type: 'FeatureCollection', name: open.identity.name, attribution: open.identity.attribution, notice: open.identity.demo ? demoMark.zh : null, day, ...standing,
  features: rows.map(({ position, id, name, kind, community, carrier, reason, instructor, task }) => ({ type: 'Feature', id, geometry: position && { type: 'Point', coordinates: position }, properties: { name, kind, community, carrier, reason, instructor, task } })),
})
