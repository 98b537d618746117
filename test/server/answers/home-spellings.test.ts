import { expect, test } from 'vitest'
import { spellingsOf } from '../../../server/answers/venues/home-spellings.ts'

test('a number is tried in digits and by every word for a building, what was written first', () => {
  expect(spellingsOf('纺织新村')).toEqual(['纺织新村'])
  expect(spellingsOf('三号楼')).toEqual(['三号楼', '3号楼', '3栋', '3幢', '3号', '3座'])
  expect(spellingsOf('新村12栋')).toEqual(['新村12栋', '新村12号楼', '新村12幢', '新村12号', '新村12座'])
  expect(['十栋', '十二栋', '二十栋', '三十五栋', '九十九栋'].map((text) => spellingsOf(text)[1])).toEqual(['10栋', '12栋', '20栋', '35栋', '99栋'])
  // Numbers that name no building stay as they are.
  expect(spellingsOf('三里屯五道口')).toEqual(['三里屯五道口'])
})
