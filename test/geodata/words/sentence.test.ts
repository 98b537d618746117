import { expect, test } from 'vitest'
import { fillSentence, listSign } from '../../../geodata/words/sentence.ts'

const sentence = { zh: '应为 {expected}，得到“{found}”，{none}。', en: 'Expected {expected}, found "{found}", {none}.' }

test('a list in a sentence has the sign of its language; what was found stands as it was found', () => {
  const details = { expected: ['canteen', 'school'].join(listSign('zh')), found: '甲、乙', none: null }
  expect([fillSentence(sentence, details, 'zh'), fillSentence(sentence, details, 'en')]).toEqual(['应为 canteen、school，得到“甲、乙”，—。', 'Expected canteen, school, found "甲、乙", —.'])
})
