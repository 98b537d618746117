import { array, assert, constantFrom, integer, property, record, subarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sitingStart } from '../../../geodata/contract/siting.ts'
import { candidateKinds } from '../../../geodata/model/candidate.ts'
import { sitingObjectives } from '../../../geodata/model/siting.ts'
import type { Step } from '../../../geodata/model/step.ts'
import { readTable, writeTable } from '../../../web/stores/table.ts'
import { curveRows, gapPercent } from '../../../web/plan/suggest/curve.ts'
import { mostOwn, readOwn } from '../../../web/plan/suggest/upload.ts'
import { excluding, freeing, locking, mostSites, standardWish, valuesOf, wishBody, wishOf, wishTable, type Ground, type Wish } from '../../../web/plan/suggest/wish.ts'

const ids = constantFrom('d1-facility-14', 'd1-gate-7', 'candidate-hall-2', 'point 112.60 30.41', 'own-1')
const wishes = record({
  objective: constantFrom(...sitingObjectives), sites: integer({ min: 1, max: mostSites }), target: integer({ min: 1, max: 100 }), kinds: subarray([...candidateKinds]), excluded: subarray(['d1-facility-14', 'd1-gate-7', 'point 112.60 30.41']), locked: subarray(['candidate-hall-2']),
  budget: constantFrom(null, 0, 1_200_000), land: constantFrom(0, 30, 100), seats: constantFrom(true, false), spacing: constantFrom(100, 200), seconds: constantFrom(10, 120), free: subarray(['990101002', 'ring=1_2_3_4_5_6']),
})
const ground: Ground = { steps: [], known: new Set(['d1-facility-14', 'd1-gate-7', 'candidate-hall-2']), own: [], noGo: [] }
const bodySchema = sitingStart.body

describe('what is wished for', () => {
  test('a link gives back every wish', () => {
    assert(property(wishes, (wish) => {
      const { values, faults } = readTable(wishTable, writeTable(wishTable, valuesOf(wish, true)))
      expect(faults).toEqual([])
      expect(wishOf(values)).toEqual(wish)
    }), { seed: 20_261_123, numRuns: 100 })
  })

  test('a plain wish that nobody asked for leaves the address plain', () => {
    expect(writeTable(wishTable, valuesOf(standardWish, false))).toEqual({})
  })

  test('an address that makes no sense gives a wish that can be asked', () => {
    const { values, faults } = readTable(wishTable, { aim: 'best', sites: '0', target: '101', budget: '-3', seats: 'maybe', spacing: '1', from: 'moon' })
    expect(faults.map(({ parameter }) => parameter)).toEqual(['aim', 'sites', 'target', 'budget', 'seats', 'spacing'])
    expect(wishOf(values)).toEqual({ ...standardWish, kinds: [] })
  })

  test('every wish is sent as the contract takes it', () => {
    if (!('schema' in bodySchema)) throw new Error('a siting is asked in JSON')
    assert(property(wishes.filter(({ kinds }) => kinds.some((kind) => kind !== 'uploaded')), (wish) => {
      expect(bodySchema.schema.safeParse(wishBody(wish, ground, 'j-1')).success).toBe(true)
    }), { seed: 20_261_123, numRuns: 60 })
  })

  test('nothing is both ruled out and a must, whatever was chosen before, and there is room for every must', () => {
    const act = record({ how: constantFrom(excluding, locking, freeing), id: ids })
    assert(property(array(act, { maxLength: 30 }), (acts) => {
      const wish = acts.reduce<Wish>((now, { how, id }) => how(now, id), { ...standardWish, sites: 1 })
      expect(wish.locked.filter((id) => wish.excluded.includes(id))).toEqual([])
      expect(wish.sites).toBeGreaterThanOrEqual(wish.locked.length)
      expect([new Set(wish.excluded).size, new Set(wish.locked).size]).toEqual([wish.excluded.length, wish.locked.length])
    }), { seed: 20_261_123, numRuns: 60 })
  })

  test('names the server would not know are not sent: of steps that are taken, of kinds not asked for, of what is gone', () => {
    const taken: Step = { kind: 'openGate', gate: 'd1-gate-7', hours: null }
    const wish: Wish = { ...standardWish, excluded: ['d1-facility-14', 'gone', 'point 1 2'], locked: ['d1-gate-7', 'own-1', 'candidate-hall-2'] }
    const body = wishBody(wish, { ...ground, steps: [taken] }, null)
    expect([body.excluded, body.locked]).toEqual([['d1-facility-14'], ['candidate-hall-2']])
  })

  test('only a target goes with the fewest sites, and only the most people have a curve', () => {
    const least = wishBody({ ...standardWish, objective: 'setCover', target: 60, land: 50 }, ground, null)
    expect([least.targetShare, least.curve, least.landWeight]).toEqual([0.6, undefined, undefined])
    expect(wishBody(standardWish, ground, null).curve).toBe(10)
  })
})

describe('a list of one\'s own', () => {
  const box = [112, 30, 113, 31] as const
  test('is read with or without headings, with commas or tabs, quotes and a mark of order', () => {
    const place = { id: 'own-1', name: '甲院, 一号', position: [112.6, 30.4], costYuan: 120_000 }
    expect(readOwn('\uFEFF名称,经度,纬度,造价\r\n"甲院, 一号",112.6,30.4,"120,000"\r\n', box)).toEqual({ places: [{ ...place, line: 2 }], faults: [] })
    expect(readOwn('甲院, 一号\t112.6\t30.4\t120000', box).places).toEqual([{ ...place, line: 1 }])
    expect(readOwn('lat,lon,name\n30.4,112.6,B', box).places).toEqual([{ id: 'own-1', name: 'B', position: [112.6, 30.4], line: 2 }])
  })

  test('says of each bad line what stands there, and takes the good ones', () => {
    const { places, faults } = readOwn('甲,112.6,30.4\n乙,east,30.4\n丙,112.6,95\n,112.6,30.4\n丁,112.6,30.4,much\n戊,120,30.4\n己\n\n庚,112.7,30.5', box)
    expect(places.map(({ name }) => name)).toEqual(['甲', '庚'])
    expect(faults.map(({ line, fault, found }) => `${line} ${fault} ${found}`)).toEqual(['2 lon east', '3 lat 95', '4 name ', '5 cost much', '6 outside 120, 30.4', '7 columns 1'])
  })

  test('ends where the server takes no more', () => {
    const { places, faults } = readOwn(Array.from({ length: mostOwn + 5 }, (_none, at) => `p${at},112.6,30.4`).join('\n'), box)
    expect([places.length, faults.map(({ line, fault }) => `${line} ${fault}`)]).toEqual([mostOwn, [`${mostOwn + 1} tooMany`]])
  })
})

describe('the curve', () => {
  const before = { residents: { covered: 500, total: 1000, share: 0.5, estimatedShare: 0 } } as Parameters<typeof curveRows>[0]['before']
  const point = (k: number, value: number) => ({ k, value, bound: value, proven: true, chosen: [] })

  test('begins at today and says what each site adds', () => {
    const rows = curveRows({ curve: [point(1, 120), point(2, 200)], before, unit: 'residents' }, false)
    expect(rows.map(({ sites, share, more }) => [sites, share, more])).toEqual([[0, 0.5, 0], [1, 0.62, 120], [2, 0.7, 80]])
  })

  test('claims no coverage where seats or land are weighed in', () => {
    const rows = curveRows({ curve: [point(1, 120), point(2, 240)], before, unit: 'residents' }, true)
    expect(rows.map(({ share, height }) => [share, height])).toEqual([[null, 0], [null, 0.5], [null, 1]])
  })

  test('says a gap as never less than it is', () => {
    expect([gapPercent(0.0101), gapPercent(0.001), gapPercent(0.00001), gapPercent(null)]).toEqual(['1.1', '0.1', '0.1', null])
  })
})
