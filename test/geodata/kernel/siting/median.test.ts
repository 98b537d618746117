import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignedMetres, capacitatedInstance } from '../../../../geodata/kernel/siting/capacitated.ts'
import { capacitatedMedian } from '../../../../geodata/kernel/siting/capacitatedMedian.ts'
import { costOf } from '../../../../geodata/kernel/siting/cover.ts'
import { patientHooks } from '../../../../geodata/kernel/siting/exact.ts'
import { medianInstance, medianValue } from '../../../../geodata/kernel/siting/median.ts'
import { longestWalk, pCentre } from '../../../../geodata/kernel/siting/pCentre.ts'
import { pMedian } from '../../../../geodata/kernel/siting/pMedian.ts'
import { allShortest } from '../../../../geodata/kernel/siting/shortest.ts'
import { highsSolver } from '../../../../server/siting/highs.ts'
import { containsAll, subsets } from './subsets.ts'

const exact = await highsSolver()
const few = (turns: number): typeof patientHooks => ({ ...patientHooks, going: () => turns-- > 0 })

const places = fc.record({ sites: fc.integer({ min: 1, max: 6 }), demands: fc.integer({ min: 1, max: 8 }) }).chain(({ sites, demands }) => fc.record({
  rows: fc.array(fc.array(fc.nat(40), { minLength: demands, maxLength: demands }), { minLength: sites, maxLength: sites }),
  weights: fc.array(fc.nat(5), { minLength: demands, maxLength: demands }), standing: fc.array(fc.nat(40), { minLength: demands, maxLength: demands }),
  costs: fc.option(fc.array(fc.nat(5), { minLength: sites, maxLength: sites })), budget: fc.nat(10), most: fc.integer({ min: 1, max: sites + 1 }), locked: fc.option(fc.nat(sites - 1)),
}))

test('p-median: the best of all choices once it is proven, with what stands and what is locked', () => {
  fc.assert(fc.property(places, ({ rows, weights, standing, costs, budget, most, locked }) => {
    const demands = Int32Array.from(weights, (_, demand) => demand)
    const instance = medianInstance(rows.map((metres) => ({ demands, metres })), Float64Array.from(weights), Float64Array.from(standing), costs && Float64Array.from(costs), 1)
    const wish = { most, budget: costs ? budget : Infinity, locked: locked === null || (costs && costs[locked] > budget) ? [] : [locked], excluded: [] }
    const best = Math.min(...subsets(rows.length, most).filter((chosen) => containsAll(chosen, wish.locked) && costOf(instance, chosen) <= wish.budget).map((chosen) => medianValue(instance, chosen)))
    const found = pMedian(instance, wish, few(300))
    expect(found.value).toBe(medianValue(instance, found.chosen))
    expect([found.value >= best, found.bound <= best, !found.proven || found.value === best]).toEqual([true, true, true])
    expect(found.chosen.length <= most && costOf(instance, found.chosen) <= wish.budget && containsAll(found.chosen, wish.locked)).toBe(true)
    if (!costs) expect(found.value).toBe(best)
  }), { numRuns: 120 })
})

test('p-centre: the least longest walk, proven', () => {
  fc.assert(fc.property(places, fc.boolean(), ({ rows, standing, most, locked }, nothingStands) => {
    const demands = Int32Array.from(standing, (_, demand) => demand)
    const near = Float64Array.from(standing, (metres) => (nothingStands ? Infinity : metres))
    const given = rows.map((metres) => ({ demands, metres })), wish = { most, locked: locked === null ? [] : [locked], excluded: [] }
    const best = Math.min(...subsets(rows.length, most).filter((chosen) => containsAll(chosen, wish.locked)).map((chosen) => longestWalk(given, chosen, near)))
    const found = pCentre({ rows: given, standing: near }, wish, { ...patientHooks, exact })
    expect(found).toMatchObject({ value: best, bound: best, proven: true })
    expect(longestWalk(given, found.chosen, near)).toBe(best)
    expect(pCentre({ rows: given, standing: near }, wish, few(2)).bound).toBeLessThanOrEqual(best)
  }), { numRuns: 120 })
})

describe('capacitated p-median', () => {
  const seated = fc.record({ count: fc.integer({ min: 2, max: 5 }) }).chain(({ count }) => fc.record({
    metres: fc.array(fc.nat(30), { minLength: count * count, maxLength: count * count }), needs: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: count, maxLength: count }),
    seats: fc.array(fc.integer({ min: 4, max: 14 }), { minLength: count, maxLength: count }), most: fc.integer({ min: 1, max: count }),
  }))

  test('never serves more than the seats, and its bound lies below every assignment there is', () => {
    fc.assert(fc.property(seated, ({ metres, needs, seats, most }) => {
      const instance = capacitatedInstance(Float64Array.from(metres), Int32Array.from(needs), Int32Array.from(seats))
      const count = needs.length
      let best = Infinity
      const siteOf = new Int32Array(count)
      const tryAll = (demand: number, left: number[], open: Set<number>): void => {
        if (demand === count) {
          best = Math.min(best, assignedMetres(instance, siteOf))
          return
        }
        for (let site = 0; site < count; site++) {
          if (left[site] < needs[demand] || (!open.has(site) && open.size === most)) continue
          siteOf[demand] = site
          tryAll(demand + 1, left.with(site, left[site] - needs[demand]), new Set([...open, site]))
        }
      }
      tryAll(0, seats, new Set())
      const found = capacitatedMedian(instance, most, few(200))
      expect(found.value).toBeGreaterThanOrEqual(best)
      if (best < Infinity) expect(found.bound).toBeLessThanOrEqual(best)
      if (found.proven) expect(found.value).toBe(best)
      if (found.value === Infinity) return
      const left = seats.slice()
      found.siteOf.forEach((site, demand) => { left[site] -= needs[demand] })
      expect(Math.min(...left)).toBeGreaterThanOrEqual(0)
      expect(found.siteOf.every((site) => found.chosen.includes(site)) && found.chosen.length <= most).toBe(true)
    }), { numRuns: 60 })
  })
})

test('shortest ways of a graph equal what is tried step by step, a later edge replacing an earlier one', () => {
  fc.assert(fc.property(fc.array(fc.record({ from: fc.nat(5), to: fc.nat(5), length: fc.integer({ min: 1, max: 9 }) }), { maxLength: 14 }), (edges) => {
    const lengths = allShortest(6, edges.filter(({ from, to }) => from !== to))
    const last = new Map(edges.flatMap(({ from, to, length }) => (from === to ? [] : [[Math.min(from, to) * 6 + Math.max(from, to), length] as const])))
    const walked = Array.from({ length: 6 }, (_, node) => Float64Array.from({ length: 6 }, (__, other) => (node === other ? 0 : Infinity)))
    for (let round = 0; round < 6; round++) for (const [key, length] of last) for (const row of walked) {
      const a = Math.floor(key / 6), b = key % 6
      row[b] = Math.min(row[b], row[a] + length)
      row[a] = Math.min(row[a], row[b] + length)
    }
    walked.forEach((row, node) => expect([...lengths.subarray(node * 6, node * 6 + 6)]).toEqual([...row]))
  }), { numRuns: 60 })
})
