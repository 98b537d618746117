import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groups } from '../../../geodata/model/facility.ts'
import { metrics, profileCodes } from '../../../geodata/model/catalogue.ts'
import { historyOf, langs, layerNames, queryKeys, readQuery, sorts, standardValues, themes, writeQuery, type QueryValues } from '../../../web/stores/query.ts'

const code = fc.string({ minLength: 1, maxLength: 64, unit: 'grapheme-ascii' })
const limits = fc.oneof(
  fc.record({ minutes: fc.constantFrom(5, 10, 12.5, 60), metres: fc.constant(null) }), fc.record({ minutes: fc.constant(null), metres: fc.constantFrom(300, 450, 5000) }),
  fc.constant({ minutes: null, metres: null }),
)
const camera = fc.record({
  zoom: fc.integer({ min: 0, max: 2200 }).map((value) => value / 100), lat: fc.integer({ min: -8500, max: 8500 }).map((value) => value / 100), lon: fc.integer({ min: -18_000, max: 18_000 }).map((value) => value / 100),
  bearing: fc.integer({ min: -180, max: 180 }), pitch: fc.integer({ min: 0, max: 60 }),
})
const values: fc.Arbitrary<QueryValues> = fc.record({
  category: fc.option(code), metric: fc.constantFrom(...metrics), profile: fc.constantFrom(...profileCodes), group: fc.option(fc.constantFrom(...groups)), area: fc.option(code), building: fc.option(code), at: fc.option(fc.constantFrom('2026-02-14T11:00+08:00', '2026-02-17T23:59+08:00', '2025-01-29T00:00:30+08:00')),
  sort: fc.constantFrom(...sorts), base: fc.option(fc.constantFrom('天地图 矢量', 'city', 'a, b')), theme: fc.constantFrom(...themes), lang: fc.constantFrom(...langs), layers: fc.subarray([...layerNames]), map: fc.option(camera),
}).chain((rest) => limits.map((limit) => ({ ...rest, ...limit })))

describe('the address', () => {
  it('gives back every view that was written into it', () => {
    fc.assert(fc.property(values, (view) => {
      const address = new URLSearchParams(writeQuery(view))
      const back = readQuery(Object.fromEntries(address))
      expect(back.faults).toEqual([])
      expect(back.values).toEqual(view)
    }), { seed: 2026, numRuns: 300 })
  })
  it('is usable whatever it holds', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...queryKeys, 'other'), fc.oneof(fc.string(), fc.constant(null), fc.array(fc.string()))), (query) => {
      const { values: read } = readQuery(query)
      expect(Object.keys(read).sort()).toEqual([...queryKeys].sort())
      expect(readQuery(writeQuery(read)).faults).toEqual([])
    }), { seed: 2026, numRuns: 300 })
  })
  it('is plain for a plain view', () => {
    expect(writeQuery(standardValues())).toEqual({})
  })
  it('names each part that cannot be read, and takes the default for it', () => {
    const bad = { minutes: '0', metric: 'crow', profile: 'runner', group: 'everybody', sort: 'luck', map: '1/2', layers: 'roads', theme: 'pink', base: 'b'.repeat(81), lang: 'fr', area: '', building: 'x'.repeat(201), metres: '9000', category: 'c'.repeat(65), at: '2026-02-14T11:00' }
    const { values: read, faults } = readQuery(bad)
    expect(faults.map((fault) => fault.parameter).sort()).toEqual(Object.keys(bad).sort())
    expect(read).toEqual(standardValues())
    expect(faults.find((fault) => fault.parameter === 'metric')).toEqual({ parameter: 'metric', found: 'crow', expected: 'fault.oneOf', choices: 'network, straight' })
  })
  it('reads an instant in any offset, a + that became a blank among them, and writes it in the time of the city', () => {
    for (const at of ['2026-02-14T11:00:00+08:00', '2026-02-14T03:00Z', '2026-02-13T22:00-05:00', '2026-02-14T11:00 08:00']) expect(writeQuery(readQuery({ at }).values)).toEqual({ at: '2026-02-14T11:00+08:00' })
  })
  it('keeps the minutes when both limits are given, and says so', () => {
    const { values: read, faults } = readQuery({ minutes: '10', metres: '300' })
    expect([read.minutes, read.metres]).toEqual([10, null])
    expect(faults.map((fault) => fault.expected)).toEqual(['fault.oneLimit'])
  })
})

describe('the history', () => {
  const before = standardValues()
  it('gets a step for each new question', () => {
    expect(historyOf(before, { ...before, category: 'canteen' })).toBe('push')
    expect(historyOf(before, { ...before, area: '310101' })).toBe('push')
    expect(historyOf(before, { ...before, at: '2026-02-14T11:00+08:00' })).toBe('push')
  })
  it('gets one step for a walk down the list', () => {
    expect(historyOf(before, { ...before, building: 'a' })).toBe('push')
    expect(historyOf({ ...before, building: 'a' }, { ...before, building: 'b' })).toBe('replace')
  })
  it('gets none for the camera, the theme or nothing at all', () => {
    expect(historyOf(before, { ...before, map: { zoom: 12, lat: 31, lon: 121, bearing: 0, pitch: 0 } })).toBe('replace')
    expect(historyOf(before, { ...before, theme: 'dark' })).toBe('replace')
    expect(historyOf(before, { ...before })).toBe('none')
  })
})
