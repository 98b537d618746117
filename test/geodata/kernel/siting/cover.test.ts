import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choiceOf } from '../../../../geodata/kernel/siting/choice.ts'
import type { CoverInstance } from '../../../../geodata/kernel/siting/cover.ts'
import { costOf, coverInstance, coveredWeight, placesByDemand, rowOf } from '../../../../geodata/kernel/siting/cover.ts'
import { patientHooks } from '../../../../geodata/kernel/siting/exact.ts'
import { coreOf, quickFullCover } from '../../../../geodata/kernel/siting/fullCover.ts'
import { maxCover, nestedOrder } from '../../../../geodata/kernel/siting/maxCover.ts'
import { reduceCover } from '../../../../geodata/kernel/siting/reduce.ts'
import { setCover } from '../../../../geodata/kernel/siting/setCover.ts'
import { highsSolver } from '../../../../server/siting/highs.ts'
import { containsAll, subsets } from './subsets.ts'

const exact = await highsSolver()
const withExact = { ...patientHooks, exact }

/** Small enough for every subset to be tried. */
const instances = fc.record({ sites: fc.integer({ min: 1, max: 8 }), demands: fc.integer({ min: 1, max: 12 }) }).chain(({ sites, demands }) => fc.record({
  rows: fc.array(fc.uniqueArray(fc.nat(demands - 1), { maxLength: demands }), { minLength: sites, maxLength: sites }),
  weights: fc.array(fc.nat(9), { minLength: demands, maxLength: demands }),
  costs: fc.option(fc.array(fc.nat(9), { minLength: sites, maxLength: sites })),
  most: fc.integer({ min: 1, max: sites + 1 }), budget: fc.nat(20), locked: fc.option(fc.nat(sites - 1)), excluded: fc.option(fc.nat(sites - 1)),
})).map(({ rows, weights, costs, most, budget, locked, excluded }) => {
  const instance = coverInstance(rows.map((row) => Int32Array.from(row)), Float64Array.from(weights), costs && Float64Array.from(costs))
  const isLocked = locked !== null && locked !== excluded && (instance.costs?.[locked] ?? 0) <= budget
  return { instance, most, budget: costs ? budget : Infinity, locked: isLocked ? [locked] : [], excluded: excluded === null ? [] : [excluded] }
})

const allowed = (instance: CoverInstance, wish: { most: number; budget: number; locked: readonly number[]; excluded: readonly number[] }): number[][] =>
  subsets(instance.sites, wish.most).filter((chosen) => containsAll(chosen, wish.locked) && !wish.excluded.some((site) => chosen.includes(site)) && costOf(instance, chosen) <= wish.budget)

describe('maximal covering', () => {
  test('is the best of all choices once it says so, and never above its bound', () => {
    fc.assert(fc.property(instances, ({ instance, ...wish }) => {
      const best = Math.max(...allowed(instance, wish).map((chosen) => coveredWeight(instance, chosen)))
      for (const hooks of [patientHooks, withExact]) {
        const found = maxCover(instance, wish, hooks)
        expect(found.value).toBe(coveredWeight(instance, found.chosen))
        expect(found.value).toBeLessThanOrEqual(best)
        expect(found.bound).toBeGreaterThanOrEqual(best)
        if (found.proven || hooks === withExact) expect(found.value).toBe(best)
        expect(containsAll(found.chosen, wish.locked) && !wish.excluded.some((site) => found.chosen.includes(site))).toBe(true)
        expect(found.chosen.length <= wish.most && costOf(instance, found.chosen) <= wish.budget).toBe(true)
      }
    }), { numRuns: 150 })
  })

  test('keeps to its bound when it is stopped before it began', () => {
    fc.assert(fc.property(instances, ({ instance, ...wish }) => {
      const best = Math.max(...allowed(instance, wish).map((chosen) => coveredWeight(instance, chosen)))
      const found = maxCover(instance, wish, { ...patientHooks, going: () => false })
      expect([found.value <= best, found.bound >= best, !found.proven || found.value === best]).toEqual([true, true, true])
    }), { numRuns: 60 })
  })

  test('what one more site gains never grows along a nested order', () => {
    fc.assert(fc.property(instances, ({ instance }) => {
      const gains = nestedOrder(instance, Array.from({ length: instance.sites }, (_, site) => site)).map(({ gain }) => gain)
      expect(gains).toEqual(gains.toSorted((a, b) => b - a))
      expect(gains.reduce((a, b) => a + b, 0)).toBe(coveredWeight(instance, gains.map((_, site) => site)))
    }))
  })

  test('gains that are kept equal gains that are counted, whatever is opened and closed', () => {
    fc.assert(fc.property(instances, fc.array(fc.nat(7), { maxLength: 20 }), ({ instance }, flips) => {
      const choice = choiceOf(instance, placesByDemand(instance))
      for (const flip of flips) {
        const site = flip % instance.sites
        if (choice.open[site]) choice.closeSite(site)
        else choice.openSite(site)
        const open = Array.from(choice.open.keys()).filter((each) => choice.open[each])
        expect(choice.value).toBe(coveredWeight(instance, open))
        for (let other = 0; other < instance.sites; other++) {
          const without = open.filter((each) => each !== other)
          expect(choice.gain[other]).toBe(coveredWeight(instance, [...without, other]) - coveredWeight(instance, without))
        }
      }
    }), { numRuns: 60 })
  })

  test('a smaller instance covers as much with as many sites', () => {
    fc.assert(fc.property(instances, ({ instance, most }) => {
      const { instance: small, sites } = reduceCover(instance, new Uint8Array(instance.sites).fill(1))
      const best = (of: CoverInstance): number => Math.max(...subsets(of.sites, most).map((chosen) => coveredWeight(of, chosen)))
      expect(best(small)).toBe(best(instance))
      for (let site = 0; site < small.sites; site++) expect(coveredWeight(small, [site])).toBe(coveredWeight(instance, [sites[site]]))
    }), { numRuns: 100 })
  })

  test('says what it expected and what it got', () => {
    const instance = coverInstance([Int32Array.of(0)], Float64Array.of(3), null)
    const wish = { most: 1, budget: Infinity, locked: [], excluded: [] }
    expect(() => coverInstance([Int32Array.of(1)], Float64Array.of(3), null)).toThrow('demands: expected 0 to 0, got 1')
    expect(() => coverInstance([], Float64Array.of(0.5), null)).toThrow('weights: expected whole numbers of 0 or more, got 0.5')
    expect(() => maxCover(instance, { ...wish, locked: [1] }, patientHooks)).toThrow('site: expected 0 to 0, got 1')
    expect(() => maxCover(instance, { ...wish, locked: [0], excluded: [0] }, patientHooks)).toThrow('locked: expected no site that is excluded too, got 0')
    expect(() => maxCover(instance, { ...wish, most: 0, locked: [0] }, patientHooks)).toThrow('locked: expected at most 0 sites, got 1')
    expect(maxCover(coverInstance([], Float64Array.of(3), null), wish, patientHooks)).toEqual({ chosen: [], value: 0, bound: 0, proven: true })
  })
})

describe('set covering', () => {
  test('takes the fewest sites, or the least cost, that reach the target', () => {
    fc.assert(fc.property(instances, fc.nat(40), ({ instance, locked, excluded }, target) => {
      const choices = allowed(instance, { most: instance.sites, budget: Infinity, locked, excluded }).filter((chosen) => coveredWeight(instance, chosen) >= target)
      const worth = (chosen: readonly number[]): number => (instance.costs ? costOf(instance, chosen) : chosen.length)
      for (const hooks of [patientHooks, withExact]) {
        const found = setCover(instance, { target, locked, excluded }, hooks)
        expect(found.met).toBe(choices.length > 0)
        if (!found.met) continue
        const least = Math.min(...choices.map(worth)), { solution } = found
        expect(found.reached).toBe(coveredWeight(instance, solution.chosen))
        expect(found.reached).toBeGreaterThanOrEqual(target)
        expect(solution.value).toBe(worth(solution.chosen))
        expect([solution.value >= least, solution.bound <= least]).toEqual([true, true])
        if (solution.proven || hooks === withExact) expect(solution.value).toBe(least)
      }
    }), { numRuns: 150 })
  })

  test('covering all: the core decides what the whole decides', () => {
    fc.assert(fc.property(instances, ({ instance, most }) => {
      const all = (chosen: readonly number[]): boolean => new Set(chosen.flatMap((site) => [...rowOf(instance, site)])).size === instance.demands
      const found = quickFullCover(coreOf(instance), most, patientHooks, 20)
      const can = subsets(instance.sites, most).some(all)
      if (found.state === 'covers') expect([all(found.sites), found.sites.length <= most]).toEqual([true, true])
      if (found.state === 'none') expect(can).toBe(false)
    }), { numRuns: 150 })
  })
})
