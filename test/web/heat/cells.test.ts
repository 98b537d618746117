import { describe, expect, it } from 'vitest'
import { contentOf, legendRows, nearestTo, standingOut, stepOf } from '../../../web/heat/cells.ts'
import { isRate, lowIsWorse, measureIn } from '../../../web/heat/heatQuery.ts'
import { heatAnswer, heatCell } from './answers.ts'

describe('the class of a cell', () => {
  const classes = [2, 5, 9]
  it('is the first whose bound it does not pass', () => {
    expect([1, 2, 3, 5, 9].map((value) => stepOf(heatCell('a', value), classes, false))).toEqual([0, 0, 1, 1, 2])
  })
  it('is the last for what passes every bound, as longer periods may', () => expect(stepOf(heatCell('a', 40), classes, false)).toBe(2))
  it('tells too few from nothing known, and nothing that happened from little', () => {
    expect(stepOf(heatCell('a', null, { events: 4 }), classes, false)).toBe('few')
    expect(stepOf(heatCell('a', null, { events: 0 }), classes, false)).toBe('none')
    expect(stepOf(heatCell('a', 0), classes, false)).toBe('none')
    expect(stepOf(heatCell('a', 0), classes, true)).toBe(0)
  })
})

describe('the legend', () => {
  it('counts every cell once', () => {
    const answer = heatAnswer({ cells: [heatCell('a', 1), heatCell('b', 2), heatCell('c', 7), heatCell('d', null, { events: 3 }), heatCell('e', 0)] })
    const rows = legendRows(answer)
    expect(rows.map((row) => [row.step, row.cells])).toEqual([[0, 2], [1, 0], [2, 1], ['few', 1], ['none', 1]])
    expect(rows.reduce((sum, row) => sum + row.cells, 0)).toBe(answer.cells.length)
  })
  it('joins its classes without a hole', () => expect(legendRows(heatAnswer({})).slice(0, 3).map((row) => [row.from, row.to])).toEqual([[null, 2], [2, 5], [5, 9]]))
})

describe('what stands out', () => {
  const cells = [heatCell('low', 1), heatCell('high', 8), heatCell('few', null), heatCell('zero', 0), heatCell('mid', 4)]
  it('begins with the most of what is counted and leaves out what has no figure', () => expect(standingOut(heatAnswer({ cells }), 10).map((cell) => cell.id)).toEqual(['high', 'mid', 'low']))
  it('begins with the least of what should be much', () => expect(standingOut(heatAnswer({ cells, layer: 'supply' }), 10).map((cell) => cell.id)).toEqual(['zero', 'low', 'mid', 'high']))
  it('ends where it is told to', () => expect(standingOut(heatAnswer({ cells }), 2)).toHaveLength(2))
})

describe('on the map', () => {
  it('hexagons bring their outline, areas are known by code', () => {
    expect(contentOf(heatAnswer({ cells: [heatCell('a', 3)] }), null, null).cells?.map((cell) => [cell.id, cell.step])).toEqual([['a', 1]])
    const content = contentOf(heatAnswer({ shape: 'communities', cells: [heatCell('310101001001', 9, { ring: null, name: 'one' })] }), '310101001001', null)
    expect(content.areas).toEqual({ level: 'community', rows: [{ code: '310101001001', name: 'one', step: 2 }] })
    expect(content.chosen).toBe('310101001001')
  })
  it('shows nothing before there is an answer', () => expect(contentOf(null, 'a', null)).toEqual({}))
  it('a cell lies near the place whose name stands nearest', () => {
    const places = [{ name: 'west', label: [121, 31] as [number, number] }, { name: 'east', label: [121.05, 31] as [number, number] }, { name: 'nowhere', label: null }]
    expect(nearestTo(heatCell('a', 1, { ring: [[121.04, 31], [121.05, 31.01], [121.045, 31.02]] }), places)?.name).toBe('east')
    expect(nearestTo(heatCell('a', 1, { ring: null }), places)).toBeNull()
  })
})

describe('measures', () => {
  it('a layer that cannot be counted that way is counted its own way', () => {
    expect(measureIn({ layer: 'requests', measure: 'resolved' })).toBe('resolved')
    expect(measureIn({ layer: 'services', measure: 'resolved' })).toBe('times')
    expect(measureIn({ layer: 'gap', measure: 'times' })).toBeNull()
  })
  it('low is worse of rates and of supply only', () => {
    expect([isRate('resolved'), isRate('times'), isRate(null)]).toEqual([true, false, false])
    expect([lowIsWorse('requests', 'satisfied'), lowIsWorse('supply', null), lowIsWorse('gap', null), lowIsWorse('requests', 'times')]).toEqual([true, true, false, false])
  })
})
