import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WallBoard, WallNumber, WallRow } from '../../../../geodata/contract/wall.ts'
import type { OverlayThread } from '../../../../web/map/overlay/shapes.ts'
import type { WallAnswer, WallChild } from '../../../../web/screen/map/answer.ts'
import { litBuildings } from '../../../../web/screen/map/litBuildings.ts'
import { boundsOf, classAt, shadingOf } from '../../../../web/screen/map/shading.ts'
import { showing } from '../../../../web/screen/map/showing.ts'
import { worstOf } from '../../../../web/screen/map/worst.ts'

const fresh = { source: 'sites', date: null, state: 'unknown', ageDays: null, ageingAfter: 1, oldAfter: 2 } as const
const number = (code: WallNumber['code'], changed: Partial<WallNumber> = {}): WallNumber => ({
  code, question: code, value: 1, of: 2, untold: 0, why: null, shown: 'share', unit: '人', facts: [], better: 'high', target: null, months: [], fresh, rule: '', formula: '', denominator: '', map: 'areas', page: '', ...changed,
})
const child = (code: string, value: number | null, of: number | null, changed: Partial<WallChild> = {}): WallChild => ({ code, name: `name ${code}`, level: 'community', box: [112, 30, 112.2, 30.4], label: null, residents: null, numbers: { meals: { value, of } }, ...changed })
const answer = (children: WallChild[], changed: Partial<WallAnswer> = {}): WallAnswer => ({
  area: null, only: [], month: null, day: '2026-06-30', months: { from: '2025-01', to: '2026-06' }, edition: null, strip: { communities: 0, grids: 0, buildings: 0, residents: null, units: 0, sites: 0 },
  numbers: [number('meals')], boards: [], children, dataDate: null, dataVersion: '', catalogueVersion: '', demo: true, protection: null, ...changed,
})

describe('classes of areas', () => {
  test('hold every figure, rise on round numbers, and are five at most, six with none of a count', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 40 }), fc.boolean(), (figures, counts) => {
      const values = counts ? figures : figures.map((value) => value / 50_000)
      const bounds = boundsOf(values, counts ? 'count' : 'share')
      expect(bounds).toEqual([...new Set(bounds)].toSorted((one, other) => one - other))
      expect(bounds.length).toBeLessThanOrEqual(6)
      for (const value of values) {
        const at = classAt(value, bounds)
        expect(value).toBeLessThanOrEqual((bounds[at] ?? 0) + 1e-9)
        if (at > 0) expect(value).toBeGreaterThan(bounds[at - 1] ?? 0)
      }
    }), { numRuns: 400, seed: 6 })
  })

  test('keep none apart from one, and are one where all are alike', () => {
    expect(boundsOf([0, 1, 1], 'count')).toEqual([0, 1])
    expect(boundsOf([3, 3], 'count')).toEqual([3])
    expect(boundsOf([0.61, 0.78], 'share')).toEqual([0.65, 0.7, 0.75, 0.8])
    expect(boundsOf([], 'share')).toEqual([])
  })

  test('say why an area has no colour: nobody to count, too few to be told', () => {
    const shading = shadingOf(answer([child('1', 5, 10), child('2', null, 12), child('3', 0, 0), child('4', 9, 10, { numbers: {} })]), null)
    expect(shading?.rows.map(({ code, value, step }) => [code, value, step])).toEqual([['1', 0.5, 0], ['2', null, 'few'], ['3', null, 'none'], ['4', null, 'none']])
    expect(shading?.lowIsWorse).toBe(true)
  })

  test('stay while time plays, whatever the figures of a month are', () => {
    const held = [0.2, 0.4, 0.6]
    expect(shadingOf(answer([child('1', 1, 10), child('2', 9, 10)]), 'meals', held)).toMatchObject({ bounds: held, rows: [{ step: 0 }, { step: 2 }] })
  })

  test('are of the level most areas below have, and of none where nothing lies below', () => {
    expect(shadingOf(answer([child('1', 5, 10), child('2', 6, 10), child('e', 1, 2, { level: 'estate' })]), null)?.rows.map(({ code }) => code)).toEqual(['1', '2'])
    expect(shadingOf(answer([]), null)).toBeNull()
  })
})

describe('the three worst places', () => {
  const row = (id: string, changed: Partial<WallRow> = {}): WallRow => ({ id, name: `row ${id}`, value: 3, of: null, second: null, state: null, note: 'since May', areas: [], position: null, ...changed })
  const board = (code: WallBoard['code'], rows: WallRow[]): WallBoard => ({ kind: 'list', code, question: '', answer: '', fresh, rule: '', formula: '', denominator: '', page: '', untold: 0, why: null, measures: [], unit: '天', rows, total: rows.length })

  test('are the areas below that most people lack it in, not those of the lowest rate', () => {
    const found = worstOf(answer([child('small', 1, 10), child('large', 500, 1000), child('few', null, 40), child('none', 8, 8), child('next', 70, 100)]), 'meals', 'zh')
    expect(found.map(({ id, figure }) => [id, figure])).toEqual([['large', '50.0%'], ['next', '70.0%'], ['small', '10.0%']])
    expect(found[0]).toMatchObject({ position: [112.1, 30.2], code: 'large' })
  })

  test('are rows of the board that names places, in its order', () => {
    const rows = [row('a', { areas: ['1'] }), row('b', { position: [112.5, 30.5] }), row('everywhere', { areas: ['1', '2'] }), row('untold', { value: null, areas: ['2'] }), row('c', { areas: ['2'], value: 12_000 }), row('d', { areas: ['1'] })]
    const found = worstOf(answer([child('1', 1, 2), child('2', 1, 2)], { boards: [board('fillSeats', rows)] }), 'fillSeats', 'zh')
    expect(found.map(({ id, figure, note, code }) => [id, figure, note, code])).toEqual([['a', '3\u2009天', 'since May', '1'], ['b', '3\u2009天', 'since May', null], ['c', '1.2\u2009万\u2009天', 'since May', '2']])
  })

  test('of a count of what is bad are the largest', () => {
    const asked = number('vacant', { better: 'low', shown: 'count', unit: '个' })
    const below = [2, 0, 7].map((value, at) => child(String(at), null, null, { numbers: { vacant: { value, of: 9 } } }))
    expect(worstOf(answer(below, { numbers: [asked] }), 'vacant', 'zh').map(({ id, figure }) => [id, figure])).toEqual([['2', '7 / 9\u2009个'], ['0', '2 / 9\u2009个']])
  })
})

describe('what lies over the map', () => {
  const asked = answer([child('1', 5, 10), child('2', 9, 10)], { only: [{ code: '1', name: 'one', level: 'community' }] })
  const shading = shadingOf(asked, null)
  const threads: OverlayThread[] = [{ id: 't', name: '', from: [112, 30], to: [112.1, 30.1], count: 2 }]
  const shown = { answer: asked, shading, states: false, lit: ['2'], only: ['1'], lights: null, threads }

  test('is areas by their figure, or buildings by their state, never both', () => {
    expect(showing(shown).areas?.rows).toHaveLength(2)
    expect(showing({ ...shown, states: true }).areas).toBeUndefined()
  })

  test('is exactly what an open drawer counts', () => {
    const lights = { states: ['uncovered' as const], areas: ['1'], places: [{ id: 'p', name: 'place', position: [112, 30] as [number, number] }] }
    expect(showing({ ...shown, lights })).toMatchObject({ lit: ['1'], places: [{ id: 'p' }], threads: [] })
    expect(showing(shown)).toMatchObject({ lit: ['2'], places: [], threads: [{ id: 't' }] })
  })

  test('lets what is not chosen step back, and every area below be touched', () => {
    const content = showing(shown)
    expect(content.only).toEqual({ level: 'community', codes: ['1'] })
    expect([...(content.ground?.names ?? [])]).toEqual([['1', 'name 1'], ['2', 'name 2']])
  })
})

describe('buildings a drawer counts', () => {
  const lights = (buildings?: string) => ({ states: ['uncovered' as const], areas: [], places: [], ...(buildings !== undefined && { buildings }) })
  const states = Uint8Array.of(0, 3, 3, 1, 6, 3, 3, 3, 3, 0)
  test('are lit one by one, whatever their state, and all others are houses like any', () => {
    // The second, the fourth and the ninth.
    expect(litBuildings(states, lights(btoa('\x0a\x01')))).toEqual({ states: Uint8Array.of(6, 3, 6, 1, 6, 6, 6, 6, 3, 6), lights: ['marginal', 'uncovered'] })
  })
  test('are those of their state in an older edition, and none where the buildings are others', () => {
    expect(litBuildings(states, lights())).toEqual({ states, lights: ['uncovered'] })
    expect(litBuildings(states, lights(btoa('\x0a')))).toEqual({ states, lights: null })
    expect([litBuildings(states, null), litBuildings(null, lights(btoa('\x0a\x01'))), litBuildings(states, { states: [], areas: [], places: [] })]).toEqual([{ states, lights: null }, { states: null, lights: null }, { states, lights: null }])
  })
})
