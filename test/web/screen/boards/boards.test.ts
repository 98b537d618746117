// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WallBoard as Board } from '../../../../geodata/contract/wall.ts'
import { fitting, gapsOf, laneOf, longest, namesAndBars, steppedTo, toneOf, widthOf } from '../../../../web/screen/boards/board.ts'
import { yearsOf } from '../../../../web/screen/boards/months.ts'
import { amountOf, lineOf, trendOf } from '../../../../web/screen/boards/trend.ts'
import FreshMark from '../../../../web/screen/boards/FreshMark.vue'
import TimeSlider from '../../../../web/screen/boards/TimeSlider.vue'
import TrendLine from '../../../../web/screen/boards/TrendLine.vue'
import WallBoard from '../../../../web/screen/boards/WallBoard.vue'
import { useSpeechStore } from '../../../../web/stores/speech.ts'
import { screenBoardsZh } from '../../../../web/text/screenBoards.zh.ts'
import { giveSize, mounted, settle } from '../../mounted.ts'
import { screenEmptyZh } from '../../../../web/text/screenEmpty.zh.ts'
import { screenZh } from '../../../../web/text/screen.zh.ts'
import { wallNumber } from '../answers.ts'
import { bars, fresh, halfHourBoard, list, manyBars, matrixBoard, pairs, row } from './hand.ts'

const plain = (text: string): string => text.replace(/[\s\u2009]+/g, ' ').trim()
const shown = async (board: Board, props: { chosen?: string | null; lit?: readonly string[] } = {}) => {
  const { wrapper } = await mounted(WallBoard, { props: { board, chosen: props.chosen ?? null, lit: props.lit ?? [] } })
  useSpeechStore().learn({ ...screenBoardsZh, ...screenEmptyZh })
  await settle()
  return wrapper
}
beforeEach(() => giveSize(400, 400))
afterEach(() => { document.body.innerHTML = '' })

describe('rows in a height', () => {
  it('are as many as fit, never none, and keep their notes only where three of them fit', () => {
    const sizes = { text: 20, least: 28 }
    expect(fitting(440, sizes, { line: 2, noted: 3 })).toEqual({ rows: 7, notes: true, rowPixels: 60 })
    expect(fitting(140, sizes, { line: 2, noted: 3 })).toEqual({ rows: 3, notes: false, rowPixels: 40 })
    expect([fitting(5, sizes, { line: 2, noted: null }).rows, fitting(440, { text: 10, least: 44 }, { line: 2, noted: null }).rows]).toEqual([1, 10])
  })
  it('are walked through by the keys and left at no end', () => {
    expect([steppedTo('ArrowDown', 0, 3, 2), steppedTo('ArrowUp', 0, 3, 2), steppedTo('PageDown', 0, 3, 9), steppedTo('End', 0, 3, 2), steppedTo('Home', 2, 3, 2), steppedTo('a', 0, 3, 2)]).toEqual([1, 0, 2, 2, 0, null])
  })
  it('have lengths against the largest whole, or the largest value where nothing has a whole', () => {
    const wholes = [row('a', { value: 3, of: 20 }), row('b', { value: 12, of: 15 })]
    expect([longest(bars()), longest({ code: 'shutRooms', rows: wholes }), longest({ code: 'noMeals', rows: wholes }), longest({ code: 'noMeals', rows: [] })]).toEqual([12, 20, 12, 0])
    expect(widthOf('12 栋')).toBeCloseTo(2.58)
    expect([namesAndBars(11, 4, 25), namesAndBars(14, 4, 25), namesAndBars(14, 4, 0)]).toEqual([{ name: 11, cut: false }, { name: 13.1, cut: true }, { name: 14, cut: false }])
    expect([toneOf('noMeals'), toneOf('shutRooms'), toneOf('requestPlaces')]).toEqual(['gap', 'full', 'plain'])
  })
})

/** What a reader who sees nothing is told. */
const heard = (element: Element): string => {
  const told = element.cloneNode(true) as Element
  for (const hidden of told.querySelectorAll('[aria-hidden]')) hidden.remove()
  return plain(told.textContent ?? '').trim()
}

describe('a board of rows', () => {
  it('gives a long reason two lines where two such rows fit, and a bar beside it the rest of the row', () => {
    const sizes = { text: 20, least: 30 }
    expect(fitting(170, sizes, { line: 2, noted: 3, wrapped: 4 })).toEqual({ rows: 2, notes: true, rowPixels: 80 })
    expect(fitting(150, sizes, { line: 2, noted: 3, wrapped: 4 })).toEqual(fitting(150, sizes, { line: 2, noted: 3 }))
    expect([laneOf(5, 20), laneOf(17, 22), laneOf(30, 20)]).toEqual([4.4, 22 - 17 - 0.6, 3])
  })
  it('is titled by its question, answers it, and reads as a list with figures and reasons', async () => {
    const wrapper = await shown(bars())
    expect(wrapper.get('section').attributes('aria-label')).toBe('哪些楼没饭吃，为何？')
    expect(plain(wrapper.get('.answer').text())).toBe('23 栋、1120 人，隔河的最多。')
    expect(wrapper.findAll('li .figure').map((one) => plain(one.text()))).toEqual(['12 栋', '9 栋', '不公布'])
    expect(wrapper.findAll('li').map(({ element }) => heard(element))).toEqual(['北岸社区 楼栋 12 隔河，绕桥 1450 米', '九江里社区 楼栋 9 只有职工食堂', '金陵社区 楼栋 不公布'])
    wrapper.unmount()
  })
  it('draws a length in a tone with a pattern, and a hatch where nothing is told', async () => {
    const wrapper = await shown(bars())
    expect(wrapper.findAll('.bar').map((bar) => [bar.classes().includes('gap'), bar.attributes('style')])).toEqual([[true, 'inline-size: 100%;'], [true, 'inline-size: 75%;']])
    expect(wrapper.findAll('.lane.hatch')).toHaveLength(1)
    await wrapper.setProps({ board: bars({ rows: [row('a', { value: 0 }), row('b', { value: 0 })] }) })
    expect(wrapper.findAll('.bar, .hatch')).toEqual([])
    wrapper.unmount()
  })
  it('writes a whole beside its part, and a second count in words where the note does not say it', async () => {
    const wrapper = await shown(bars({ code: 'shutRooms', unit: '间', measures: ['不开的室（间）', '建成的室（间）', '其中 60 岁及以上（人）'], rows: [row('a', { value: 5, of: 7, second: { value: 412, of: null }, note: '设计院' }), row('b', { value: 2, of: 7, second: { value: 3, of: 9 }, note: '单位报到 3/9 家' })] }))
    expect(wrapper.findAll('.figure').map((one) => plain(one.text()))).toEqual(['5 / 7 间', '2 / 7 间'])
    expect(wrapper.findAll('.note').map((one) => plain(one.text()))).toEqual(['其中 60 岁及以上 412 人 · 设计院', '单位报到 3/9 家'])
    expect(wrapper.findAll('.whole').map((one) => one.attributes('style'))).toEqual(['inline-size: 100%;', 'inline-size: 100%;'])
    wrapper.unmount()
  })
  it('writes both rates of a pair and the formula below', async () => {
    const wrapper = await shown(pairs())
    expect(wrapper.findAll('.figure').map((one) => plain(one.text()))).toEqual(['71.0% / 92.0%', '48.0% / 不公布'])
    expect(plain(wrapper.get('.formula').text())).toBe('组织覆盖 / 工作覆盖，%，以实体运营企业计')
    expect(wrapper.findAll('.two .hatch')).toHaveLength(1)
    wrapper.unmount()
  })
  it('lists rows with the word of their state beside its sign', async () => {
    const wrapper = await shown(list())
    expect(wrapper.findAll('li').map(({ element }) => heard(element))).toEqual(['修轮椅坡道逾期 等了 41 东榆社区', '暑期看护未到期 等了 8'])
    wrapper.unmount()
  })
  it('tells which areas are pointed at and which row is chosen, by pointer and by keys', async () => {
    const wrapper = await shown(bars(), { chosen: 'c2', lit: ['c1'] })
    const buttons = wrapper.findAll('li button')
    expect(buttons.map((one) => [one.attributes('aria-pressed'), one.classes()])).toEqual([['false', ['lit']], ['true', ['chosen']], ['false', []]])
    await buttons[1]?.trigger('pointerenter')
    await wrapper.get('ul').trigger('pointerleave')
    await buttons[1]?.trigger('click')
    expect(wrapper.emitted('point')).toEqual([[['c2']], [null]])
    expect(wrapper.emitted('choose')?.[0]).toEqual([bars().rows[1]])
    await buttons[0]?.trigger('focus')
    await wrapper.get('ul').trigger('keydown', { key: 'ArrowDown' })
    await settle()
    expect(plain(document.activeElement?.textContent ?? '')).toContain('九江里社区')
    expect(wrapper.emitted('point')?.at(-1)).toEqual([['c2']])
    wrapper.unmount()
  })
  it('counts what does not fit and turns pages by touch and by keys', async () => {
    giveSize(400, 135)
    const wrapper = await shown(manyBars(7, 19))
    const names = (): string[] => wrapper.findAll('li .name').map((one) => plain(one.text()))
    expect([names().length, plain(wrapper.get('.more').text())]).toEqual([3, '另 16 项'])
    await wrapper.get('.turn button:last-child').trigger('click')
    await settle()
    expect([names()[0], plain(wrapper.get('[role=status]').text())]).toEqual(['社区 3', '4 至 6，共 19'])
    await wrapper.get('ul').trigger('keydown', { key: 'End' })
    await settle()
    expect(names()).toEqual(['社区 6'])
    expect(plain(wrapper.get('.more').text())).toBe('另 12 项在记录里')
    await wrapper.get('.turn button:last-child').trigger('click')
    expect(names()[0]).toBe('社区 0')
    wrapper.unmount()
  })
  it('says in words why there is nothing', async () => {
    for (const [why, sentence] of [['level', '这里按社区统计，网格没有这个数。'], ['none', '缺社区食堂或住宅：在“数据”页填“设施”表，住宅随地图导入。'], ['few', '人数太少或须保护，不公布。']] as const) {
      const wrapper = await shown(bars({ why, rows: [], total: 0, answer: '' }))
      expect([plain(wrapper.get('.why').text()), wrapper.findAll('ul, .turn')]).toEqual([sentence, []])
      wrapper.unmount()
    }
    const empty = await shown(bars({ rows: [], total: 0, untold: 2 }))
    expect(plain(empty.text())).toContain('这个范围内没有要列出的。另有 2 处人数太少或须保护，没有计入。')
    empty.unmount()
  })
  it('tells the number it explains with its months and its target, and none where it explains none', async () => {
    const { wrapper } = await mounted(WallBoard, { props: { board: bars(), numbers: [wallNumber('leftOut', { shown: 'count', value: 23, of: 90, unit: '栋' })], chosen: null, lit: [] } })
    useSpeechStore().learn({ ...screenZh, ...screenBoardsZh })
    await settle()
    expect(plain(wrapper.get('.aim').text())).toMatch(/^服务空白楼栋 23 栋.*目标/)
    await wrapper.setProps({ board: bars({ code: 'shutRooms' }) })
    expect(wrapper.findAll('.aim')).toEqual([])
    wrapper.unmount()
  })
  it('opens rule and records at its question', async () => {
    const wrapper = await shown(bars())
    await wrapper.get('h3 button').trigger('click')
    expect(wrapper.emitted('trust')).toHaveLength(1)
    wrapper.unmount()
  })
})

describe('a board of half hours', () => {
  it('finds what lies below half of the day’s highest while people eat, empty hours too', () => {
    const day = Array.from({ length: 48 }, (_none, half) => (half >= 22 && half < 26 ? 0.8 : half === 30 ? 0.4 : half === 35 || half === 45 ? 0.2 : 0))
    const gaps = gapsOf(day).flatMap((gap, half) => (gap ? [half] : []))
    expect(gaps).toEqual([...Array.from({ length: 10 }, (_none, at) => 12 + at), 26, 27, 28, 29, 31, 32, 33, 34, 35, 36, 37, 38, 39])
    expect(gapsOf(day.map(() => 0))).not.toContain(true)
  })
  it('labels the highest and the half hour looked at, and is walked by the keys', async () => {
    const wrapper = await shown(halfHourBoard())
    expect(wrapper.findAll('.labels span').map((one) => plain(one.text()))).toEqual(['11:00 72.0%', '17:30 31.0%'])
    const slider = wrapper.get('[role=slider]')
    for (const key of ['Home', 'PageDown', 'ArrowLeft']) await slider.trigger('keydown', { key })
    expect(slider.attributes('aria-valuenow')).toBe('0')
    await slider.trigger('keydown', { key: 'End' })
    expect(wrapper.findAll('.labels span').map((one) => plain(one.text()))).toEqual(['11:00 72.0%', '23:30 0.0%'])
    expect([slider.attributes('aria-valuenow'), slider.attributes('aria-valuetext')].map((one) => plain(one ?? ''))).toEqual(['47', '23:30 0.0%'])
    expect(plain(wrapper.get('.rule').text())).toBe('橙色带点：6 至 20 点不到当天最高的一半')
    expect(wrapper.findAll('tbody tr')).toHaveLength(48)
    wrapper.unmount()
  })
  it('lights the areas of the half hour that is pointed at, and chooses them by a second touch or Enter', async () => {
    const at = (halves: readonly number[]): string => Array.from({ length: 48 }, (_none, half) => Number(halves.includes(half))).join('')
    const wrapper = await shown(halfHourBoard({ areas: [{ code: 'c1', halves: at([24, 35]) }, { code: 'c2', halves: at([24]) }] }), { chosen: '24' })
    const svg = wrapper.get('svg')
    svg.element.getBoundingClientRect = () => ({ left: 0, width: 480 }) as DOMRect
    expect(wrapper.get('.chosen').attributes('x')).toBe('24')
    await svg.trigger('pointerdown', { clientX: 245, pointerType: 'touch' })
    await svg.trigger('click')
    expect([wrapper.emitted('point'), wrapper.emitted('choose')]).toEqual([[[['c1', 'c2']]], undefined])
    await svg.trigger('pointerdown', { clientX: 246, pointerType: 'touch' })
    await svg.trigger('click')
    expect(wrapper.emitted('choose')).toEqual([[{ id: '24', name: '12:00', areas: ['c1', 'c2'], position: null }]])
    const slider = wrapper.get('[role=slider]')
    await slider.trigger('keydown', { key: 'End' })
    await slider.trigger('keydown', { key: 'Enter' })
    expect([wrapper.emitted('point')?.at(-1), wrapper.emitted('choose')?.length]).toEqual([[[]], 1])
    await slider.trigger('blur')
    expect(wrapper.emitted('point')?.at(-1)).toEqual([null])
    expect(plain(slider.attributes('aria-valuetext') ?? '')).toContain('0 个区域有人走得到')
    wrapper.unmount()
  })
  it('stands on the sites that are open where no count of people is told', async () => {
    const wrapper = await shown(halfHourBoard({ total: null, covered: Array.from({ length: 48 }, () => null) }))
    expect(plain(wrapper.get('.labels').text())).toContain('17:30 开着 3 处')
    expect(wrapper.findAll('thead th')).toHaveLength(2)
    wrapper.unmount()
  })
})

describe('a board of squares', () => {
  it('is a table with a pattern and a word in every square', async () => {
    const wrapper = await shown(matrixBoard(), { lit: ['c2'] })
    expect(wrapper.findAll('tbody tr').map((one) => [plain(one.text()), one.classes()])).toEqual([['安置社区 缺 2 项缺缺面积不足', []], ['纺织社区 全部配齐已建共享在建', ['lit']]])
    expect(wrapper.findAll('.square').map((one) => one.classes().at(-1))).toEqual(['missing', 'missing', 'belowArea', 'built', 'shared', 'underway'])
    expect(wrapper.findAll('thead .unseen').map((one) => one.text())).toEqual(['社区', '社区服务站', '游园', '图书室'])
    wrapper.unmount()
  })
  it('chooses an area by touch and by keys', async () => {
    const wrapper = await shown(matrixBoard())
    await wrapper.findAll('tbody tr')[1]?.trigger('click')
    await wrapper.findAll('tbody tr')[1]?.trigger('pointerenter')
    expect(wrapper.emitted('choose')).toEqual([[{ id: 'c2', name: '纺织社区', areas: ['c2'], position: null }]])
    expect(wrapper.emitted('point')?.[0]).toEqual([['c2']])
    await wrapper.get('table').trigger('keydown', { key: 'ArrowDown' })
    await settle()
    expect(document.activeElement?.getAttribute('data-at')).toBe('1')
    wrapper.unmount()
  })
})

describe('the date of the data', () => {
  const mark = async (over: Parameters<typeof fresh>[0]) => {
    const { wrapper } = await mounted(FreshMark, { props: { fresh: fresh(over) } })
    useSpeechStore().learn({ ...screenBoardsZh, ...screenEmptyZh })
    await settle()
    return wrapper
  }
  it('turns amber with a word, then is struck, and is said whole to readers', async () => {
    const of = async (over: Parameters<typeof fresh>[0]): Promise<(string | boolean)[]> => {
      const wrapper = await mark(over)
      const seen = [wrapper.get('.fresh').classes().at(-1) ?? '', plain(wrapper.get('[aria-hidden]').text()), wrapper.find('s').exists(), plain(wrapper.get('.unseen').text())]
      wrapper.unmount()
      return seen
    }
    expect(await of({})).toEqual(['fresh', '2026 年 11 月 20 日数据', false, '数据日期 2026 年 11 月 20 日，1 天前，在 30 天以内。'])
    expect(await of({ state: 'ageing', ageDays: 45 })).toEqual(['ageing', '2026 年 11 月 20 日数据待更新', false, '数据日期 2026 年 11 月 20 日，已有 45 天，超过 30 天，待更新。'])
    expect(await of({ state: 'old', ageDays: 120 })).toEqual(['old', '2026 年 11 月 20 日数据已过时', true, '数据日期 2026 年 11 月 20 日，已有 120 天，超过 90 天，已过时。'])
    expect((await of({ state: 'unknown', date: null, ageDays: null })).slice(1)).toEqual(['数据日期不详', false, '没有一条记录写了日期。'])
  })
})

describe('a trend', () => {
  const months = [{ month: '2026-08', value: 60, of: 100 }, { month: '2026-09', value: null, of: 100 }, { month: '2026-10', value: 70, of: 100 }, { month: '2026-11', value: 80, of: 100 }]
  it('spans what is told and the target, and breaks where a month is not told', () => {
    const { points, targetY } = trendOf(months, 'share', 0.85)
    expect(lineOf(points)).toBe('M0 92M66.67 58.4L100 24.8'.replace('24.8', '24.8'))
    expect(targetY).toBe(8)
    expect([amountOf({ value: 3, of: 0 }, 'share'), amountOf({ value: 3, of: 0 }, 'count'), trendOf([], 'count', 4).targetY]).toEqual([null, 3, 50])
  })
  it('labels the first and the last month and is said as a sentence', async () => {
    const { wrapper } = await mounted(TrendLine, { props: { months, shown: 'share', unit: '', target: 0.85 } })
    useSpeechStore().learn({ ...screenBoardsZh, ...screenEmptyZh })
    await settle()
    expect(wrapper.findAll('.label').map((one) => one.text())).toEqual(['60.0%', '80.0%'])
    expect(plain(wrapper.get('[role=img]').attributes('aria-label') ?? '')).toBe('2026 年 8 月末 60.0%，2026 年 11 月末 80.0%。 目标 85.0%')
    await wrapper.setProps({ months: months.slice(0, 2) })
    expect(wrapper.text()).toBe('还没有可比的月份')
    wrapper.unmount()
  })
})

describe('the slider of months', () => {
  const slider = async (month: string | null) => {
    const { wrapper } = await mounted(TimeSlider, { props: { from: '2024-12', to: '2026-11', month, ready: true } })
    useSpeechStore().learn({ ...screenBoardsZh, ...screenEmptyZh })
    await settle()
    return wrapper
  }
  it('stands at now, goes to a month, jumps a year by the page keys, and back to now', async () => {
    const wrapper = await slider(null)
    const input = wrapper.get('input')
    expect([input.attributes('aria-valuetext'), wrapper.get('.now').attributes('disabled') !== undefined]).toEqual(['现在', true])
    await input.trigger('keydown', { key: 'PageDown' })
    await input.setValue('3')
    await wrapper.setProps({ month: '2025-03' })
    await input.trigger('keydown', { key: 'PageDown' })
    await wrapper.get('.now').trigger('click')
    expect(wrapper.emitted('month')).toEqual([['2025-11'], ['2025-03'], ['2024-12'], [null]])
    expect(plain(wrapper.get('output').text())).toBe('2025 年 3 月末')
    expect(wrapper.findAll('.tick').map((one) => one.text())).toEqual(['2025', '2026'])
    wrapper.unmount()
  })
  it('plays from year to year where that is asked for', async () => {
    expect(yearsOf(['2024-11', '2025-10', '2025-11', '2026-11'])).toEqual(['2024-11', '2025-11', '2026-11'])
    const wrapper = await slider('2026-11')
    await wrapper.findAll('.pace button')[1]?.trigger('click')
    await wrapper.get('button').trigger('click')
    expect([wrapper.emitted('month'), wrapper.get('button').attributes('aria-label')]).toEqual([[['2025-11']], '停下'])
    wrapper.unmount()
  })
})
