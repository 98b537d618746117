import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockWords, wallTime } from '../../../web/screen/clock.ts'
import { answerOf, changeOf, factOf, targetOf, untoldOf } from '../../../web/screen/figures.ts'
import { keepSame } from '../../../web/screen/keepSame.ts'
import { layoutOf, pagesOf, planOf } from '../../../web/screen/layout.ts'
import { wallTable } from '../../../web/screen/wallQuery.ts'
import { readTable, writeTable } from '../../../web/stores/table.ts'
import { screenZh } from '../../../web/text/screen.zh.ts'
import { sayIn } from '../../../web/text/saying.ts'
import { wallAnswer, wallNumber } from './answers.ts'

const say = sayIn<string>({ ...screenZh }, 'zh')
/** Thin spaces are for eyes. */
const plain = (text: string | null | undefined): string | undefined => text?.replaceAll('\u2009', '')

describe('the layout of a wall', () => {
  it.each([
    ['a screen', 1920, 1080, 'wide'], ['a large one', 3840, 2160, 'wide'], ['16:10', 1920, 1200, 'wide'], ['a laptop', 1366, 768, 'wide'], ['two screens', 3840, 1080, 'ultra'], ['two large ones', 7680, 2160, 'ultra'], ['21:9', 2560, 1040, 'ultra'],
    ['three screens', 5760, 1080, 'vast'], ['4:3', 1600, 1200, 'square'], ['upright', 1080, 1920, 'totem'], ['a phone', 390, 844, 'phone'], ['a phone on its side', 844, 390, 'phone'],
  ])('of %s (%i x %i) is %s', (_name, width, height, layout) => expect(layoutOf(width, height)).toBe(layout))

  it('never has text below a fiftieth of the height, nor anything to touch below a twenty-fourth of the shorter side and 44 pixels', () => {
    fc.assert(fc.property(fc.integer({ min: 600, max: 8000 }), fc.integer({ min: 520, max: 4400 }), (width, height) => {
      const plan = planOf(width, height)
      expect(plan.text * 50).toBeGreaterThanOrEqual(height)
      expect(plan.hit * 24).toBeGreaterThanOrEqual(Math.min(width, height))
      expect(plan.text).toBeGreaterThanOrEqual(14)
      expect(plan.hit).toBeGreaterThanOrEqual(44)
      expect(plan.answer).toBeGreaterThan(plan.text)
    }), { seed: 6, numRuns: 300 })
  })
  it('of a phone is in pixels of a phone, however long it is', () => expect(planOf(390, 3000)).toMatchObject({ text: 14, hit: 44 }))
  it('leaves one that takes all places a page of its own, in order', () => {
    expect(pagesOf(['a', 'b', 'c', 'M', 'd', 'e'], 2, (row) => (row === 'M' ? 2 : 1))).toEqual([['a', 'b'], ['c'], ['M'], ['d', 'e']])
    expect(pagesOf(['a', 'M'], 1, () => 2)).toEqual([['a'], ['M']])
  })
  it('shows every row on exactly one page', () => {
    fc.assert(fc.property(fc.array(fc.integer(), { maxLength: 30 }), fc.integer({ min: 1, max: 13 }), (rows, atOnce) => {
      const pages = pagesOf(rows, atOnce)
      expect(pages.flat()).toEqual(rows)
      expect(pages.every((page) => page.length > 0 && page.length <= atOnce)).toBe(true)
    }), { seed: 6 })
  })
})

describe('what did not change', () => {
  it('is the same object afterwards, and what changed is not', () => {
    const before = wallAnswer()
    const now = keepSame(before, wallAnswer({ numbers: wallAnswer().numbers.map((number) => (number.code === 'rooms' ? { ...number, value: 61 } : number)) }))
    expect(now).not.toBe(before)
    expect(now.boards).toBe(before.boards)
    expect(now.numbers.map((number, at) => number === before.numbers[at])).toEqual([true, true, true, false, true, true, true, true])
    expect(now.numbers[3].fresh).toBe(before.numbers[3].fresh)
  })
  it('is known by its code when rows change their order', () => {
    const before = wallAnswer()
    const turned = keepSame(before, wallAnswer({ children: wallAnswer().children.toReversed() }))
    expect(turned.children).toEqual(wallAnswer().children.toReversed())
    expect(turned.children[0]).toBe(before.children[1])
  })
  it('never changes what an answer says, and an equal answer is the one before', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (before, now) => {
      const text = JSON.stringify(now)
      expect(JSON.stringify(keepSame(before, now))).toBe(text)
      const copy: unknown = JSON.parse(text)
      expect(keepSame(copy, JSON.parse(text))).toBe(copy)
    }), { seed: 6, numRuns: 300 })
  })
})

describe('the address of the wall', () => {
  it('holds what is chosen, as of when, and what is opened', () => {
    const query = { only: '310101001001,310101001002', month: '2026-03', form: 'hexagons', edition: 'e1', subject: 'hours', shows: 'rooms', tour: 't1,t2', building: '12' }
    const { values, faults } = readTable(wallTable, query)
    expect(faults).toEqual([])
    expect(values).toEqual({ only: ['310101001001', '310101001002'], month: '2026-03', form: 'hexagons', edition: 'e1', subject: 'hours', shows: 'rooms', tour: ['t1', 't2'], building: 12 })
    expect(writeTable(wallTable, values)).toEqual(query)
  })
  it('is empty of what is usual', () => expect(writeTable(wallTable, readTable(wallTable, {}).values)).toEqual({}))
  it('says what it cannot read, and goes on without it', () => {
    const { values, faults } = readTable(wallTable, { only: 'a,,b', month: '2026-13', subject: 'nothing', shows: 'hours', building: '-1' })
    expect(values).toEqual(readTable(wallTable, {}).values)
    expect(faults.map((fault) => fault.parameter)).toEqual(['only', 'month', 'subject', 'shows', 'building'])
  })
})

describe('the words of a number', () => {
  it('a share is in per cent, a count beside its whole', () => {
    expect(answerOf(wallNumber('meals', { value: 724, of: 1000 }), 'zh')).toEqual({ large: '72.4', beside: '', unit: '%' })
    expect(answerOf(wallNumber('opened', { value: 27, of: 49, shown: 'count', unit: '家' }), 'zh')).toEqual({ large: '27', beside: '/ 49', unit: '家' })
    expect(answerOf(wallNumber('vacant', { value: 4, of: null, shown: 'count', unit: '席' }), 'zh')).toEqual({ large: '4', beside: '', unit: '席' })
  })
  it('there is none where nothing is told, or nothing to divide by', () => {
    expect(answerOf(wallNumber('meals', { value: null }), 'zh')).toBeNull()
    expect(answerOf(wallNumber('meals', { value: 0, of: 0 }), 'zh')).toBeNull()
  })
  it('tells the change of three months with its sign, and whether that is better', () => {
    const change = changeOf(wallNumber('meals'), say, 'zh')
    expect({ ...change, words: plain(change?.words) }).toEqual({ sign: '▲', words: '比7月末高10.0个百分点，好转', sense: 'better' })
    const fewer = changeOf(wallNumber('leftOut', { shown: 'count', unit: '栋', better: 'low', months: [{ month: '2026-07', value: 32, of: 90 }, { month: '2026-08', value: 30, of: 90 }, { month: '2026-09', value: 30, of: 90 }, { month: '2026-10', value: 23, of: 90 }] }), say, 'zh')
    expect({ ...fewer, words: plain(fewer?.words) }).toEqual({ sign: '▽', words: '比7月末少9栋，好转', sense: 'better' })
    const worse = changeOf(wallNumber('meals', { better: 'low' }), say, 'zh')
    expect([worse?.sense, plain(worse?.words)]).toEqual(['worse', '比7月末高10.0个百分点，变差'])
  })
  it('says that nothing moved, and nothing where an end is missing', () => {
    const still = wallNumber('meals').months.map((month) => ({ ...month, value: 50 }))
    expect(changeOf(wallNumber('meals', { months: still }), say, 'zh')).toMatchObject({ sign: '–', sense: 'same' })
    expect(changeOf(wallNumber('meals', { months: still.slice(0, 3) }), say, 'zh')).toBeNull()
    expect(changeOf(wallNumber('meals', { months: [{ month: '2026-07', value: null, of: 100 }, ...still.slice(1)] }), say, 'zh')).toBeNull()
  })
  it('a target has a sign and words, and says when no source confirms it', () => {
    const words = (target: ReturnType<typeof wallNumber>['target']) => { const said = targetOf(wallNumber('meals', { target }), say, 'zh'); return said && [said.sign, plain(said.words)] }
    expect(words({ value: 0.85, reached: true, confirmed: true, source: '' })).toEqual(['▲', '目标85%已达'])
    expect(words({ value: 0.85, reached: false, confirmed: false, source: '' })).toEqual(['▽', '拟定目标85%未达'])
    expect(words({ value: 0.85, reached: null, confirmed: true, source: '' })).toEqual(['', '目标85%'])
    expect(words(null)).toBeNull()
  })
  it('says why there is no figure, and how many areas a figure leaves out', () => {
    expect(untoldOf({ value: null, why: 'level', untold: 0 }, say)).toBe('按社区统计，网格没有这个数')
    expect(untoldOf({ value: null, why: 'few', untold: 1 }, say)).toBe('人数太少或须保护，不显示')
    expect(untoldOf({ value: null, why: null, untold: 0 }, say)).toBe('还没有录入')
    expect(plain(untoldOf({ value: 5, why: null, untold: 2 }, say))).toBe('2个区域人数太少或须保护，没有计入')
    expect(untoldOf({ value: 5, why: null, untold: 0 }, say)).toBe('')
  })
  it('a fact is told in its own unit, and left out where it has no figure', () => {
    expect(plain(factOf({ code: 'r', name: '居民', value: 1120, of: null, shown: 'count', unit: '人' }, say, 'zh'))?.replaceAll(' ', '')).toBe('居民1120人')
    expect(plain(factOf({ code: 's', name: '满意率', value: 9, of: 10, shown: 'share', unit: '' }, say, 'zh'))?.trim()).toBe('满意率90.0%')
    expect(factOf({ code: 's', name: '满意率', value: null, of: 10, shown: 'share', unit: '' }, say, 'zh')).toBeNull()
  })
})

describe('the clock', () => {
  it('is that of the city, wherever the screen thinks it hangs', () => {
    expect(wallTime(Date.parse('2026-11-21T10:32:00Z'))).toEqual({ month: 11, day: 21, weekday: 6, time: '18:32' })
    expect(wallTime(Date.parse('2026-12-31T16:00:00Z'))).toEqual({ month: 1, day: 1, weekday: 5, time: '00:00' })
    expect(plain(clockWords(Date.parse('2026-11-21T10:32:00Z'), say))).toBe('11月21日 星期六18:32')
  })
})
