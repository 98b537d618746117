import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hideSmall } from '../../../server/security/hide-small.ts'

/** What someone who knows the sum of a list and sees its signs can say of each small count: every value that fits. */
function possible(counts: readonly number[], k: number): Map<number, Set<number>> {
  const hidings = hideSmall(counts, k)
  const unknown = counts.map((_, i) => i).filter((i) => hidings[i] !== 'shown')
  const rest = unknown.reduce((sum, i) => sum + counts[i], 0)
  const found = new Map<number, Set<number>>()
  for (const i of unknown.filter((one) => hidings[one] === 'few')) {
    const others = unknown.filter((one) => one !== i)
    const least = others.reduce((sum, one) => sum + (hidings[one] === 'few' ? 1 : k), 0)
    const most = others.some((one) => hidings[one] === 'kept') ? Infinity : others.length * (k - 1)
    found.set(i, new Set(Array.from({ length: k - 1 }, (_, v) => v + 1).filter((value) => rest - value >= least && rest - value <= most)))
  }
  return found
}

describe('small counts in a list whose sum is known', () => {
  test('every count of 1 to k-1 is hidden, and nothing is hidden where there is none', () => {
    expect(hideSmall([0, 9, 10, 2, 40], 10)).toEqual(['shown', 'few', 'kept', 'few', 'shown'])
    expect(hideSmall([0, 10, 11], 10)).toEqual(['shown', 'shown', 'shown'])
    expect(hideSmall([], 10)).toEqual([])
  })

  test('one small count takes the smallest others with it until the sum says nothing', () => {
    expect(hideSmall([3, 200, 12, 50], 10)).toEqual(['few', 'shown', 'kept', 'kept'])
    // Two of one: their sum would say so, and 2 + 10 less the 10 that are the least of the other says it again.
    expect(hideSmall([1, 1, 10, 500], 10)).toEqual(['few', 'few', 'kept', 'kept'])
  })

  test('many small counts of middling size need no others', () => {
    expect(hideSmall([5, 5, 5, 5, 80], 10)).toEqual(['few', 'few', 'few', 'few', 'shown'])
  })

  test('whoever adds up can say of no small count more than that it is small, as long as there are others to hide', () => {
    fc.assert(fc.property(fc.integer({ min: 5, max: 20 }), fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }), (k, drawn) => {
      const counts = [...drawn, 3 * k, 4 * k, 20 * k]
      for (const values of possible(counts, k).values()) expect(values.size).toBe(k - 1)
    }), { seed: 7, numRuns: 500 })
  })

  test('no more is hidden than that needs: the last that was kept back could not be shown', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 10 }), (counts) => {
      const hidings = hideSmall(counts, 10)
      const kept = counts.filter((_, i) => hidings[i] === 'kept')
      const shown = counts.filter((count, i) => hidings[i] === 'shown' && count >= 10)
      expect(Math.max(0, ...kept)).toBeLessThanOrEqual(Math.min(Infinity, ...shown))
    }), { seed: 8, numRuns: 300 })
  })
})
