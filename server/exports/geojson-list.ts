import { demoMark } from '../answers/export-file.ts'
import type { FileWriter } from './file-writer.ts'
import { countsPersons, type ListFile, type ListHead } from './list-parts.ts'
import type { ListRow } from './list-row.ts'
import { notesOf } from './notes.ts'

/** For programs: records by the names of the model, codes as they are. The notes stand before the features, what only the end knows behind them. */
export function geojsonList(head: ListHead, out: FileWriter): ListFile {
  const { identity, catalogue } = head
  const about = {
    type: 'FeatureCollection', name: identity.name, list: head.list, sheet: head.sheet, area: head.areaName, asOf: head.asOf, dataDate: identity.sourceDate, dataVersion: head.dataVersion, catalogueVersion: catalogue.version,
    k: countsPersons(head) ? head.k : null, attribution: identity.attribution, notice: identity.demo ? demoMark.zh : null,
  }
  out.text(`${JSON.stringify(about).slice(0, -1)},"features":[`)
  let first = true
  return {
    row(row) {
      out.text(`${first ? '\n' : ',\n'}${JSON.stringify(featureOf(row))}`)
      first = false
    },
    end: (tail) => out.text(`\n],"rows":${tail.rows},"notes":${JSON.stringify(Object.fromEntries(notesOf(head, tail)))}}\n`),
  }
}

function featureOf({ record, areas }: ListRow): object {
  const { id, position, ...properties } = record
  return {
    type: 'Feature', id, geometry: position === null ? null : { type: 'Point', coordinates: position },
    properties: { id, ...properties, areas: Object.fromEntries(areas.map(({ level, code, name }) => [level, { code, name }])) },
  }
}
