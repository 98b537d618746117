import type { QueryOf } from '../../../geodata/contract/exchange.ts'
import type { heat, heatLayers, heatMeasures, heatShapes } from '../../../geodata/contract/heat.ts'
import type { EventColumns } from '../../../geodata/kernel/events.ts'
import type { HexagonResolution } from '../../../geodata/kernel/hexagons.ts'
import type { EventStream } from '../../../geodata/model/eventCount.ts'
import { within } from '../../../geodata/kernel/members.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'

export type HeatQuery = QueryOf<typeof heat>
export type HeatLayer = (typeof heatLayers)[number]
export type HeatMeasure = (typeof heatMeasures)[number]
export type HeatShape = (typeof heatShapes)[number]

/** What the events of a layer are called in the data; null: the layer is about sites. */
export const streamOf: Readonly<Record<HeatLayer, EventStream | null>> = { services: 'service', requests: 'request', hazards: 'hazard', supply: null, gap: null }

/** What can be counted of each layer; the first when none is asked for. */
const measuresOf: Readonly<Record<HeatLayer, readonly HeatMeasure[]>> = {
  services: ['times', 'people', 'perThousand'], requests: ['times', 'responded', 'resolved', 'satisfied', 'perThousand'], hazards: ['times', 'perThousand'], supply: ['perThousand'], gap: ['people'],
}

/** About 0.1 km²: a few blocks of houses. */
export const usualResolution = 9

/** Refusal badParameter for a measure the layer has not. */
export function measureOf({ layer, measure }: HeatQuery): HeatMeasure {
  const known = measuresOf[layer]
  if (measure !== undefined && !known.includes(measure)) throw new Refusal('badParameter', { parameter: 'measure', found: measure }, { kind: 'oneOf', values: known })
  return measure ?? known[0]
}

/** The shape asked for, and of hexagons the resolution. */
export function shapeOf({ shape = 'hexagons', resolution = usualResolution }: HeatQuery): { shape: HeatShape; resolution: HexagonResolution | null } {
  return { shape, resolution: shape === 'hexagons' ? (resolution as HexagonResolution) : null }
}

/** Numbers of the first and last month asked for; the newest month where none is named. null: there are no events. Refusal badParameter. */
export function periodOf({ from, to }: HeatQuery, { months }: EventColumns): { first: number; last: number } | null {
  if (months.length === 0) return null
  const [oldest, newest] = [months[0], months[months.length - 1]]
  for (const [parameter, found] of [['from', from], ['to', to]] as const) {
    if (found !== undefined && (found < oldest || found > newest)) throw new Refusal('badParameter', { parameter, found }, { kind: 'month', from: oldest, to: newest })
  }
  const begin = from ?? to ?? newest, end = to ?? newest
  if (begin > end) throw new Refusal('badParameter', { parameter: 'from', found: begin }, { kind: 'month', from: oldest, to: end })
  return { first: months.findIndex((month) => month >= begin), last: months.findLastIndex((month) => month <= end) }
}

/** Numbers of the kinds of a stream, of one category or all. Refusal unknownCategory. */
export function kindsOf({ category }: HeatQuery, stream: EventStream, { kinds }: EventColumns): number[] {
  const known = kinds.flatMap((kind, number) => (kind.stream === stream ? [{ number, category: kind.category }] : []))
  const chosen = known.filter((kind) => category === undefined || kind.category === category)
  if (category !== undefined && chosen.length === 0) throw new Refusal('unknownCategory', { parameter: 'category', found: category, expected: known.map((kind) => kind.category).join('、') })
  return chosen.map(({ number }) => number)
}

/** A byte for each area, set in and under the asked one; entry areas.count = no area. null: everywhere. Events know grids, not estates. Refusal unknownArea, areaTooFine. */
export function insideOf({ city }: OpenCity, code: string | undefined): { area: number; inside: Uint8Array | null } {
  if (code === undefined) return { area: -1, inside: null }
  const area = city.areas.byCode.get(code)
  if (area === undefined) throw new Refusal('unknownArea', { parameter: 'area', found: code })
  return { area, inside: Uint8Array.from({ length: city.areas.count + 1 }, (_, at) => Number(at < city.areas.count && within(city, at, area))) }
}
