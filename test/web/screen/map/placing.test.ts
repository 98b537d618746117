import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlap, placeBoxes, type Anchor, type Sides } from '../../../../web/screen/map/placing.ts'

const frame = { width: 1600, height: 900 }
const gap = 15
const at = (id: string, x: number, y: number, width = 300, height = 90): Anchor => ({ id, at: { x, y }, width, height })
const holds = ({ left, top, right, bottom }: Sides, { x, y }: { x: number; y: number }): boolean => x > left && x < right && y > top && y < bottom

describe('call-outs', () => {
  test('lie inside the frame, clear of each other, of panels and of every place, wherever the places are', () => {
    const anchor = fc.record({ x: fc.integer({ min: -200, max: 1800 }), y: fc.integer({ min: -200, max: 1100 }), width: fc.integer({ min: 80, max: 420 }), height: fc.integer({ min: 44, max: 160 }) })
    const panel = fc.record({ left: fc.integer({ min: 0, max: 1300 }), top: fc.integer({ min: 0, max: 800 }), width: fc.integer({ min: 40, max: 500 }), height: fc.integer({ min: 40, max: 400 }) })
    fc.assert(fc.property(fc.array(anchor, { maxLength: 5 }), fc.array(panel, { maxLength: 3 }), (places, panels) => {
      const anchors = places.map(({ x, y, width, height }, index) => at(String(index), x, y, width, height))
      const taken = panels.map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }))
      const placed = placeBoxes(anchors, frame, taken, gap)
      const faults = placed.flatMap((one, index) => [
        ...(one.box.left >= gap && one.box.top >= gap && one.box.right <= frame.width - gap && one.box.bottom <= frame.height - gap ? [] : ['out of the frame']),
        ...(placed.slice(index + 1).some((other) => overlap(one.box, other.box)) ? ['on another box'] : []),
        ...(taken.some((sides) => overlap(one.box, sides)) ? ['on a panel'] : []),
        ...(placed.some((other) => holds(one.box, other.to)) ? ['on a place'] : []),
        ...(Math.abs(one.box.right - one.box.left - (anchors.find(({ id }) => id === one.id)?.width ?? 0)) < 1e-6 ? [] : ['of another size']),
      ])
      expect(faults).toEqual([])
    }), { numRuns: 400, seed: 6 })
  })

  test('stand for every place that is in sight when there is room', () => {
    const placed = placeBoxes([at('a', 300, 300), at('b', 800, 450), at('c', 1200, 700)], frame, [], gap)
    expect(placed.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  test('are left out for a place out of sight or under a panel, and where a box is larger than the map', () => {
    expect(placeBoxes([at('away', -20, 300)], frame, [], gap)).toEqual([])
    expect(placeBoxes([at('under', 100, 100)], frame, [{ left: 0, top: 0, right: 200, bottom: 200 }], gap)).toEqual([])
    expect(placeBoxes([at('large', 100, 50, 500, 90)], { width: 400, height: 300 }, [], gap)).toEqual([])
  })

  test('have lines that end at the box and at the place, and cross no other where that can be had', () => {
    const placed = placeBoxes([at('a', 700, 400), at('b', 740, 420), at('c', 720, 460)], frame, [], gap)
    expect(placed).toHaveLength(3)
    for (const { box, from, to } of placed) {
      expect([box.left, box.right].includes(from.x) || [box.top, box.bottom].includes(from.y)).toBe(true)
      expect(Math.hypot(from.x - to.x, from.y - to.y)).toBeGreaterThan(gap)
    }
    expect(placed.flatMap((one, index) => placed.slice(index + 1).filter((other) => crosses(one.from, one.to, other.from, other.to)))).toEqual([])
  })

  test('stay where they stood from their places while the map glides', () => {
    const anchors = [at('a', 500, 400), at('b', 900, 500)]
    const first = placeBoxes(anchors, frame, [], gap)
    const offsets = new Map(first.map(({ id, box, to }) => [id, { x: box.left - to.x, y: box.top - to.y }]))
    const moved = placeBoxes(anchors.map((one) => ({ ...one, at: { x: one.at.x + 37, y: one.at.y - 21 } })), frame, [], gap, offsets)
    expect(moved.map(({ id, box, to }) => [id, Math.round(box.left - to.x), Math.round(box.top - to.y)])).toEqual(first.map(({ id, box, to }) => [id, Math.round(box.left - to.x), Math.round(box.top - to.y)]))
  })
})

type Point = { x: number; y: number }
const turn = (a: Point, b: Point, c: Point): number => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))
const crosses = (a: Point, b: Point, c: Point, d: Point): boolean => turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)
