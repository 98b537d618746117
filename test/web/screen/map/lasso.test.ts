import { booleanIntersects, multiPolygon, polygon } from '@turf/turf'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Position } from '../../../../geodata/model/geometry.ts'
import type { AreaRow } from '../../../../web/stores/areas.ts'
import { boxesMeet, boxOf, thinned, touches } from '../../../../web/screen/map/lasso.ts'
import { areasBelow } from '../../../../web/screen/map/lassoing.ts'

/** A ring round a centre whose corners lie at the given distances. */
const ringOf = (lon: number, lat: number, reaches: readonly number[]): Position[] => reaches.map((reach, at) => [lon + reach * Math.cos((at * 2 * Math.PI) / reaches.length), lat + reach * Math.sin((at * 2 * Math.PI) / reaches.length)])
const closed = (ring: readonly Position[]): [number, number][] => [...ring, ...ring.slice(0, 1)].map(([lon, lat]) => [lon, lat])
const square = (west: number, south: number, side: number): Position[] => [[west, south], [west + side, south], [west + side, south + side], [west, south + side]]

describe('a lasso', () => {
  test('touches what turf says it touches', () => {
    const shape = fc.record({ lon: fc.integer({ min: 0, max: 100 }), lat: fc.integer({ min: 0, max: 100 }), reaches: fc.array(fc.integer({ min: 5, max: 45 }), { minLength: 3, maxLength: 9 }) })
    let touching = 0
    fc.assert(fc.property(shape, shape, (one, other) => {
      const drawn = ringOf(one.lon / 10, one.lat / 10, one.reaches.map((reach) => reach / 10))
      const boundary = ringOf(other.lon / 10, other.lat / 10, other.reaches.map((reach) => reach / 10))
      const expected = booleanIntersects(polygon([closed(drawn)]), polygon([closed(boundary)]))
      if (expected) touching += 1
      expect(touches(drawn, [[closed(boundary)]])).toBe(expected)
    }), { numRuns: 300, seed: 6 })
    expect(touching).toBeGreaterThan(60)
    expect(touching).toBeLessThan(290)
  })

  test('inside a hole touches nothing, and round one part of two touches', () => {
    const holed = [[closed(square(0, 0, 10)), closed(square(3, 3, 4))]]
    expect(touches(square(4, 4, 1), holed)).toBe(false)
    expect(touches(square(4, 4, 5), holed)).toBe(true)
    const twice = [[closed(square(0, 0, 1))], [closed(square(20, 20, 1))]]
    expect(touches(square(19, 19, 3), twice)).toBe(true)
    expect(touches(square(8, 8, 3), twice)).toBe(false)
    expect(booleanIntersects(polygon([closed(square(19, 19, 3))]), multiPolygon(twice))).toBe(true)
  })

  test('round everything, inside an area, and along a shared side touches; a line does not', () => {
    const area = [[closed(square(2, 2, 2))]]
    expect(touches(square(0, 0, 10), area)).toBe(true)
    expect(touches(square(2.5, 2.5, 0.1), area)).toBe(true)
    expect(touches(square(0, 2, 2), area)).toBe(true)
    expect(touches([[0, 3], [9, 3]], area)).toBe(false)
  })

  test('meets a box whenever it touches the boundary in it', () => {
    expect(boxesMeet(boxOf(square(0, 0, 2)), boxOf(square(2, 2, 2)))).toBe(true)
    expect(boxesMeet(boxOf(square(0, 0, 2)), boxOf(square(2.01, 0, 2)))).toBe(false)
  })

  test('drops what a hand trembles', () => {
    expect(thinned([{ x: 0, y: 0 }, { x: 1, y: 1 }, { x: 4, y: 0 }, { x: 5, y: 0 }, { x: 9, y: 0 }], 3)).toEqual([{ x: 0, y: 0 }, { x: 4, y: 0 }, { x: 9, y: 0 }])
  })

  test('chooses among the areas of the place that is looked at', () => {
    const area = (code: string, parent: string): AreaRow => ({ code, parent, name: code, level: 'community', box: null, label: null, squareMetres: null, residents: null, households: null, buildings: 0 })
    const areas = [area('11', 'street 1'), area('12', 'street 1'), area('21', 'street 2'), area('31', 'elsewhere')]
    expect(areasBelow(areas, null, []).map(({ code }) => code)).toEqual(['11', '12', '21', '31'])
    expect(areasBelow(areas, 'street 1', []).map(({ code }) => code)).toEqual(['11', '12'])
    expect(areasBelow(areas, 'district', [{ code: 'street 1' }, { code: 'street 2' }]).map(({ code }) => code)).toEqual(['11', '12', '21'])
  })
})
