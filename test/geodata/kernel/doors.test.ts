import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { answerCoverage } from '../../../geodata/kernel/coverage.ts'
import { reachCache } from '../../../geodata/kernel/cache.ts'
import { apportion } from '../../../geodata/kernel/apportion.ts'
import { cityBuilder } from '../../../geodata/kernel/city.ts'
import { hilbertOrder } from '../../../geodata/kernel/hilbert.ts'
import { innerPoint } from '../../../geodata/kernel/inner.ts'
import { landOfHomes } from '../../../geodata/kernel/land.ts'
import { membersOf } from '../../../geodata/kernel/members.ts'
import { fillQuestion } from '../../../geodata/kernel/question.ts'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { snapPoints } from '../../../geodata/kernel/snap.ts'
import { segmentCells } from '../../../geodata/kernel/segments.ts'
import { tallyCovered } from '../../../geodata/kernel/tally.ts'
import { walkOver } from '../../../geodata/kernel/walk.ts'
import type { Question } from '../../../geodata/model/question.ts'
import { emptyOverlay } from '../../../geodata/model/overlay.ts'
import { buildCity } from '../../tools/build-city.ts'
import { area, at, facility, smallBox, smallRecords, square, street } from '../../tools/small-city.ts'

const city = buildCity(catalogue, smallBox, smallRecords)
const question = fillQuestion(catalogue, { category: 'canteen' })
const ask = (change: Record<string, unknown>) => () => answerCoverage(city, emptyOverlay, { ...question, ...change } as Question)

describe('at the doors of the kernel, errors say what was expected and what was got', () => {
  const refusals: [string, () => unknown, string][] = [
    ['an unknown category', () => fillQuestion(catalogue, { category: 'casino' }), 'category: expected a code of the catalogue, got casino'],
    ['an unknown profile', ask({ profile: 'runner' }), 'profile: expected one of planning, adult, elderly, wheelchair, got runner'],
    ['an unknown metric', () => fillQuestion(catalogue, { category: 'canteen', metric: 'taxi' } as unknown as Parameters<typeof fillQuestion>[1]), 'metric: expected one of network, straight, got taxi'],
    ['an unknown group', () => fillQuestion(catalogue, { category: 'canteen', group: 'cats' } as unknown as Parameters<typeof fillQuestion>[1]), 'group: expected one of all, 60plus, 80plus, children, got cats'],
    ['a limit of nothing', ask({ limit: { metres: 0 } }), 'limit: expected more than 0 metres or minutes, got {"metres":0}'],
    ['a limit that is no number', ask({ limit: { minutes: Number.NaN } }), 'limit: expected more than 0 metres or minutes, got {"minutes":null}'],
    ['an unknown area', ask({ area: '999' }), 'area: expected the code of an area of the city, got 999'],
    ['an area index', () => membersOf(city, [77]), 'area: expected 0 to 5, got 77'],
    ['a cache of nothing', () => reachCache(0), 'cache: expected more than 0 bytes, got 0'],
    ['a street of one position', () => cityBuilder(catalogue, smallBox).addStreet(street('short', [at(0, 0)])), 'street short: expected at least 2 positions, got 1'],
    ['a footprint of nothing', () => innerPoint([]), 'inner point: expected a shape with a ring, got an empty one'],
    ['a seed that is no number', () => seededRandom(Number.NaN), 'seed: expected a finite number, got NaN'],
    ['unequal columns', () => snapPoints(city.network, segmentCells(city.network, false), new Float32Array(2), new Float32Array(3), 100), 'points to snap: expected as many y as x (2), got 3'],
    ['too few metres', () => tallyCovered(city, 'all', new Float32Array(1), 100), 'metres: expected one for each of 13 buildings, got 1'],
    ['a node that is not there', () => walkOver(city.network, false, [99]), `blocked node: expected 0 to ${city.network.nodeCount - 1}, got 99`],
    ['a part of a number', () => apportion([1, 1], 1.5), 'total to split: expected a whole number from 0, got 1.5'],
  ]
  test.each(refusals)('%s', (_, attempt, message) => {
    expect(attempt).toThrow(new RangeError(message))
  })

  test('two areas of one code, two sites of one id, a parent below its child, a category outside the catalogue', () => {
    const twice = cityBuilder(catalogue, smallBox)
    twice.addArea(area('a', 'community', 'A', null, square(0, 0, 1, 1)))
    expect(() => twice.addArea(area('a', 'grid', 'A', null, null))).toThrow(new RangeError('area a: expected a code of its own, got one already used'))
    expect(() => buildCity(catalogue, smallBox, [{ kind: 'facility', record: facility('f', 'clinic', 1, 1) }, { kind: 'facility', record: facility('f', 'clinic', 2, 1) }])).toThrow(new RangeError('facilities: expected 2 different ids, got 1'))
    expect(() => buildCity(catalogue, smallBox, [{ kind: 'area', record: area('g', 'grid', 'G', null, null) }, { kind: 'area', record: area('c', 'community', 'C', 'g', null) }])).toThrow(
      new RangeError('area c: expected its parent to be of a higher level than community, got grid g'))
    expect(() => buildCity(catalogue, smallBox, [{ kind: 'facility', record: facility('f', 'casino', 1, 1) }])).toThrow(new RangeError('category: expected a code of the catalogue, got casino'))
  })
})

describe('small parts', () => {
  test('largest remainder splits a whole number into whole parts that add up to it', () => {
    expect([...apportion([1, 1, 1], 10)]).toEqual([4, 3, 3])
    expect([...apportion([0, 1, 0, 1], 7)]).toEqual([0, 4, 0, 3])
    expect([...apportion([3, 2, 1.5], 100)]).toEqual([46, 31, 23])
    expect([...apportion([0, 0], 7)]).toEqual([0, 0])
  })

  test('the land of an estate is all shared out, equally where no home has an extent', () => {
    const land = (floors: number[]): number[] => [...landOfHomes({ isHome: Uint8Array.of(1, 1, 0, 1), estate: Int32Array.of(0, 0, 0, -1), floorSquareMetres: Float32Array.from(floors), areaSquareMetres: Float64Array.of(1000.4), floorAreaRatio: 2 })]
    expect(land([300, 100, 50, 240])).toEqual([750, 250, 0, 120])
    expect(land([0, 0, 50, 0])).toEqual([500, 500, 0, 0])
  })

  test('the inner point of a U lies in one of its arms', () => {
    const [lon, lat] = innerPoint([[[at(0, 0), at(6, 0), at(6, 6), at(5, 6), at(5, 1), at(1, 1), at(1, 6), at(0, 6), at(0, 0)]]])
    const [west, south] = at(0, 0)
    const east = (lon - west) / 0.001, north = (lat - south) / 0.001
    expect(north > 0 && north < 6 && ((east > 0 && east < 1) || (east > 5 && east < 6) || north < 1)).toBe(true)
  })

  test('an order along the curve holds every point once and keeps neighbours near', () => {
    const random = seededRandom(3)
    const x = Float32Array.from({ length: 2000 }, () => random() * 1000), y = Float32Array.from({ length: 2000 }, () => random() * 1000)
    const order = hilbertOrder(x, y)
    expect(new Set(order).size).toBe(2000)
    let way = 0
    for (let i = 1; i < order.length; i++) way += Math.hypot(x[order[i]] - x[order[i - 1]], y[order[i]] - y[order[i - 1]])
    // Points drawn at random lie 521 m apart on average; along the curve about one mesh of 22 m.
    expect(way / 1999).toBeLessThan(40)
  })

  test('the same seed gives the same numbers, evenly spread', () => {
    const a = seededRandom(42), b = seededRandom(42)
    const numbers = Array.from({ length: 10000 }, a)
    expect(numbers).toEqual(Array.from({ length: 10000 }, b))
    expect(numbers.reduce((sum, number) => sum + number, 0) / 10000).toBeCloseTo(0.5, 1)
    expect(Math.min(...numbers) >= 0 && Math.max(...numbers) < 1).toBe(true)
  })

  test('an estate’s land is split over its homes without loss', () => {
    const estate = area('estate', 'estate', '小区', null, square(0, 0, 4, 4))
    const homes = [1, 2, 3].map((k) => ({ kind: 'building' as const, record: { ...smallRecords.flatMap((row) => (row.kind === 'building' ? [row.record] : []))[0], id: `h${k}`, estate: 'estate', storeys: k * 3 } }))
    const built = buildCity(catalogue, smallBox, [{ kind: 'area', record: estate }, ...homes])
    expect(built.buildings.landSquareMetres.reduce((sum, land) => sum + land, 0)).toBe(Math.round(built.areas.squareMetres[0]))
  })
})
