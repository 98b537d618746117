import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../geodata/model/entry.ts'
import { completenessOf } from '../../../geodata/registers/build/completeness.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import { handInput } from '../../tools/hand-input.ts'
import { entry } from '../../tools/registers.ts'
import { facility } from '../../tools/small-city.ts'

type State = 'built' | 'shared' | 'underway' | 'missing'
let number = 0
const slot = (area: string, code: string, state: State, squareMetres: number | null = null, more: Partial<Entry> & { facility?: string } = {}): Entry => {
  const { facility: site = null, ...rest } = more
  return entry(`slot-${++number}`, 'slot', { slot: code, state, facility: site, squareMetres, builtYear: null, batchYear: null, cost: null, fund: null }, { area, ...rest })
}

/** West: station large enough, garden, an activity room too small, a reading room shared with no size told, a clinic under way. East: a station too small. */
const entries = [
  slot('w', 'station', 'built', 300), slot('w', 'garden', 'built', 5000), slot('w', 'activityRoom', 'built', 79), slot('w', 'readingRoom', 'shared'), slot('w', 'clinic', 'underway'), slot('w', 'daycare', 'missing'),
  slot('e', 'station', 'built', 299),
]
const input = handInput({ entries, residents: { w: { households: 1000 }, e: { households: 29 } } })
const found = completenessOf(input, 'community')
const cell = (area: string, code: string) => found.rows.find((row) => row.area.code === area)?.cells[found.items.findIndex((item) => item.code === code)]

describe('items of completeness on a community drawn by hand', () => {
  test('each standing is what was entered, and smaller than the catalogue asks is too small', () => {
    expect(['station', 'garden', 'activityRoom', 'readingRoom', 'clinic', 'daycare'].map((code) => cell('w', code)?.standing)).toEqual(['built', 'built', 'belowArea', 'shared', 'underway', 'missing'])
    expect(cell('e', 'station')?.standing).toBe('belowArea')
  })

  test('what nobody entered counts as missing and says that it is not known', () => {
    expect(cell('w', 'mediation')).toEqual({ standing: 'missing', known: false, squareMetres: null, facility: null, entry: null })
    expect(cell('w', 'daycare')?.known).toBe(true)
  })

  test('complete are items built or shared and large enough, least complete first', () => {
    expect(found.rows.map(({ area, complete, of }) => [area.code, complete, of])).toEqual([['e', 0, 10], ['w', 3, 10]])
    expect([found.complete, found.meanItems]).toEqual([0, 1.5])
  })

  test('a community of which nothing was entered is counted apart and not listed', () => {
    expect([found.rows.length, found.withoutData]).toEqual([2, 1])
    expect(completenessOf(handInput({}), 'community')).toMatchObject({ rows: [], withoutData: 3, meanItems: null })
  })

  test('rooms for each hundred households leave out what lies outdoors', () => {
    // 300 + 79 of rooms; 5,000 of garden do not count.
    expect(found.rows.find(({ area }) => area.code === 'w')).toMatchObject({ squareMetres: 379, households: 1000, perHundredHouseholds: 37.9, reachesThreshold: true })
  })

  test('fewer than 30 households give no rate', () => {
    expect(found.rows.find(({ area }) => area.code === 'e')).toMatchObject({ squareMetres: 299, perHundredHouseholds: null, reachesThreshold: null })
  })

  test('the counts of an item add up to the rows, and the threshold is not confirmed', () => {
    expect(found.items.find(({ code }) => code === 'station')?.counts).toEqual({ built: 1, shared: 0, underway: 0, missing: 0, belowArea: 1 })
    for (const { counts } of found.items) expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(2)
    expect([found.threshold, found.thresholdConfirmed]).toEqual([30, false])
  })

  test('a size that the row does not tell is that of its site', () => {
    const rows = [slot('w', 'clinic', 'built', null, { facility: 'small' }), slot('w', 'station', 'built', null, { facility: 'gone' })]
    const one = completenessOf(handInput({ entries: rows, facilities: [facility('small', 'clinic', 1, 1, { capacity: { seats: null, spareSeats: null, squareMetres: 100 } })] }), 'community').rows[0]
    expect(one.cells[7]).toMatchObject({ standing: 'belowArea', squareMetres: 100, facility: 'small' })
    expect(one.cells[0]).toMatchObject({ standing: 'built', squareMetres: null, facility: null })
  })

  test('a month shows the rows that stood at its end, and of two that stand the later', () => {
    const rows = [slot('w', 'clinic', 'missing', null, { validTo: '2026-03-01' }), slot('w', 'clinic', 'built', 200, { validFrom: '2026-03-01' }), slot('w', 'station', 'built', 10), slot('w', 'station', 'built', 400, { validFrom: '2026-04-01' })]
    const at = (day: string) => completenessOf(handInput({ day, entries: rows }), 'community').rows[0].cells
    expect([at('2026-02-28')[7].standing, at('2026-03-31')[7].standing]).toEqual(['missing', 'built'])
    expect([at('2026-03-31')[0].standing, at('2026-04-30')[0].standing]).toEqual(['belowArea', 'built'])
  })

  test('items of streets are others, and have no area for each hundred households', () => {
    const street = completenessOf(handInput({ entries: [slot('s', 'school', 'built', 200), slot('w', 'station', 'built', 400)], residents: { s: { households: 900 } } }), 'street')
    expect(street.items).toHaveLength(6)
    expect(street.rows).toMatchObject([{ complete: 1, of: 6, perHundredHouseholds: null }])
  })

  test('another catalogue has other items and thresholds', () => {
    const own = { ...catalogue, slots: catalogue.slots.filter(({ code }) => code === 'station').map((one) => ({ ...one, minSquareMetres: null })) }
    expect(completenessOf(handInput({ entries, catalogue: own }), 'community').rows.map(({ area, complete, of }) => [area.code, complete, of])).toEqual([['e', 1, 1], ['w', 1, 1]])
  })
})
