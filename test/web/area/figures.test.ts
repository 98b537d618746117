import { describe, expect, it } from 'vitest'
import { pairingContent } from '../../../web/area/content.ts'
import { comparedRows } from '../../../web/area/compared.ts'
import { besides, comparable, extremes, firstGap, kindCompared, lastMonths, standingOf } from '../../../web/area/figures.ts'
import { areaAnswerOf, areaFigure } from './answers.ts'

describe('a figure beside its neighbours', () => {
  it('is better or worse by what is good of it, and alike where a percentage shows no difference', () => {
    expect(standingOf({ value: 0.2, of: null, median: 0.8, better: 'high' })).toBe('worse')
    expect(standingOf({ value: 0.2, of: null, median: 0.8, better: 'low' })).toBe('better')
    expect(standingOf({ value: 0.80001, of: null, median: 0.8, better: 'high' })).toBe('same')
  })
  it('is neither without a median, a value, or a better way', () => {
    expect([standingOf({ value: 1, of: null, median: null, better: 'high' }), standingOf({ value: null, of: null, median: 1, better: 'high' }), standingOf({ value: 1, of: null, median: 2, better: null })]).toEqual([null, null, null])
  })
  it('is compared as a share where it is a part of a whole', () => {
    const part = areaFigure('x', { value: 9, of: 10, kind: 'count', median: 0.8 })
    expect([comparable(part), kindCompared(part), standingOf(part)]).toEqual([0.9, 'share', 'better'])
    expect(comparable({ value: 0, of: 0 })).toBeNull()
  })
})

describe('the neighbours to either side', () => {
  it('follow the order of codes and go round', () => {
    const { area } = areaAnswerOf()
    expect([besides(area).before?.name, besides(area).after?.name]).toEqual(['沙市社区', '九江社区'])
    expect(besides({ code: 'a', name: 'A', neighbours: [] })).toEqual({ before: null, after: null })
  })
})

describe('months and gaps', () => {
  it('months go back over the turn of the year', () => expect(lastMonths('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']))
  it('the map begins with a gap that not everybody has', () => {
    expect(firstGap(areaAnswerOf().gaps)).toBe('canteen')
    expect(firstGap(areaAnswerOf().gaps.slice(0, 1))).toBe('library')
    expect(firstGap([])).toBeNull()
  })
  it('pairings are curves from the unit to the middle of the area', () => {
    const [thread] = pairingContent(areaAnswerOf()).threads ?? []
    expect([thread?.from, thread?.to.map((degree) => Number(degree.toFixed(4)))]).toEqual([[121.02, 31.02], [121.005, 31.005]])
    expect(pairingContent(null)).toEqual({})
  })
})

describe('areas side by side', () => {
  const one = areaAnswerOf()
  const other = areaAnswerOf('310101001002', '九江社区', { figures: [areaFigure('coverage.canteen', { name: '社区食堂覆盖率', value: 0.9 })], completeness: { complete: 9, of: 10, missing: [] }, seats: [] })
  const row = (code: string) => comparedRows([one, other]).find((found) => found.code === code)
  it('differences are against the first, best and worst by what is good', () => {
    expect(row('coverage.canteen')?.cells.map((cell) => cell.by && Number(cell.by.toFixed(3)))).toEqual([null, 0.683])
    expect([row('coverage.canteen')?.best, row('coverage.canteen')?.worst]).toEqual([[1], [0]])
    expect([row('missing')?.best, row('missing')?.worst]).toEqual([[1], [0]])
  })
  it('what only one of them has is said of that one', () => {
    expect(row('vacancies')?.cells.map((cell) => cell.figure?.value ?? null)).toEqual([2, null])
    expect([row('vacancies')?.best, row('vacant')?.cells.map((cell) => cell.figure?.value ?? null)]).toEqual([[], [1, null]])
  })
  it('people have no best and worst', () => expect([row('all')?.best, row('all')?.worst]).toEqual([[], []]))
  it('all alike, nobody is best', () => expect(extremes([0.5, 0.5, null], 'high')).toEqual({ best: [], worst: [] }))
  it('each row once', () => {
    const codes = comparedRows([one, other]).map((found) => found.code)
    expect(new Set(codes).size).toBe(codes.length)
  })
})
