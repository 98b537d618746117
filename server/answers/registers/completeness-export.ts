import type { Format, Reader } from '../../../geodata/contract/exchange.ts'
import { completenessHeadings as heading, slotLevelWords, standingWords, unenteredWord } from '../../../geodata/words/completeness.ts'
import { listNotes, listTexts } from '../../../geodata/words/lists.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { csvOf } from '../csv.ts'
import { areaName } from '../describe.ts'
import { demoMark, fileName, mediaTypes } from '../export-file.ts'
import type { OpenCity } from '../open-city.ts'
import { textBytes, type Reply } from '../reply.ts'
import type { CellValue, Table } from '../table.ts'
import { xlsxOf } from '../xlsx.ts'
import { completenessAnswer, type CompletenessQuery } from './completeness-answer.ts'

type Answer = Awaited<ReturnType<typeof completenessAnswer>>

/** The matrix as a file: a row for each area, a column for each item. */
export async function completenessExport(open: OpenCity, query: CompletenessQuery, format: Exclude<Format, 'json'>, reader: Reader, language: Language): Promise<Reply> {
  const answer = await completenessAnswer(open, query, reader, language)
  const name = fileName([open.identity.name, slotLevelWords[answer.level][language], answer.day], open.identity.demo, format, language)
  const headers = { 'content-disposition': `attachment; filename="completeness.${format}"; filename*=UTF-8''${encodeURIComponent(name)}` }
  if (format === 'geojson') return { body: textBytes(JSON.stringify(await geojson(open, answer))), mediaType: mediaTypes.geojson, headers }
  const table = tableOf(open, query, answer, language)
  return { body: format === 'csv' ? textBytes(csvOf(table)) : xlsxOf(table), mediaType: mediaTypes[format], headers }
}

function tableOf(open: OpenCity, query: CompletenessQuery, answer: Answer, language: Language): Table {
  const wanted = answer.items.find(({ code }) => code === query.missing)
  const notes: [string, CellValue][] = [
    [listNotes.city[language], open.identity.name], [heading.area[language], query.area === undefined ? listTexts.whole[language] : areaName(open, query.area)], [heading.day[language], answer.day], [heading.rule[language], answer.rule],
    ...(wanted ? [[heading.missing[language], wanted.name] as [string, CellValue]] : []), [heading.withoutData[language], answer.withoutData],
    ...answer.items.map(({ name, source }): [string, CellValue] => [name, source]),
    [listNotes.dataDate[language], answer.dataDate], [listNotes.dataVersion[language], answer.dataVersion], [listNotes.catalogue[language], answer.catalogueVersion], [listNotes.attribution[language], open.identity.attribution],
  ]
  return {
    name: slotLevelWords[answer.level][language],
    headings: [
      ...[heading.code, heading.name, heading.parent].map((one) => one[language]), ...answer.items.map(({ name }) => name),
      ...[heading.complete, heading.of, heading.squareMetres, heading.households, heading.perHundredHouseholds, heading.reachesThreshold].map((one) => one[language]),
    ],
    rows: answer.rows.map((row) => [
      row.code, row.name, row.parent === null ? null : areaName(open, row.parent), ...row.cells.map(({ standing, known }) => (known ? standingWords[standing] : unenteredWord)[language]),
      row.complete, row.of, row.squareMetres, row.households, row.perHundredHouseholds, row.reachesThreshold === null ? null : listTexts[row.reachesThreshold ? 'yes' : 'no'][language],
    ]),
    notesName: heading.notes[language], notes: open.identity.demo ? [[listNotes.notice[language], demoMark[language]], ...notes] : notes,
  }
}

/** Areas with their boundaries; what is above the rows stands beside the features. */
async function geojson(open: OpenCity, { rows, items, ...head }: Answer): Promise<object> {
  const features = await Promise.all(rows.map(async ({ cells, ...row }) => {
    const boundary = (await open.names.area(row.code))?.boundary ?? null
    return {
      type: 'Feature', id: row.code, geometry: boundary === null ? null : { type: 'MultiPolygon', coordinates: boundary },
      properties: { ...row, ...Object.fromEntries(items.map(({ code }, at) => [code, cells[at].known ? cells[at].standing : 'notEntered'])) },
    }
  }))
  return { type: 'FeatureCollection', name: open.identity.name, attribution: open.identity.attribution, notice: open.identity.demo ? demoMark.zh : null, ...head, items, features }
}
