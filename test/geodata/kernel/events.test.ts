import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { areaCells, eventFigures, hexagonCells, sumEvents, type EventCells, type EventFigure } from '../../../geodata/kernel/eventSums.ts'
import { hexagonResolutions } from '../../../geodata/kernel/hexagons.ts'
import { within } from '../../../geodata/kernel/members.ts'
import { quantileBounds } from '../../../geodata/kernel/quantiles.ts'
import type { City } from '../../../geodata/kernel/city.ts'
import type { EventColumns } from '../../../geodata/kernel/events.ts'
import type { EventCount } from '../../../geodata/model/eventCount.ts'
import { buildCity } from '../../tools/build-city.ts'
import { randomCity, recordsOf, type RandomCity } from '../../tools/random-city.ts'
import { columnsOf, middleIn, randomEvents, squares } from '../../tools/random-events.ts'

const settings = { seed: 20261122, numRuns: 60 }
const seeds = fc.integer({ min: 0, max: 1e6 })
const shapes = ['grid', 'community', ...hexagonResolutions] as const

type Town = { records: RandomCity; city: City; events: EventCount[]; columns: EventColumns }
function town(seed: number): Town {
  const records = randomCity(seed)
  const city = buildCity(catalogue, records.box, recordsOf(records))
  const events = randomEvents(records, seed)
  return { records, city, events, columns: columnsOf(records, city.areas, events) }
}
const cellsOf = ({ city, columns }: Town, shape: (typeof shapes)[number]): EventCells => (typeof shape === 'number' ? hexagonCells(columns, shape) : areaCells(city.areas, shape))

/** The cell of one event by another way: its own chain of areas, or the square under its point. */
function cellOf({ records, city }: Town, { area, position }: EventCount, shape: (typeof shapes)[number]): string | null {
  const level = (code: string): string => records.areas.find((one) => one.code === code)?.level ?? ''
  const named = area !== null && level(area) === 'estate' ? (records.areas.find(({ code }) => code === area)?.parent ?? null) : area
  if (typeof shape === 'number') {
    const middle = named !== null && ['grid', 'community'].includes(level(named)) ? middleIn(records)(city.areas.byCode.get(named) ?? -1) : null
    const point = position ?? middle
    return point ? squares.cellOf(point[0], point[1], shape) : null
  }
  for (let at = named; at !== null; at = records.areas.find(({ code }) => code === at)?.parent ?? null) if (level(at) === shape) return at
  return null
}

/** What a figure counts of one event, where it is told: of steps only while those before are. */
function told(event: EventCount, figure: EventFigure): number | null {
  const { responded, resolved } = event
  if (figure === 'resolved' && responded === null) return null
  if (figure === 'satisfied' && (responded === null || resolved === null)) return null
  return event[figure]
}

describe('events as columns', () => {
  test('by every shape and size, every cell holds its events and no other, and all cells with elsewhere are all events', () => {
    fc.assert(fc.property(seeds, fc.constantFrom(...shapes), fc.constantFrom(...eventFigures), fc.constantFrom(null, 'street-0', 'community-2', 'community-1-0'), fc.nat(3), fc.nat(3), fc.nat(9), (seed, shape, figure, area, a, b, dropped) => {
      const made = town(seed), { city, columns, events } = made
      const [from, to] = [Math.min(a, b), Math.max(a, b)].map((month) => Math.min(month, columns.months.length - 1))
      const kinds = columns.kinds.flatMap((_, kind) => (kind === dropped ? [] : [kind]))
      const target = area === null ? -1 : (city.areas.byCode.get(area) ?? -1)
      const inside = area === null ? null : Uint8Array.from({ length: city.areas.count + 1 }, (_, at) => Number(at < city.areas.count && within(city, at, target)))
      const chosen = events.filter((event) => {
        const place = event.area === null ? city.areas.count : (city.areas.byCode.get(event.area) ?? city.areas.count)
        const isDropped = columns.kinds[dropped]?.stream === event.stream && columns.kinds[dropped]?.category === event.category
        // The estate of the random city lies in no community.
        return event.month >= columns.months[from] && event.month <= columns.months[to] && !isDropped && (area === null || (records(made, event.area) !== 'estate' && inside?.[place] === 1))
      })
      const cells = cellsOf(made, shape)
      const sums = sumEvents(columns, cells, { kinds, from, to, inside }, figure)
      const plain = new Map<string | null, { value: number; of: number; events: number }>()
      for (const event of chosen) {
        const cell = cellOf(made, event, shape), known = plain.get(cell) ?? { value: 0, of: 0, events: 0 }, count = told(event, figure)
        plain.set(cell, { value: known.value + (count ?? 0), of: known.of + (count === null ? 0 : event.times), events: known.events + event.times })
      }
      const seen = [...cells.ids, null].map((id, cell) => ({ id, value: sums.value[cell], of: sums.of[cell], events: sums.events[cell] })).filter(({ value, events: all }) => value + all > 0)
      const wanted = [...plain].map(([id, sum]) => ({ id, ...sum })).filter(({ value, events: all }) => value + all > 0)
      const byId = (rows: typeof seen): typeof seen => rows.toSorted((x, y) => (String(x.id) < String(y.id) ? -1 : 1))
      expect(byId(seen)).toEqual(byId(wanted))
      expect(sums.events.reduce((sum, count) => sum + count, 0)).toBe(chosen.reduce((sum, { times }) => sum + times, 0))
    }), settings)
  })

  test('months rise, kinds stand by stream, and each row in its own stretch', () => {
    const { columns, events } = town(7)
    expect(columns.months).toEqual([...new Set(events.map(({ month }) => month))].toSorted())
    expect(columns.kinds.map(({ stream }) => stream)).toEqual(['service', 'service', 'service', 'request', 'request', 'request', 'hazard', 'hazard', 'hazard'])
    columns.kinds.forEach(({ stream, category }, kind) => columns.months.forEach((month, m) => {
      const from = columns.offsets[m * columns.kinds.length + kind], to = columns.offsets[m * columns.kinds.length + kind + 1]
      const own = events.filter((event) => event.stream === stream && event.category === category && event.month === month)
      expect([...columns.times.subarray(from, to)]).toEqual(own.map(({ times }) => times))
    }))
  })

  test('counts that contradict one another are refused with what was expected', () => {
    const { records, city, events } = town(3)
    const one = { ...events[0], id: 'x', month: '2026-01', times: 5, people: null, responded: null, resolved: null, satisfied: null }
    const add = (more: Partial<EventCount>) => (): unknown => columnsOf(records, city.areas, [{ ...one, ...more }])
    expect(add({ month: '2026-13' })).toThrow('month of event x: expected yyyy-mm, got 2026-13')
    expect(add({ responded: 6 })).toThrow('responded of event x: expected at most the 5 of times, got 6')
    expect(add({ responded: 4, resolved: 5 })).toThrow('resolved of event x: expected at most the 4 of responded, got 5')
    expect(add({ people: -1 })).toThrow('people of event x: expected a whole number from 0, got -1')
    expect(() => sumEvents(columnsOf(records, city.areas, events), areaCells(city.areas, 'grid'), { kinds: [0], from: 0, to: 9, inside: null }, 'times')).toThrow('months: expected 0 to 3, got 0 to 9')
  })
})

const records = ({ records: { areas } }: Town, code: string | null): string | null => areas.find((area) => area.code === code)?.level ?? null

describe('classes by quantiles', () => {
  test('hold equally many values each, the last the largest', () => {
    expect(quantileBounds([5, 1, 2, 3, 4, 6, 7, 8, 9, 10])).toEqual([2, 4, 6, 8, 10])
  })
  test('leave zeros out, and no bound occurs twice', () => {
    expect(quantileBounds([0, 0, 0, 3, 3, 3, 3, 9])).toEqual([3, 9])
    expect(quantileBounds([0, 0])).toEqual([])
    expect(() => quantileBounds([1], 0)).toThrow('classes: expected a whole number from 1, got 0')
  })
})
