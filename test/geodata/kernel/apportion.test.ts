import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion } from '../../../geodata/kernel/apportion.ts'

const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 })

test('parts add up, lie within one of their share, and nothing goes to nobody', () => {
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 100_000 }), (list, total) => {
      const sum = list.reduce((all, weight) => all + weight, 0)
      fc.pre(sum > 1e-3)
      const parts = apportion(Float64Array.from(list), total)
      expect(parts.reduce((all, part) => all + part, 0)).toBe(total)
      parts.forEach((part, index) => expect(Math.abs(part - (list[index] / sum) * total)).toBeLessThan(1.000001))
      parts.forEach((part, index) => expect(list[index] > 0 || part === 0).toBe(true))
    }),
    { seed: 20260101 },
  )
})
