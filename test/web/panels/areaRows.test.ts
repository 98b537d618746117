import { describe, expect, it } from 'vitest'
import { areaRows, leftOut, levelsBelow } from '../../../web/panels/areaRows.ts'
import { areaFigures, coverageAnswer } from '../answers.ts'

const { byArea } = coverageAnswer()

describe('the table by area', () => {
  it('starts below a district that is the whole city', () => {
    expect(levelsBelow(byArea, null)).toEqual(['street', 'community'])
  })
  it('offers only levels below the asked area', () => {
    expect(levelsBelow(byArea, '310101001')).toEqual(['community'])
    expect(levelsBelow([], null)).toEqual([])
  })
  it('sorts both ways, areas without anybody last', () => {
    const names = (descending: boolean) => areaRows(byArea, 'community', { by: 'share', descending }).map((row) => row.name)
    expect(names(false)).toEqual(['纺织社区', '九江社区', '沙市社区'])
    expect(names(true)).toEqual(['九江社区', '纺织社区', '沙市社区'])
  })
  it('says nothing of what is left out where a figure is hidden, and puts it after those that have one', () => {
    const hidden = { ...areaFigures('a', '甲', 'grid', null, 0, 8), residents: { covered: null, total: null, share: null, estimatedShare: null } }
    const empty = areaFigures('b', '乙', 'grid', null, 0, 0)
    const known = areaFigures('c', '丙', 'grid', null, 40, 100)
    expect([hidden, known].map(leftOut)).toEqual([null, 60])
    for (const by of ['share', 'leftOut'] as const) expect(areaRows([empty, hidden, known], 'grid', { by, descending: true }).map((row) => row.name)).toEqual(['丙', '甲', '乙'])
  })
  it('sorts names by their numbers, not by their digits', () => {
    const rows = ['网格 10', '网格 9', '网格 1'].map((name) => areaFigures(name, name, 'grid', null, 1, 2))
    expect(areaRows(rows, 'grid', { by: 'name', descending: false }).map((row) => row.name)).toEqual(['网格 1', '网格 9', '网格 10'])
  })
})
