import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deskKinds } from '../../../web/desk/record.ts'
import { deskPanels, deskStep, deskTable, deskTabs, readDesk, writeDesk, type DeskValues } from '../../../web/stores/deskQuery.ts'
import { queryTable } from '../../../web/stores/query.ts'

const values: fc.Arbitrary<DeskValues> = fc.record({
  kind: fc.constantFrom(...deskKinds), record: fc.option(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme-ascii' })), panel: fc.constantFrom(...deskPanels),
  q: fc.option(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme-ascii' })), tab: fc.constantFrom(...deskTabs), checked: fc.constantFrom('any', 'old'), list: fc.constantFrom('records', 'reports'),
})
const plain = readDesk({}).values

describe("the desk's address", () => {
  it('gives back every view that was written into it', () => {
    fc.assert(fc.property(values, (view) => {
      const back = readDesk(Object.fromEntries(new URLSearchParams(writeDesk(view) as Record<string, string>)))
      expect(back).toEqual({ values: view, faults: [] })
    }), { seed: 2026, numRuns: 300 })
  })
  it('is empty for a plain view, and usable whatever it holds', () => {
    expect(writeDesk(plain)).toEqual({})
    const read = readDesk({ kind: 'palace', tab: ['map', 'list'], q: 'x'.repeat(61), record: 3 })
    expect(read.values).toEqual({ ...plain, tab: 'map' })
    expect(read.faults.map((fault) => [fault.parameter, fault.found.length])).toEqual([['kind', 6], ['q', 61]])
  })
  it('shares no name with the question', () => {
    expect(Object.keys(deskTable).filter((key) => key in queryTable)).toEqual([])
  })
  it('choosing a record is a step; walking from record to record, typing words and turning tabs is none', () => {
    const chosen: DeskValues = { ...plain, record: 'f-1' }
    expect(deskStep(plain, chosen)).toBe('push')
    expect(deskStep(chosen, { ...chosen, record: 'f-2' })).toBe('replace')
    expect(deskStep(chosen, { ...chosen, panel: 'history' })).toBe('push')
    expect(deskStep(plain, { ...plain, q: 'a' })).toBe('replace')
    expect(deskStep(plain, { ...plain, tab: 'map' })).toBe('replace')
    expect(deskStep(plain, plain)).toBe('none')
  })
})
