import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MultiPolygon, Position } from '../../../geodata/model/geometry.ts'
import { hilbertRank } from '../../../server/store/hilbert.ts'
import { decodeLine, decodeMultiPolygon, encodeLine, encodeMultiPolygon } from '../../../server/store/shape-blob.ts'

const degrees = (most: number): fc.Arbitrary<number> => fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((value) => value / 1e7)
const position: fc.Arbitrary<Position> = fc.tuple(degrees(180), degrees(90))
const ring = fc.array(position, { minLength: 3, maxLength: 12 }).map((open) => [...open, open[0]])
const shape: fc.Arbitrary<MultiPolygon> = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { maxLength: 4 })
const fixed = { seed: 20261122, numRuns: 300 }

describe('shape blobs', () => {
  test('any line comes back to the last 1e-7 degree', () => {
    fc.assert(fc.property(fc.array(position, { maxLength: 40 }), (line) => { expect(decodeLine(encodeLine(line))).toEqual(line.map(([lon, lat]) => [lon + 0, lat + 0])) }), fixed)
  })

  test('any multi polygon comes back with its holes and closed rings', () => {
    fc.assert(fc.property(shape, (polygons) => { expect(decodeMultiPolygon(encodeMultiPolygon(polygons))).toEqual(polygons.map((one) => one.map((part) => part.map(([lon, lat]) => [lon + 0, lat + 0])))) }), fixed)
  })

  test('a house of four corners takes less than thirty bytes', () => {
    const house: MultiPolygon = [[[[116.4, 39.9], [116.4003, 39.9], [116.4003, 39.9001], [116.4, 39.9001], [116.4, 39.9]]]]
    expect(encodeMultiPolygon(house).length).toBeLessThan(30)
  })

  test('a blob cut short is an error, not half a shape', () => {
    const bytes = encodeLine([[116.4, 39.9], [116.5, 39.9]])
    expect(() => decodeLine(bytes.subarray(0, bytes.length - 1))).toThrow('ends too early')
  })

  test.each([[[181, 0]], [[0, 91]], [[NaN, 0]], [[0, Infinity]]])('%o is no place on earth', ([lon, lat]) => {
    expect(() => encodeLine([[lon, lat]])).toThrow('badPosition')
  })
})

describe('the dense order', () => {
  test('steps along the curve are steps to a neighbour', () => {
    // On a 2^4 x 2^4 patch of the finest cells the curve visits every cell, one after the other, each beside the last.
    const cell = 360 / 2 ** 26
    const cells = Array.from({ length: 256 }, (_, i) => ({ x: i % 16, y: Math.floor(i / 16) })).map(({ x, y }) => ({ x, y, rank: hilbertRank([(x + 0.5) * cell, (y + 0.5) * cell]) })).toSorted((a, b) => a.rank - b.rank)
    expect(cells[255].rank - cells[0].rank).toBe(255)
    for (let i = 1; i < 256; i++) expect(Math.abs(cells[i].x - cells[i - 1].x) + Math.abs(cells[i].y - cells[i - 1].y)).toBe(1)
  })
})
