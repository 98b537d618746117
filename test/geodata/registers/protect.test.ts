import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../geodata/kernel/random.ts'
import { protect, type AreaTree } from '../../../geodata/registers/protect.ts'
import type { PersonAtom } from '../../../geodata/registers/register.ts'
import { nestedDifferences, recoveredCells, setKey } from '../../tools/attack.ts'

const leaf = (code: string): AreaTree => ({ code, children: [] })
const street: AreaTree = { code: 'street', children: [leaf('a'), leaf('b'), leaf('c')] }
const atoms = (counts: Readonly<Record<string, number>>, key = 'members'): PersonAtom[] => Object.entries(counts).map(([area, count]) => ({ area, key, count }))
const told = (tree: AreaTree, list: readonly PersonAtom[], codes: readonly string[], key = 'members', k = 10): (number | null)[] => { const of = protect(tree, list, k); return codes.map((code) => of(code, key)) }

describe('by hand', () => {
  test('counts of at least k are told, and their sum', () => {
    expect(told(street, atoms({ a: 12, b: 40, c: 10 }), ['a', 'b', 'c', 'street'])).toEqual([12, 40, 10, 62])
  })

  test('a count below k is told nowhere, nor is the smallest beside it, which would give it away', () => {
    expect(told(street, atoms({ a: 6, b: 40, c: 12 }), ['a', 'b', 'c', 'street'])).toEqual([null, 40, null, 58])
  })

  test('two small ones that make k together are a block: neither is told, their street is', () => {
    expect(told(street, atoms({ a: 6, b: 40, c: 4 }), ['a', 'b', 'c', 'street'])).toEqual([null, 40, null, 50])
  })

  test('nobody is told as nobody', () => {
    expect(told(street, atoms({ a: 0, b: 15 }), ['a', 'b', 'c', 'street'])).toEqual([0, 15, 0, 15])
  })

  test('fewer than k in the whole city are told nowhere', () => {
    expect(told({ code: '', children: [street, leaf('d')] }, atoms({ a: 9 }), ['a', 'b', 'street', 'd', ''])).toEqual([null, 0, null, 0, null])
  })

  test('what is left of one street joins a block of the next, and the street is told nothing', () => {
    const city: AreaTree = { code: 'city', children: [{ code: 'north', children: [leaf('n1'), leaf('n2')] }, { code: 'south', children: [leaf('s1')] }] }
    expect(told(city, atoms({ n1: 3, n2: 2, s1: 30 }), ['n1', 'n2', 'north', 's1', 'south', 'city'])).toEqual([null, null, null, null, null, 35])
  })

  test('persons of an area itself and of its parts are kept apart only where both are enough', () => {
    expect(told(street, atoms({ street: 3, a: 20 }), ['a', 'street'])).toEqual([null, 23])
    expect(told(street, atoms({ street: 13, a: 20 }), ['a', 'street'])).toEqual([20, 33])
  })

  test('parts of one whole are told all or none of an area', () => {
    const parts = [...atoms({ a: 50, b: 60 }, 'age:old'), ...atoms({ a: 3, b: 30 }, 'age:young')]
    expect(['age:old', 'age:young'].map((key) => told(street, parts, ['a', 'b', 'street'], key))).toEqual([[null, null, 110], [null, null, 33]])
    // Parts of rows that stood at another time are another whole.
    expect(told(street, [...parts, ...atoms({ a: 50 }, 'age:old|2025-01-01|')], ['a'], 'age:old|2025-01-01|')).toEqual([50])
  })

  test('k below two, and counts that are no numbers of persons, are refused', () => {
    expect(() => protect(street, [], 1)).toThrow('k: expected a whole number from 2, got 1')
    expect(() => protect(street, atoms({ a: -1 }), 10)).toThrow('count of a members: expected a whole number from 0, got -1')
    expect(() => protect(street, atoms({ a: 2.5 }), 10)).toThrow('expected a whole number from 0, got 2.5')
  })
})

describe('of any tree and any counts', () => {
  const cases = fc.record({ seed: fc.nat(), k: fc.integer({ min: 5, max: 20 }), depth: fc.integer({ min: 1, max: 4 }), mostChildren: fc.integer({ min: 1, max: 5 }), scale: fc.integer({ min: 1, max: 60 }) })
  const settings = { seed: 20260630, numRuns: 120 }

  test('no sum, difference or elimination of what is told yields 1 to k - 1', () => {
    fc.assert(fc.property(cases, (one) => {
      const { areas, list, of } = grown(one)
      for (const key of keys) {
        const own = list.filter((atom) => atom.key === key)
        const region = { buildings: own.map((_, i) => i), sums: new Map<string, number>() }
        for (const { code, under } of areas) { const sum = of(code, key); if (sum !== null) region.sums.set(setKey(own.map(({ area }) => under.has(area))), sum) }
        const isSmall = (value: number): boolean => value > 0 && value < one.k
        expect(recoveredCells(region).filter(({ value }) => isSmall(value))).toEqual([])
        expect(nestedDifferences(region).filter(isSmall)).toEqual([])
      }
    }), settings)
  })

  test('what is told is the true sum', () => {
    fc.assert(fc.property(cases, (one) => {
      const { areas, list, of } = grown(one)
      for (const { code, under } of areas) for (const key of keys) {
        const sum = of(code, key)
        expect(sum === null || sum === list.filter((atom) => atom.key === key && under.has(atom.area)).reduce((total, { count }) => total + count, 0)).toBe(true)
      }
    }), settings)
  })

  test('the whole is told when there are enough, and an area is hidden only if it or another of its key is below k', () => {
    fc.assert(fc.property(cases, (one) => {
      const { areas, list, of, root } = grown(one)
      for (const key of keys.filter((name) => !name.includes(':'))) {
        const own = list.filter((atom) => atom.key === key), whole = own.reduce((total, { count }) => total + count, 0)
        expect(of(root, key)).toBe(whole === 0 || whole >= one.k ? whole : null)
        const cells = new Map<string, number>()
        for (const { area, count } of own) cells.set(area, (cells.get(area) ?? 0) + count)
        if ([...cells.values()].every((count) => count === 0 || count >= one.k)) expect(areas.map(({ code }) => of(code, key)).includes(null)).toBe(false)
      }
    }), settings)
  })

  test('the same attack on unprotected sums finds small cells', () => {
    const one = { seed: 3, k: 10, depth: 3, mostChildren: 4, scale: 14 }
    const { areas, list } = grown(one)
    const own = list.filter(({ key }) => key === 'direct')
    const region = { buildings: own.map((_, i) => i), sums: new Map(areas.map(({ under }) => [setKey(own.map(({ area }) => under.has(area))), own.filter(({ area }) => under.has(area)).reduce((total, { count }) => total + count, 0)])) }
    expect(recoveredCells(region).filter(({ value }) => value > 0 && value < 10).length).toBeGreaterThan(3)
  })
})

const keys = ['direct', 'age:old', 'age:young']

/** A tree of areas with atoms anywhere in it, many of them small, several in one area. */
function grown({ seed, k, depth, mostChildren, scale }: { seed: number; k: number; depth: number; mostChildren: number; scale: number }) {
  const random = seededRandom(seed)
  const areas: { code: string; under: Set<string> }[] = []
  const list: PersonAtom[] = []
  const grow = (code: string, left: number): { tree: AreaTree; under: Set<string> } => {
    const parts = left === 0 ? [] : Array.from({ length: 1 + Math.floor(random() * mostChildren) }, (_, i) => grow(`${code}.${i}`, left - 1))
    const under = new Set([code, ...parts.flatMap((part) => [...part.under])])
    for (const key of keys) for (let times = random() < (left === 0 ? 0.8 : 0.15) ? 1 + Math.floor(random() * 2) : 0; times > 0; times--) list.push({ area: code, key, count: Math.floor(random() * random() * scale) })
    areas.push({ code, under })
    return { tree: { code, children: parts.map(({ tree }) => tree) }, under }
  }
  const { tree } = grow('city', depth)
  return { areas, list, of: protect(tree, list, k), root: 'city' }
}
