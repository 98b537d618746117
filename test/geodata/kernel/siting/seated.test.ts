import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverInstance, rowOf } from '../../../../geodata/kernel/siting/cover.ts'
import { patientHooks } from '../../../../geodata/kernel/siting/exact.ts'
import { seatedCover, seatedWeight } from '../../../../geodata/kernel/siting/seated.ts'
import { subsets } from './subsets.ts'

const instances = fc.record({ sites: fc.integer({ min: 1, max: 5 }), demands: fc.integer({ min: 1, max: 7 }) }).chain(({ sites, demands }) => fc.record({
  rows: fc.array(fc.uniqueArray(fc.nat(demands - 1), { maxLength: demands }), { minLength: sites, maxLength: sites }), weights: fc.array(fc.nat(9), { minLength: demands, maxLength: demands }),
  seats: fc.array(fc.nat(15), { minLength: sites, maxLength: sites }), most: fc.integer({ min: 1, max: 4 }),
})).map(({ rows, weights, seats, most }) => ({ instance: coverInstance(rows.map((row) => Int32Array.from(row)), Float64Array.from(weights), null), seats: Float64Array.from(seats), most }))

test('as many are seated as the narrowest cut between homes and seats lets through', () => {
  fc.assert(fc.property(instances, ({ instance, seats }) => {
    const all = Array.from({ length: instance.sites }, (_, site) => site)
    // Greatest flow = least cut: for each set of sites taken as full, their seats and the weight that the others cover.
    const cut = Math.min(...subsets(instance.sites, instance.sites).map((full) => {
      const others = new Set(all.filter((site) => !full.includes(site)).flatMap((site) => [...rowOf(instance, site)]))
      return full.reduce((sum, site) => sum + seats[site], 0) + [...others].reduce((sum, demand) => sum + instance.weights[demand], 0)
    }))
    expect(seatedWeight(instance, seats, all)).toBe(cut)
  }), { numRuns: 300 })
})

test('a choice with seats lies below its bound, and is the best of all once it is proven', () => {
  fc.assert(fc.property(instances, ({ instance, seats, most }) => {
    const best = Math.max(...subsets(instance.sites, most).map((chosen) => seatedWeight(instance, seats, chosen)))
    const found = seatedCover(instance, seats, { most, budget: Infinity, locked: [], excluded: [] }, patientHooks)
    expect(found.value).toBe(seatedWeight(instance, seats, found.chosen))
    expect([found.value <= best, found.bound >= best, !found.proven || found.value === best, found.chosen.length <= most]).toEqual([true, true, true, true])
  }), { numRuns: 100 })
})
