import { array, assert, double, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostCorners, readRing, roundedRing, simplified, writeRing } from '../../../web/plan/ring.ts'
import { coveredWithin } from '../../../web/plan/within.ts'

const corner = tuple(double({ min: -180, max: 180, noNaN: true }), double({ min: -90, max: 90, noNaN: true }))

describe('a drawn area', () => {
  it('comes back from the address as it was written, whatever was drawn', () => {
    assert(property(array(corner, { minLength: 3, maxLength: mostCorners }), (drawn) => {
      const ring = roundedRing(drawn)
      if (ring) expect(writeRing(readRing(writeRing(ring)) ?? [])).toBe(writeRing(ring))
      for (const [lon, lat] of ring ?? []) expect(drawn.some(([x, y]) => Math.abs(x - lon) <= 1e-5 && Math.abs(y - lat) <= 1e-5)).toBe(true)
    }), { numRuns: 60 })
  })

  it('is not read from letters that name no area', () => {
    for (const text of ['', '1_2_3_4', '1_2_3_4_5', '1_2_3_4_5_x', '99999999_0_1_1_1_0', Array(2 * mostCorners + 2).fill('0').join('_')]) expect(readRing(text)).toBeUndefined()
  })

  it('is none where all corners fall together', () => {
    expect(roundedRing([[121.5, 31.2], [121.5000001, 31.2], [121.5, 31.2000001]])).toBeNull()
  })

  it('keeps to the hand within two pixels, and to the corners there may be', () => {
    const circle = Array.from({ length: 2000 }, (_, at) => ({ x: 300 + 250 * Math.cos(at / 318), y: 300 + 250 * Math.sin(at / 318) }))
    const few = simplified(circle)
    expect(few.length).toBeLessThan(60)
    for (let at = 1; at < few.length; at++) {
      const [from, to] = [few[at - 1], few[at]]
      expect(250 - Math.hypot((from.x + to.x) / 2 - 300, (from.y + to.y) / 2 - 300)).toBeLessThanOrEqual(2.01)
    }
    const wild = Array.from({ length: 900 }, (_, at) => ({ x: at, y: at % 2 === 0 ? 0 : 40 }))
    expect(simplified(wild).length).toBeLessThanOrEqual(mostCorners)
  })

  it('counts as covered only people of buildings in that state', () => {
    const group = Int32Array.from([5, 7, 11])
    const people = { all: Int32Array.from([50, 70, 110]), '60plus': group, '80plus': group, children: group }
    const within = { buildings: 3, noDataBuildings: 0, households: 9, residents: { all: 230, '60plus': 23, '80plus': 23, children: 23 }, estimated: 0, indices: Int32Array.from([4, 0, 2]), people }
    expect(coveredWithin(within, Uint8Array.from([1, 9, 0, 9, 0]), 0, '60plus')).toEqual({ covered: 16, total: 23 })
  })
})
