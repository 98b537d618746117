import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countNames, shownBuildings, type HouseCounts } from '../../../server/security/shown-buildings.ts'

const k = 10
const house = (all: number, over60: number, over80: number, children: number, households = 40): HouseCounts => ({ all, over60, over80, children, households })

/** A building whose groups are parts of the whole. */
const houses = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })).map(
  ([children, between, sixties, oldest, households]) => house(children + between + sixties + oldest, sixties + oldest, oldest, children, households)), { minLength: 1, maxLength: 12 })

test('no count below k is shown, nor the rest of a building below k', () => {
  fc.assert(fc.property(houses, (rows) => {
    const hidings = shownBuildings(rows, k)
    rows.forEach((row, i) => {
      const seen = countNames.map((name, c) => (hidings[i][c] === 'shown' ? row[name] : null))
      const [all, over60, over80, children] = seen
      for (const count of seen) expect(count === null || count === 0 || count >= k).toBe(true)
      for (const [whole, part] of [[all, over60], [all, children], [over60, over80]] as const) {
        const rest = whole === null || part === null ? 0 : whole - part
        expect(rest === 0 || rest >= k).toBe(true)
      }
    })
  }), { seed: 11, numRuns: 500 })
})

test('a column that hides one count hides others, until its sum says nothing of it', () => {
  const rows = [house(100, 3, 0, 20), house(100, 40, 0, 20), house(100, 45, 0, 20), house(100, 60, 0, 20)]
  expect(shownBuildings(rows, k).map((row) => row[1])).toEqual(['few', 'kept', 'shown', 'shown'])
})

test('who is not of a group is guarded like who is', () => {
  // 97 of 100 are older: shown beside the whole, it would say that three are not; alone hidden, the sum of the column would say it.
  const rows = [house(100, 97, 0, 0), house(100, 40, 0, 0), house(100, 45, 0, 0)]
  expect(shownBuildings(rows, k).map((row) => row[1])).toEqual(['kept', 'kept', 'shown'])
})

test('where nothing is small, everything is shown', () => {
  expect(shownBuildings([house(100, 20, 10, 20), house(200, 0, 0, 0, 0)], k).flat().every((hiding) => hiding === 'shown')).toBe(true)
})
