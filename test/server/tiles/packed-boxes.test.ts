import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { packBoxes, searchBoxes } from '../../../server/tiles/packed-boxes.ts'

const box = fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })).map(([west, north, width, height]) => [west, north, west + width, north + height])

test('the tree finds what a walk through all boxes finds, in the same order', () => {
  fc.assert(fc.property(fc.array(box, { maxLength: 600 }), box, (boxes, [west, north, east, south]) => {
    const found: number[] = []
    searchBoxes(packBoxes(Int32Array.from(boxes.flat())), west, north, east, south, (index) => { found.push(index) })
    expect(found).toEqual(boxes.flatMap((one, i) => (one[0] <= east && one[2] >= west && one[1] <= south && one[3] >= north ? [i] : [])))
  }), { seed: 20261122, numRuns: 200 })
})

test('boxes that are not four numbers each are refused', () => {
  expect(() => packBoxes(new Int32Array(6))).toThrow('expected four numbers each, got 6 numbers')
})
