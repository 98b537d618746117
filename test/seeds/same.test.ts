import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../seeds/catalogue.ts'
import { demoCity } from '../../seeds/demo.ts'
import { eventCounts } from '../../seeds/demo/registers/events.ts'
import { gardenOf } from '../../seeds/demo/registers/garden.ts'
import { sharedNote, sharedPath, sharedPresent } from '../tools/shared.ts'
import { planted, usualSeed } from './planted.ts'

const hash = (records: Iterable<unknown>): string => {
  const sum = createHash('sha256')
  for (const record of records) sum.update(JSON.stringify(record))
  return sum.digest('hex')
}

describe('the seeds', () => {
  test('any seed grows the same city again to the byte, district or metropolis, and its neighbour another one', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.constantFrom(undefined, 5000), (seed, buildings) => {
      const size = buildings === undefined ? {} : { buildings }
      const first = hash(demoCity({ seed, ...size }).records)
      expect(hash(demoCity({ seed, ...size }).records)).toBe(first)
      expect(hash(demoCity({ seed: seed + 1, ...size }).records)).not.toBe(first)
    }), { seed: 20261122, numRuns: 3, examples: [[usualSeed, undefined], [7, 5000]] })
  })

  test('planted later, the demo keeps its two years and tells every month since that was over, dated by its end', () => {
    const events = (day: string | null) => Array.from(eventCounts(gardenOf(planted().records, usualSeed, day))).flatMap((one) => (one.kind === 'eventCount' ? [one.record] : []))
    const [usual, later] = [events(null), events('2027-03-01')]
    const since = later.filter(({ month }) => month > '2026-06')
    expect(new Set(later.map(({ id }) => id)).size).toBe(later.length)
    expect(later.filter((one) => !since.includes(one))).toEqual(usual)
    for (const stream of ['request', 'service', 'hazard']) expect([...new Set(since.filter((one) => one.stream === stream).map(({ month }) => month))].toSorted()).toEqual(['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02'])
    expect([...new Set(since.map(({ date }) => date))].toSorted()).toEqual(['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28'])
    expect(events('2026-06-30')).toEqual(usual)
  })

  test('records can be read twice from one city', () => {
    const city = demoCity({ seed: 11, buildings: 5000 })
    const [first, second] = [0, 1].map(() => Array.from(city.records).length)
    expect(second).toBe(first)
  })

  test('everything says that it is 示意数据, and the city says so too', () => {
    expect(planted().records.every(({ record }) => record.source === '示意数据')).toBe(true)
    expect(demoCity({ seed: usualSeed }).identity.demo).toBe(true)
  })

  test.skipIf(!sharedPresent || !existsSync(sharedPath('data/admin_names_cn/streets.csv')))(`no real street office or community bears a name of the demo${sharedNote}`, () => {
    const register = ['streets', 'villages_subset', 'areas'].map((name) => readFileSync(sharedPath(`data/admin_names_cn/${name}.csv`), 'utf8')).join('\n')
    const real = new Set(register.split('\n').map((line) => (line.split(',')[1] ?? '').replaceAll('"', '').replace(/居委会$/, '')))
    const own = planted().all('area').filter((area) => area.level === 'district' || area.level === 'street' || area.level === 'community').map((area) => area.name)
    expect(own.filter((name) => real.has(name))).toEqual([])
  })

  test('the catalogue names the source of every row and repeats no code', () => {
    for (const rows of [catalogue.categories, catalogue.profiles, catalogue.standards, catalogue.rules]) {
      expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length)
      expect(rows.every((row) => row.source.length > 0)).toBe(true)
    }
    expect(catalogue.standards.every((standard) => catalogue.categories.some((category) => category.code === standard.category))).toBe(true)
    expect(catalogue.categories.every((category) => category.colour >= 0 && category.colour <= 7)).toBe(true)
  })

  test('every place is of a category of the catalogue', () => {
    const codes = new Set(catalogue.categories.map((category) => category.code))
    expect(planted().all('facility').filter((facility) => !codes.has(facility.category))).toEqual([])
    expect(new Set(planted().all('facility').map((facility) => facility.category))).toEqual(codes)
  })
})
