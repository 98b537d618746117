import type { Format, Reader } from '../../geodata/contract/exchange.ts'
import { kOf } from '../security/k.ts'
import { fileName, mediaTypes } from './export-file.ts'
import { gapTable, type ExportedGap } from './gap-table.ts'
import { gapList, type GapList, type GapQuery } from './gap-list.ts'
import { gapRows } from './gap-rows.ts'
import { gapsHead } from './gaps.ts'
import type { OpenCity } from './open-city.ts'
import { offsetOf } from './cursor.ts'
import { textBytes, type Reply } from './reply.ts'
import { csvOf } from './csv.ts'
import { xlsxOf } from './xlsx.ts'
import { collectRows } from './collect-rows.ts'
import type { Language } from '../../geodata/words/sentence.ts'

/** The list as a file: all rows unless a limit says otherwise. */
export async function gapExport(open: OpenCity, query: GapQuery, format: Exclude<Format, 'json'>, reader: Reader, language: Language): Promise<Reply> {
  const list = await gapList(open, query, reader)
  const head = gapsHead(open, list, language)
  const from = offsetOf(query.cursor, head.dataVersion, list.key)
  const to = query.limit === undefined ? list.answer.count : Math.min(list.answer.count, from + query.limit)
  const rows = (await collectRows(gapRows(open, list, from, to, language))).map((row, i) => ({ ...row, residentsText: residentsText(list, from + i, kOf(open.catalogue)) }))
  const name = fileName([open.identity.name, head.question.categoryName, language === 'zh' ? '服务空白' : 'gaps', head.dataDate ?? ''], open.identity.demo, format, language)
  const body = format === 'geojson' ? textBytes(JSON.stringify(geojson(open, head, rows))) : tableBytes(open, head, rows, format, language)
  return { body, mediaType: mediaTypes[format], headers: { 'content-disposition': `attachment; filename="gaps.${format}"; filename*=UTF-8''${encodeURIComponent(name)}` } }
}

function residentsText({ answer, shown, order }: GapList, at: number, k: number): string {
  const hiding = shown.rows[order[at]]
  return hiding === 'shown' ? String(answer.residents[order[at]]) : hiding === 'few' ? `<${k}` : '*'
}

function tableBytes(open: OpenCity, head: ReturnType<typeof gapsHead>, rows: ExportedGap[], format: 'csv' | 'xlsx', language: Language): Uint8Array<ArrayBuffer> {
  const table = gapTable(open, head, rows, language)
  return format === 'csv' ? textBytes(csvOf(table)) : xlsxOf(table)
}

/** Points at the buildings; the question and its rule stand beside the features. */
function geojson(open: OpenCity, head: ReturnType<typeof gapsHead>, rows: ExportedGap[]): object {
  return {
    type: 'FeatureCollection', name: open.identity.name, attribution: open.identity.attribution, notice: open.identity.demo ? '示意数据' : null, ...head,
    features: rows.map(({ building, nearest, ...row }) => ({
      type: 'Feature', id: building.id, geometry: { type: 'Point', coordinates: building.position },
      properties: { ...row, name: building.name, ...building.areas, nearest: nearest?.facility ?? null, nearestName: nearest?.name ?? null, metres: nearest?.metres ?? null, minutes: nearest?.minutes ?? null, missesByMetres: nearest?.missesByMetres ?? null },
    })),
  }
}
