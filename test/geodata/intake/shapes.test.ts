import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasCrossing } from '../../../geodata/intake/crossings.ts'
import { innerPosition, insideShape, ringArea } from '../../../geodata/intake/inside.ts'
import { joinRings } from '../../../geodata/intake/osm/joinRings.ts'
import { cleanPolygons } from '../../../geodata/intake/polygons.ts'
import type { Position } from '../../../geodata/model/geometry.ts'

const position = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })).map(([x, y]): Position => [120 + x / 1e4, 30 + y / 1e4])
const ring = fc.array(position, { minLength: 3, maxLength: 9 }).map((positions) => [...positions, positions[0]])

describe('crossing edges', () => {
  test('the sweep finds exactly what comparing every pair finds', () => {
    fc.assert(
      fc.property(ring, (positions) => {
        expect(hasCrossing([positions])).toBe(anyPairCrosses(positions))
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

describe('clean polygons', () => {
  test('whatever comes in, what comes out is closed, turned the right way, free of crossings, and has a position inside', () => {
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 2 }), (rings) => {
        const clean = cleanPolygons([rings])
        if (!clean.shape) return
        for (const rings of clean.shape) {
          expect(ringArea(rings[0])).toBeGreaterThan(0)
          for (const hole of rings.slice(1)) expect(ringArea(hole)).toBeLessThan(0)
          for (const each of rings) expect(each[0]).toEqual(each[each.length - 1])
        }
        expect(insideShape(innerPosition(clean.shape), clean.shape)).toBe(true)
      }),
      { seed: 2, numRuns: 300 },
    )
  })
  test('a bow tie becomes two polygons', () => {
    const clean = cleanPolygons([[[[120, 30], [120.01, 30], [120, 30.01], [120.01, 30.01], [120, 30]]]])
    expect([clean.shape?.length, clean.repairs]).toEqual([2, ['crossingUntied']])
  })
  test('a shape without extent is left', () => {
    expect(cleanPolygons([[[[120, 30], [120.01, 30], [120, 30]]]])).toEqual({ shape: null, repairs: [], fault: 'degenerate' })
  })
})

describe('rings of a relation', () => {
  test('however a ring is cut, turned and shuffled, it is put together again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 20 }), fc.array(fc.integer({ min: 1, max: 19 }), { maxLength: 6 }), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), fc.integer({ min: 0, max: 7 }), (size, cuts, turns, shift) => {
        const nodes = [...Array.from({ length: size }, (_, index) => index + 1), 1]
        const at = [...new Set(cuts.filter((cut) => cut < size))].sort((a, b) => a - b)
        const pieces = [0, ...at].map((from, index) => nodes.slice(from, (at[index] ?? size) + 1)).map((piece, index) => (turns[index] ? [...piece].reverse() : piece))
        const shuffled = [...pieces.slice(shift % pieces.length), ...pieces.slice(0, shift % pieces.length)]
        const { rings, open } = joinRings(shuffled)
        expect([rings.length, open, [...new Set(rings[0])].sort((a, b) => a - b)]).toEqual([1, 0, nodes.slice(0, size)])
      }),
      { seed: 3 },
    )
  })
  test('what cannot be closed is counted', () => {
    expect(joinRings([[1, 2, 3], [3, 4]])).toEqual({ rings: [], open: 1 })
  })
})

function anyPairCrosses(ring: readonly Position[]): boolean {
  const whole = ring.map(([lon, lat]): Position => [Math.round(lon * 1e7), Math.round(lat * 1e7)])
  const side = (a: Position, b: Position, p: Position): number => Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]))
  for (let i = 1; i < whole.length; i++) {
    for (let j = i + 1; j < whole.length; j++) {
      const [a, b, c, d] = [whole[i - 1], whole[i], whole[j - 1], whole[j]]
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true
      const [degenerate, aligned] = [a[0] === b[0] && a[1] === b[1], side(a, b, c) === 0 && side(a, b, d) === 0]
      if (degenerate || (c[0] === d[0] && c[1] === d[1]) || !aligned) continue
      const along = a[0] === b[0] ? 1 : 0
      const [low, high] = [Math.max(Math.min(a[along], b[along]), Math.min(c[along], d[along])), Math.min(Math.max(a[along], b[along]), Math.max(c[along], d[along]))]
      if (high > low) return true
    }
  }
  return false
}
