import { describe, expect, it } from 'vitest'
import { groupsOf, piecesOf, stepped } from '../../../web/palette/groups.ts'
import { hit } from '../answers.ts'

describe('what was found', () => {
  it('stands by kind, the kind of the best hit first', () => {
    const hits = [hit('facility', 'f1', '甲'), hit('area', 'a1', '乙'), hit('facility', 'f2', '丙')]
    expect(groupsOf(hits).map((group) => [group.kind, group.hits.map((one) => one.id)])).toEqual([['facility', ['f1', 'f2']], ['area', ['a1']]])
  })
  it('has its marks counted in signs, also beyond the basic plane', () => {
    expect(piecesOf('𠮷野家食堂', [[3, 5]])).toEqual([{ text: '𠮷野家', marked: false }, { text: '食堂', marked: true }])
  })
  it('survives marks that overlap, touch or lie outside', () => {
    expect(piecesOf('望澜社区', [[0, 1], [1, 2], [1, 9]])).toEqual([{ text: '望澜社区', marked: true }])
    expect(piecesOf('望澜', [[5, 6]])).toEqual([{ text: '望澜', marked: false }])
    expect(piecesOf('', [[0, 1]])).toEqual([])
  })
})

describe('the arrow keys', () => {
  it('go round the list, from nowhere to its ends, and nowhere in an empty one', () => {
    expect([stepped(-1, 1, 3), stepped(-1, -1, 3), stepped(2, 1, 3), stepped(0, -1, 3), stepped(-1, 1, 0)]).toEqual([0, 2, 0, 2, -1])
  })
})
