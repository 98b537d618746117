import type { AreaColumns } from '../../geodata/kernel/columns.ts'
import { eventCollector, type EventColumns } from '../../geodata/kernel/events.ts'
import type { Hexagons } from '../../geodata/kernel/hexagons.ts'
import { innerPoint } from '../../geodata/kernel/inner.ts'
import { seededRandom } from '../../geodata/kernel/random.ts'
import { eventStreams, type EventCount } from '../../geodata/model/eventCount.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { at } from './small-city.ts'
import type { RandomCity } from './random-city.ts'

/** Nested squares in the place of hexagons: a cell of a coarser resolution is exactly four of the next finer one. */
export const squares: Hexagons = {
  cellOf: (lon, lat, resolution) => `${resolution}/${Math.floor(lon * sides(resolution))}/${Math.floor(lat * sides(resolution))}`,
  parentOf(cell, resolution) {
    const [from, x, y] = cell.split('/').map(Number)
    return `${resolution}/${x >> (from - resolution)}/${y >> (from - resolution)}`
  },
}
/** To a degree; about 40 m a side at the finest. */
const sides = (resolution: number): number => 2 ** (resolution + 1)

export const eventMonths = ['2026-01', '2026-02', '2026-03', '2026-05'] as const

/** Small counts in grids, some in whole communities, streets or nowhere, some with a position; steps of requests told or not. */
export function randomEvents(city: RandomCity, seed: number, count = 200): EventCount[] {
  const random = seededRandom(seed)
  const whole = (most: number): number => Math.floor(random() * (most + 1))
  const codes = city.areas.filter(({ level }) => level === 'grid').map(({ code }) => code), larger = city.areas.filter(({ level }) => level === 'community' || level === 'street' || level === 'estate').map(({ code }) => code)
  return Array.from({ length: count }, (_, i): EventCount => {
    const stream = eventStreams[whole(2)], times = whole(9), told = whole(3), responded = whole(times), resolved = whole(responded), where = random()
    return {
      id: `e${i}`, stream, month: eventMonths[whole(eventMonths.length - 1)], category: `${stream} ${whole(2)}`, area: where < 0.75 ? codes[whole(codes.length - 1)] : where < 0.9 ? larger[whole(larger.length - 1)] : null,
      position: random() < 0.3 ? at(random() * 12, random() * 12) : null, times, people: stream === 'service' && random() < 0.8 ? whole(30) : null,
      responded: stream === 'request' && told > 0 ? responded : null, resolved: stream === 'request' && told > 1 ? resolved : null, satisfied: stream === 'request' && told > 2 ? whole(resolved) : null, source: 'random', date: null,
    }
  })
}

/** A point inside an area of the city, in the order of its records. */
export const middleIn = ({ areas }: Pick<RandomCity, 'areas'>) => (area: number): Position | null => {
  const { boundary } = areas[area]
  if (!boundary) return null
  const [lon, lat] = innerPoint(boundary)
  return [lon, lat]
}

export function columnsOf(city: RandomCity, areas: AreaColumns, events: readonly EventCount[], hexagons: Hexagons = squares): EventColumns {
  const collector = eventCollector(areas, hexagons, middleIn(city))
  for (const event of events) collector.add(event, event.area === null ? areas.count : (areas.byCode.get(event.area) ?? areas.count))
  return collector.finish()
}
