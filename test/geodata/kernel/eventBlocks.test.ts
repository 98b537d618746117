import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import type { City } from '../../../geodata/kernel/city.ts'
import { crossedIn } from '../../../geodata/kernel/crossed.ts'
import { eventBlocks, type EventBlocks } from '../../../geodata/kernel/eventBlocks.ts'
import type { EventColumns } from '../../../geodata/kernel/events.ts'
import { areaCells, eventFigures, hexagonCells, sumEvents, type EventCells } from '../../../geodata/kernel/eventSums.ts'
import { hexagonResolutions } from '../../../geodata/kernel/hexagons.ts'
import { eventStreams } from '../../../geodata/model/eventCount.ts'
import { administrativeLevels } from '../../../geodata/model/area.ts'
import { recoveredCells, type Region } from '../../tools/attack.ts'
import { buildCity } from '../../tools/build-city.ts'
import { eventCells, published, standing } from '../../tools/event-attack.ts'
import { randomCity, recordsOf } from '../../tools/random-city.ts'
import { columnsOf, randomEvents } from '../../tools/random-events.ts'

const settings = { seed: 20261122, numRuns: 25 }
const seeds = fc.integer({ min: 0, max: 1e6 }), ks = fc.constantFrom(5, 10, 20)

type Town = { city: City; columns: EventColumns; blocks: EventBlocks }
function town(seed: number, k: number, count = 250): Town {
  const records = randomCity(seed)
  const city = buildCity(catalogue, records.box, recordsOf(records))
  const columns = columnsOf(records, city.areas, randomEvents(records, seed, count))
  return { city, columns, blocks: eventBlocks(columns, city.areas, k) }
}
const all = ({ columns }: Town): { kinds: number[]; from: number; to: number; inside: null } => ({ kinds: columns.kinds.map((_, kind) => kind), from: 0, to: columns.months.length - 1, inside: null })
const total = (column: Int32Array): number => column.reduce((sum, one) => sum + one, 0)

describe('events put together into blocks', () => {
  test('hold in every row none or at least k', () => {
    fc.assert(fc.property(seeds, ks, (seed, k) => {
      const { seated } = town(seed, k).blocks
      for (const figure of eventFigures) expect([...seated[figure]].filter((count) => count > 0 && count < k)).toEqual([])
    }), settings)
  })

  test('are together all events, but for fewer than k of a band', () => {
    fc.assert(fc.property(seeds, ks, (seed, k) => {
      const made = town(seed, k), cells = areaCells(made.city.areas, 'grid')
      const untold = made.blocks.joined.seat.filter((seat) => seat < 0).length
      for (const figure of eventFigures) {
        const [there, told] = [made.columns, made.blocks.seated].map((columns) => total(sumEvents(columns, cells, all(made), figure).value))
        expect(told).toBeLessThanOrEqual(there)
        expect(there - told).toBeLessThanOrEqual(untold * (k - 1))
        if (untold === 0) expect(told).toBe(there)
      }
    }), settings)
  })

  test('tell of an area that no block crosses just what there is, in every month, category and measure', () => {
    let exact = 0, inexact = 0
    fc.assert(fc.property(seeds, ks, fc.nat(3), fc.nat(3), fc.nat(9), fc.constantFrom(...administrativeLevels), (seed, k, a, b, only, level) => {
      const made = town(seed, k, 1200), { columns, blocks, city } = made
      const [from, to] = [Math.min(a, b), Math.max(a, b)].map((month) => Math.min(month, columns.months.length - 1))
      const stream = columns.kinds[only % columns.kinds.length].stream
      const kinds = only % 2 === 0 ? [only % columns.kinds.length] : columns.kinds.flatMap((kind, number) => (kind.stream === stream ? [number] : []))
      const cells = areaCells(city.areas, level)
      for (const figure of eventFigures) {
        const crossed = crossedIn(blocks, { kinds, from, to, people: figure === 'people' })
        const [there, told] = [columns, blocks.seated].map((rows) => sumEvents(rows, cells, { kinds, from, to, inside: null }, figure))
        cells.indexes.forEach((area, cell) => {
          if (crossed[area] === 1) inexact++
          else {
            exact++
            expect(told.value[cell]).toBe(there.value[cell])
            if (figure !== 'people') expect(told.of[cell]).toBe(there.of[cell])
          }
        })
      }
    }), settings)
    expect(Math.min(exact, inexact)).toBeGreaterThan(100)
  })

  test('stand where they are drawn, the same each time', () => {
    const [one, other] = [town(5, 10).blocks, town(5, 10).blocks]
    expect(other.seated.area).toEqual(one.seated.area)
    expect(() => town(5, 1)).toThrow('k: expected a whole number from 2, got 1')
  })

  test('of a city with fewer than k of everything tell nothing', () => {
    const made = town(2, 20, 2)
    expect(made.blocks.seated.count).toBe(0)
    const crossed = crossedIn(made.blocks, { ...all(made), people: false })
    expect(crossed[crossed.length - 1]).toBe(1)
  })
})

/** All shapes that are shown, and the whole city. */
const shapesOf = ({ city, columns }: Town): EventCells[] => [areaCells(city.areas, 'grid'), areaCells(city.areas, 'community'), areaCells(city.areas, 'street'), areaCells(city.areas, 'district'), ...hexagonResolutions.map((resolution) => hexagonCells(columns, resolution))]
const isSmall = (value: number, k: number): boolean => value !== 0 && Math.abs(value) < k

describe('somebody who knows which grids, categories and months make a block, and puts together every figure that is published', () => {
  const k = 10
  const seen = (made: Town, stream: (typeof eventStreams)[number], shielded: boolean): Region => {
    const cells = eventCells(made.columns), shapes = shapesOf(made)
    if (!shielded) return published(made.columns, stream, cells, cells, shapes, () => true)
    const grids = shapes[0]
    const indexes = areaCells(made.city.areas, 'grid').indexes
    return published(made.blocks.seated, stream, cells, standing(cells, made.blocks, made.columns), shapes, (shape, cell, kinds, from, to, people) =>
      shape !== grids || cell === grids.count || crossedIn(made.blocks, { kinds, from, to, people })[indexes[cell]] === 0)
  }

  test.each(eventStreams)('finds no cell of %s below k by elimination over all shapes, sizes, months, periods, categories and measures', (stream) => {
    const region = seen(town(11, k), stream, true)
    expect(region.sums.size).toBeGreaterThan(20)
    expect(recoveredCells(region).filter(({ value }) => isSmall(value, k))).toEqual([])
  }, 60_000)

  test.each(eventStreams)('finds them in exact figures of %s', (stream) => {
    const made = town(11, k), cells = eventCells(made.columns), region = seen(made, stream, false)
    const found = recoveredCells(region).filter(({ value }) => isSmall(value, k))
    expect(found.length).toBeGreaterThan(30)
    for (const { members, value } of found) expect(members.reduce((sum, member) => sum + cells[region.buildings[member]].count, 0)).toBe(value)
  }, 60_000)
})
