import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRule, normalRule } from '../../../geodata/hours/normal.ts'
import { readHours } from '../../../geodata/hours/read.ts'
import { writeHours } from '../../../geodata/hours/write.ts'
import { anyRule } from './rules.ts'

describe('any rule', () => {
  test('printed in Chinese or English and read back is the same rule', () => {
    fc.assert(fc.property(anyRule, (rule) => {
      expect(isRule(rule)).toBe(true)
      for (const language of ['zh', 'en'] as const) {
        const text = writeHours(rule, language)
        expect({ text, ...readHours(text) }).toEqual({ text, rule: normalRule(rule), notation: language === 'zh' ? 'chinese' : 'english', notUnderstood: [], caveats: [] })
      }
    }), { numRuns: 600, seed: 20260214 })
  })
})
