// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { tableMarkup, tabText } from '../../../web/panels/gapTable.ts'
import { lensChange, lenses, lensOf, lensParts } from '../../../web/stores/lens.ts'

describe('the table that is copied', () => {
  const rows = [['楼栋', '居民'], ['甲\t1\n', 12], ['=SUM(A1)', null], ['<b>&"', '<10']]

  it('keeps one line a building and one tab between cells, whatever a name holds', () => {
    expect(tabText(rows).split('\r\n').map((line) => line.split('\t'))).toEqual([['楼栋', '居民'], ['甲 1', '12'], ["'=SUM(A1)", ''], ['<b>&"', '<10']])
  })

  it('lets no name become markup', () => {
    const page = new DOMParser().parseFromString(tableMarkup(rows), 'text/html')
    expect([...page.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([['楼栋', '居民'], ['甲 1', '12'], ["'=SUM(A1)", ''], ['<b>&"', '<10']])
    expect([...page.querySelectorAll('b')]).toEqual([])
  })
})

describe('lenses', () => {
  it('are told apart by what they set, and read back from the address', () => {
    for (const lens of lenses) expect(lensOf(lensParts[lens].group, lensParts[lens].profile)).toBe(lens)
    expect(lensOf('60plus', 'adult')).toBeNull()
  })

  it('leave the own group of a category unsaid and walk the streets', () => {
    expect(lensChange('60plus', '60plus')).toEqual({ group: null, profile: 'elderly', metric: 'network' })
    expect(lensChange('wheelchair', '60plus')).toEqual({ group: 'all', profile: 'wheelchair', metric: 'network' })
  })
})
