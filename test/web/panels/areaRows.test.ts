import { describe, expect, it } from 'vitest'
import { areaRows, levelsBelow } from '../../../web/panels/areaRows.ts'
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
  it('sorts names by their numbers, not by their digits', () => {
    const rows = ['网格 10', '网格 9', '网格 1'].map((name) => areaFigures(name, name, 'grid', null, 1, 2))
    expect(areaRows(rows, 'grid', { by: 'name', descending: false }).map((row) => row.name)).toEqual(['网格 1', '网格 9', '网格 10'])
  })
})
