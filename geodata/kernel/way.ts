import type { Overlay } from '../model/overlay.ts'
import type { Question } from '../model/question.ts'
import type { City } from './columns.ts'
import type { Footing } from './footing.ts'
import { footingFor } from './footing.ts'
import type { Nearest } from './nearest.ts'
import { nearestOf } from './nearest.ts'
import { reachColumn } from './reach.ts'
import type { Row } from './row.ts'
import { reachRow, reachRowOfAll } from './row.ts'
import type { Source } from './sources.ts'
import { straightColumn, straightNearest, straightRow } from './straight.ts'

/** One metric and, for walks, one footing: how columns, rows and the nearest are worked out. */
export type Way = {
  key: string
  column(sources: readonly Source[], boundMetres: number, only: Int32Array | null): Float32Array
  row(source: Source, boundMetres: number): Row
  /** Rows that together hold every building which one of the sources reaches, some of them more than once. The sources are for the residents of the same areas. */
  rows(sources: readonly Source[], boundMetres: number): Iterable<Row>
  nearest(sources: readonly Source[]): Nearest
}

export function wayOf(city: City, overlay: Overlay, question: Question): Way {
  if (question.metric === 'straight') {
    return {
      key: 'straight',
      column: (sources, boundMetres, only) => straightColumn(city, sources, boundMetres, only),
      row: (source, boundMetres) => straightRow(city, source, boundMetres),
      rows: (sources, boundMetres) => sources.map((source) => straightRow(city, source, boundMetres)),
      nearest: (sources) => straightNearest(city, sources, Infinity),
    }
  }
  const footing: Footing = footingFor(city, overlay, question)
  return {
    key: `network ${footing.key}`,
    column: (sources, boundMetres, only) => reachColumn(footing, sources, boundMetres, only),
    row: (source, boundMetres) => reachRow(footing, source, boundMetres),
    rows: (sources, boundMetres) => [reachRowOfAll(footing, sources, boundMetres)],
    nearest: (sources) => nearestOf(footing, sources),
  }
}
