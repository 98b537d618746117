import type { AnswerOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { heat } from '../../../geodata/contract/heat.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import type { OpenCity } from '../open-city.ts'
import { standingOf } from '../standing.ts'
import { eventHeat } from './event-heat.ts'
import { ringOf } from './h3.ts'
import { measureOf, shapeOf, streamOf, type HeatQuery } from './heat-question.ts'
import { siteHeat } from './site-heat.ts'

/** One layer of heat by hexagons, grids or communities. */
export async function heatAnswer(open: OpenCity, query: HeatQuery, reader: Reader, language: Language): Promise<AnswerOf<typeof heat>> {
  const stream = streamOf[query.layer]
  const look = stream ? await eventHeat(open, query, stream, reader, language) : await siteHeat(open, query, reader, language)
  const { shape, resolution } = shapeOf(query)
  return {
    layer: query.layer, measure: measureOf(query), shape, resolution, ...look, ...standingOf(open.identity, open.versions, open.catalogue.version, null),
    cells: look.cells.map((cell) => ({ ...cell, ring: resolution === null ? null : ringOf(cell.id) })),
  }
}
