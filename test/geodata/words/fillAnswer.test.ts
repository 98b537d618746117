import { describe, expect, it } from 'vitest'
import { fillAnswer } from '../../../geodata/words/registers/fillAnswer.ts'
import { say } from '../../../geodata/words/registers/say.ts'

const both = (zh: string, en: string, details: Parameters<typeof fillAnswer>[1]) => [fillAnswer(say(zh, en), details, 'zh'), fillAnswer(say(zh, en), details, 'en')]

describe('the answer of a register', () => {
  it('writes large numbers as they are read, to the last one', () => {
    expect(both('{a} 件，{b} 元，{c} 次，{d} 平方米', '{a}, {b}, {c}, {d}', { a: 47_587, b: 440_000_000, c: 1040, d: 33.1 })).toEqual(['4.7587 万件，4.4 亿元，1\u2009040 次，33.1 平方米', '47\u2009587, 440\u2009000\u2009000, 1\u2009040, 33.1'])
  })

  it('does not group years', () => {
    expect(both('{year} 年', '{year}', { year: 2026 })).toEqual(['2026 年', '2026'])
  })

  it('names six and counts the others', () => {
    expect(both('{places}', '{places}', { places: '甲、乙、丙、丁、戊、己' })).toEqual(['甲、乙、丙、丁、戊、己', '甲, 乙, 丙, 丁, 戊, 己'])
    expect(both('{places}', '{places}', { places: '甲、乙、丙、丁、戊、己、庚' })).toEqual(['甲、乙、丙、丁、戊、己等 7 个', '甲, 乙, 丙, 丁, 戊, 己 and 1 more'])
  })

  it('leaves out a part that has nothing to say, and says 0 %', () => {
    const [zh, en] = ['[未登记 {unstated} 个][；没有的：{places}][；占 {share}%]', '[{unstated} not stated][; none in {places}][; {share} %]']
    expect(both(zh, en, { unstated: 0, places: null, share: 0 })).toEqual(['占 0%', '0 %'])
    expect(both(zh, en, { unstated: 2, places: '甲', share: null })).toEqual(['未登记 2 个；没有的：甲', '2 not stated; none in 甲'])
  })

  it('agrees in number', () => {
    expect(['{n|community has|communities have} one'].flatMap((en) => [1, 2, 0].map((n) => fillAnswer(say('', en), { n }, 'en')))).toEqual(['1 community has one', '2 communities have one', '0 communities have one'])
  })

  it('compares no community with itself', () => {
    expect([false, true].map((isOne) => fillAnswer(say('{n} 户[~，最多的是{places}]', ''), { n: 3, places: '甲' }, 'zh', { isOne }))).toEqual(['3 户，最多的是甲', '3 户'])
  })

  it('leaves out a part with a figure that is not told', () => {
    const details = { n: 98, percent: '不单列' }
    expect([[], ['percent']].map((untold) => fillAnswer(say('{n} 名[，60 岁及以上占 {percent}%]', ''), details, 'zh', { untold }))).toEqual(['98 名，60 岁及以上占 不单列%', '98 名'])
  })
})
