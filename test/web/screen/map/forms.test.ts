import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildingStates, type BuildingState } from '../../../../geodata/model/question.ts'
import { circleFeatures, sparkFeatures } from '../../../../web/map/overlay/features.ts'
import { circlePixels, sparkPixels } from '../../../../web/map/overlay/shapes.ts'
import { circlesOf, keyFigures } from '../../../../web/screen/map/circles.ts'
import { formsFor } from '../../../../web/screen/map/forms.ts'
import { hexagonCells, partFor } from '../../../../web/screen/map/hexagons.ts'
import { litHomes } from '../../../../web/screen/map/litHomes.ts'
import { shadingOf } from '../../../../web/screen/map/shading.ts'
import { showing } from '../../../../web/screen/map/showing.ts'
import type { WallAnswer } from '../../../../web/screen/map/answer.ts'

const label: [number, number] = [112, 30]
const answerOf = (figures: readonly (readonly [value: number | null, of: number | null])[], changed: { shown?: 'share' | 'count'; better?: 'high' | 'low' } = {}): WallAnswer => ({
  area: null, only: [], month: null, day: '2026-06-30', months: { from: '2025-01', to: '2026-06' }, edition: null, strip: { communities: 0, grids: 0, buildings: 0, residents: null, units: 0, sites: 0 }, boards: [],
  numbers: [{ code: 'meals', question: '', value: 1, of: 2, untold: 0, why: null, shown: 'share', unit: '人', facts: [], better: 'high', target: null, months: [], fresh: { source: 'sites', date: null, state: 'unknown', ageDays: null, ageingAfter: 1, oldAfter: 2 }, rule: '', formula: '', denominator: '', map: 'areas', page: '', ...changed }],
  children: figures.map(([value, of], at) => ({ code: String(at), name: `area ${at}`, level: 'community', box: null, label, residents: null, numbers: { meals: { value, of } } })), dataDate: null, dataVersion: '', catalogueVersion: '', demo: true, protection: null,
})
const drawn = (answer: WallAnswer, held?: number) => {
  const shading = shadingOf(answer, 'meals')
  return shading && circlesOf(answer, 'meals', shading, held)
}

describe('circles by size', () => {
  test('have areas as the figures, none larger than the largest the legend shows', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 2, maxLength: 30 }), (figures) => {
      const found = drawn(answerOf(figures.map((figure) => [figure, null] as const), { shown: 'count', better: 'low' }))
      expect(found?.most).toBeGreaterThanOrEqual(Math.max(...figures))
      expect(found?.circles).toHaveLength(figures.length)
      found?.circles.forEach(({ root }, at) => expect(root ** 2 * found.most).toBeCloseTo(figures[at] ?? 0, 5))
      expect(keyFigures(found?.most ?? 0)[0]).toBe(found?.most)
    }), { numRuns: 200, seed: 6 })
  })

  test('of a share say how many are missing, and areas without a told figure have none but keep their hatch', () => {
    const answer = answerOf([[80, 100], [30, 60], [null, 40], [10, 10]])
    const found = drawn(answer)
    expect(found).toMatchObject({ most: 50, lacks: true, circles: [{ id: '0', root: Math.sqrt(20 / 50) }, { id: '1', root: Math.sqrt(30 / 50) }] })
    expect(found?.circles).toHaveLength(2)
    const content = showing({ answer, shading: shadingOf(answer, 'meals'), states: false, lit: [], only: [], lights: null, threads: [], circles: found?.circles ?? null })
    expect(content.areas?.rows.map(({ code, step }) => [code, step])).toEqual([['2', 'few']])
  })

  test('keep their scale while time plays, and the largest lies below the others', () => {
    const found = drawn(answerOf([[99, 100], [50, 100]]), 200)
    expect(found?.most).toBe(200)
    expect(circleFeatures(found?.circles ?? []).features.map(({ properties }) => properties?.['radius'])).toEqual([circlePixels.most * 0.5, circlePixels.least])
  })
})

describe('hexagons', () => {
  const ring: [number, number][] = [[0, 0], [1, 0], [1, 1]]
  const cells = ['a', 'b', 'c'].map((id) => ({ id, ring }))
  const bytes = (...states: BuildingState[]) => Uint8Array.from(states.map((state) => buildingStates.indexOf(state)))

  test('tell the share of homes that are covered, and nothing where no home has a state', () => {
    const found = hexagonCells({ cells, buildings: [0, 0, 0, 1, 1, 2, -1] }, bytes('covered', 'marginal', 'nodata', 'uncovered', 'cut', 'nodata', 'covered'))
    expect(found.map(({ id, step }) => [id, step])).toEqual([['a', 2], ['b', 0], ['c', 'none']])
  })

  test('are not drawn from the states of another geometry, nor offered without states', () => {
    expect(hexagonCells({ cells, buildings: [0, 1] }, bytes('covered'))).toEqual([])
    expect(formsFor({ sized: true, states: false })).toEqual(['classes', 'circles'])
    expect(formsFor({ sized: false, states: true })).toEqual(['classes', 'hexagons'])
  })
})

test('hexagons of a community are asked for with the street around it, others for the whole city', () => {
  const chain = [{ code: 'd', name: '区', level: 'district' as const }, { code: 's', name: '街道', level: 'street' as const }]
  expect([partFor({ code: 'c', name: '社区', level: 'community', chain }), partFor({ code: 'g', name: '网格', level: 'grid', chain: [...chain, { code: 'c', name: '社区', level: 'community' }] }), partFor({ code: 's', name: '街道', level: 'street', chain: chain.slice(0, 1) }), partFor(null)]).toEqual(['s', 's', null, null])
})

describe('homes a drawer counts, seen from farther away than they are drawn', () => {
  const sides: [number, number][] = [[2, 0], [1, 1], [-1, 1], [-2, 0], [-1, -1], [1, -1]]
  const around = (east: number, closed = false): [number, number][] => [...sides, ...(closed ? sides.slice(0, 1) : [])].map(([x, y]) => [x + east, y])
  const cells = [{ id: 'a', ring: around(0) }, { id: 'b', ring: around(10, true) }, { id: 'c', ring: around(20) }]
  const states = Uint8Array.from((['covered', 'covered', 'covered', 'uncovered', 'covered', 'uncovered'] as const).map((state) => buildingStates.indexOf(state)))

  test('are a dot in the middle of each hexagon that holds some, the more the larger, and nothing else is', () => {
    const dots = litHomes({ cells, buildings: [0, 0, 0, 0, 1, 2] }, { states, lights: ['covered'] })
    expect(dots).toEqual([{ id: 'a', position: [0, 0], root: 1 }, { id: 'b', position: [10, 0], root: Math.sqrt(1 / 3) }])
    const radius = sparkFeatures([...dots, { id: 'most', position: [0, 0], root: 0.01 }]).features.map(({ properties }) => properties?.['radius'] as number)
    expect(radius).toEqual([sparkPixels.most, sparkPixels.most * Math.sqrt(1 / 3), sparkPixels.least])
  })

  test('are none while nothing is lit, and where the hexagons are of other buildings', () => {
    expect(litHomes({ cells, buildings: [0, 0, 0, 0, 1, 2] }, { states, lights: null })).toEqual([])
    expect(litHomes({ cells, buildings: [0, 1] }, { states, lights: ['covered'] })).toEqual([])
  })
})

test('while a drawer lights something, no area has a colour of its own; where it lights nothing the classes stay', () => {
  const answer = answerOf([[80, 100], [30, 60]])
  const shown = { answer, shading: shadingOf(answer, 'meals'), states: false, lit: ['1'], only: [], threads: [] }
  const none = { states: [], areas: [], places: [] }
  expect(showing({ ...shown, lights: null }).areas?.rows).toHaveLength(2)
  expect(showing({ ...shown, lights: none }).areas?.rows).toHaveLength(2)
  expect(showing({ ...shown, lights: { ...none, areas: ['0'] } })).toMatchObject({ lit: ['0'], litSurface: true })
  expect(showing({ ...shown, lights: { ...none, areas: ['0'] } })).not.toHaveProperty('areas')
  expect(showing({ ...shown, lights: { ...none, places: [{ id: 'p', name: 'a site', position: label }] } })).toMatchObject({ lit: [], places: [{ id: 'p', sign: 'lit' }] })
})
