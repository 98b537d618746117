import type { Format } from '../../geodata/contract/exchange.ts'
import { csvList } from './csv-list.ts'
import type { FileWriter } from './file-writer.ts'
import { geojsonList } from './geojson-list.ts'
import type { ListFile, ListHead } from './list-parts.ts'
import { xlsxList } from './xlsx-list.ts'

export function listFile(format: Exclude<Format, 'json'>, head: ListHead, out: FileWriter): ListFile {
  switch (format) {
    case 'csv': return csvList(head, out)
    case 'xlsx': return xlsxList(head, out)
    case 'geojson': return geojsonList(head, out)
  }
}
