import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { heat, heatExport } from '../../../geodata/contract/heat.ts'
import type { MultiPolygon } from '../../../geodata/model/geometry.ts'
import { noteLabels } from '../../../geodata/words/exports.ts'
import { heatNames } from '../../../geodata/words/heat.ts'
import { eventStreamWords } from '../../../geodata/words/sheets/events.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import { csvOf } from '../csv.ts'
import { areaName } from '../describe.ts'
import { demoMark, fileName, mediaTypes } from '../export-file.ts'
import type { OpenCity } from '../open-city.ts'
import { textBytes, type Reply } from '../reply.ts'
import type { CellValue, Table } from '../table.ts'
import { xlsxOf } from '../xlsx.ts'
import { heatAnswer } from './heat-answer.ts'
import { words } from './heat-look.ts'
import { streamOf, type HeatLayer } from './heat-question.ts'

type Answer = AnswerOf<typeof heat>

/** Files hold what leaders are told, whoever asks for them: they travel. */
const everybody: Reader = { role: 'leader', areas: [] }

export async function heatFile(open: OpenCity, { format, ...query }: QueryOf<typeof heatExport>, language: Language): Promise<Reply> {
  const answer = await heatAnswer(open, query, everybody, language)
  const name = fileName([open.identity.name, query.area === undefined ? '' : areaName(open, query.area), layerName(query.layer, language), answer.from ?? '', answer.to === answer.from ? '' : (answer.to ?? '')], open.identity.demo, format, language)
  const table = tableOf(open, answer, query.area, language)
  const body = format === 'geojson' ? textBytes(JSON.stringify(await geojson(open, answer, table))) : format === 'csv' ? textBytes(csvOf(table)) : xlsxOf(table)
  return { body, mediaType: mediaTypes[format], headers: { 'content-disposition': `attachment; filename="heat.${format}"; filename*=UTF-8''${encodeURIComponent(name)}` } }
}

function layerName(layer: HeatLayer, language: Language): string {
  const stream = streamOf[layer]
  return stream ? `${eventStreamWords[stream][language]}${words(heatNames.heat, language)}` : words(heatNames[layer === 'supply' ? 'supply' : 'gap'], language)
}

function tableOf(open: OpenCity, answer: Answer, area: string | undefined, language: Language): Table {
  const say = (name: keyof typeof heatNames): string => words(heatNames[name], language)
  const labels = noteLabels[language]
  const notes: [string, CellValue][] = [
    [labels.city, open.identity.name], [labels.area, area === undefined ? labels.whole : areaName(open, area)], [labels.rule, answer.rule], ...(answer.protection ? [[say('protection'), answer.protection.sentence] as [string, CellValue]] : []),
    ...(answer.from === null ? [] : [[say('period'), `${answer.from} – ${answer.to}`] as [string, CellValue]]), [say('unit'), answer.unit], [say('total'), answer.total], [say('elsewhere'), answer.elsewhere],
    [labels.dataDate, answer.dataDate], [labels.dataVersion, answer.dataVersion], [labels.catalogue, answer.catalogueVersion], [labels.attribution, open.identity.attribution],
  ]
  return {
    name: layerName(answer.layer, language), headings: [say('cell'), say('name'), say('value'), say('of'), say('events')],
    rows: answer.cells.map((cell) => [cell.id, cell.name, cell.value, cell.of, cell.events]), notesName: language === 'zh' ? '说明' : 'notes',
    notes: open.identity.demo ? [[labels.notice, demoMark[language]], ...notes] : notes,
  }
}

/** Hexagons with their rings, areas with their boundaries. */
async function geojson(open: OpenCity, { cells, ...answer }: Answer, { notes }: Table): Promise<object> {
  const features: object[] = []
  for (const { id, ring, ...properties } of cells) features.push({ type: 'Feature', id, geometry: ring ? { type: 'Polygon', coordinates: [ring] } : await shapeOf(open, id), properties })
  return { type: 'FeatureCollection', name: open.identity.name, attribution: open.identity.attribution, notice: open.identity.demo ? demoMark.zh : null, notes: Object.fromEntries(notes), ...answer, features }
}

async function shapeOf(open: OpenCity, code: string): Promise<{ type: 'MultiPolygon'; coordinates: MultiPolygon } | null> {
  const boundary = (await open.names.area(code))?.boundary
  return boundary ? { type: 'MultiPolygon', coordinates: boundary } : null
}
