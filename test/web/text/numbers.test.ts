import { describe, expect, it } from 'vitest'
import * as number from '../../../web/text/numbers.ts'

const { thin } = number

describe('figures', () => {
  it('separates thousands by a thin space', () => {
    expect([0, 7, 999, 1000, 1_234_567].map(number.exact)).toEqual(['0', '7', '999', `1${thin}000`, `1${thin}234${thin}567`])
  })
  it('speaks of ten thousands above 10,000 in Chinese, and never in English', () => {
    expect(number.count(9999, 'zh')).toBe(`9${thin}999`)
    expect(number.count(10_000, 'zh')).toBe(`1${thin}万`)
    expect(number.count(123_456, 'zh')).toBe(`12.3${thin}万`)
    expect(number.count(123_456, 'en')).toBe(`123${thin}456`)
  })
  it('never rounds a share onto nothing or onto all', () => {
    expect([0, 0.0001, 0.6117, 0.9999, 1, null].map(number.share)).toEqual(['0.0%', '<0.1%', '61.2%', '>99.9%', '100.0%', '—'])
  })
  it('takes a figure that did not come for one that is too small', () => {
    expect([null, 0, 9, 10].map((people) => [number.fewPeople(people, 10, 'zh'), number.isFew(people, 10)])).toEqual([['<10', true], ['0', false], ['<10', true], ['10', false]])
  })
  it('hides few people but not nobody', () => {
    expect([0, 1, 9, 10, 212].map((value) => number.fewPeople(value, 10, 'zh'))).toEqual(['0', '<10', '<10', '10', '212'])
  })
})

describe('walks', () => {
  it('agree with the limit they miss', () => {
    expect(number.walkAndMiss(19.2, 9.2)).toEqual({ walk: '19', misses: '9' })
    expect(number.walkAndMiss(10.3, 0.3)).toEqual({ walk: '10.3', misses: '0.3' })
    expect(number.walkAndMiss(10.01, 0.01)).toEqual({ walk: '10.1', misses: '0.1' })
  })
  it('that miss nothing say nothing of missing', () => {
    expect(number.walkAndMiss(4.26, -5.74)).toEqual({ walk: '4.3', misses: null })
  })
})

describe('days and hours', () => {
  it('are written as people write them', () => {
    expect(number.day('2026-10-01', 'zh')).toBe(`2026${thin}年${thin}10${thin}月${thin}1${thin}日`)
    expect(number.day('2026-10-01', 'en')).toBe('1 Oct 2026')
    expect(number.day('unknown', 'zh')).toBe('unknown')
  })
  it('are those of the city, wherever the reader is', () => {
    expect(number.hourOf(Date.UTC(2026, 10, 22, 4, 5))).toBe('12:05')
  })
})
