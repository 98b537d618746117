// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import WallDrawer from '../../../../web/screen/boards/WallDrawer.vue'
import { useCityStore } from '../../../../web/stores/city.ts'
import { useSessionStore } from '../../../../web/stores/session.ts'
import { useSpeechStore } from '../../../../web/stores/speech.ts'
import { screenBoardsZh } from '../../../../web/text/screenBoards.zh.ts'
import { mounted, settle } from '../../mounted.ts'
import { refusal, smallServer, type Otherwise } from '../../server.ts'
import { records, type Records } from './hand.ts'

const path = '/api/v1/wall/records'
const plain = (text: string): string => text.replace(/[\s\u2009]+/g, ' ').trim()
const opened = async (otherwise: Otherwise, props: Record<string, unknown> = {}) => {
  const shown = await mounted(WallDrawer, { server: smallServer(otherwise), props: { subject: 'noMeals', query: { area: 's1', month: '2026-10' }, ...props } })
  useSpeechStore().learn(screenBoardsZh)
  await useSessionStore().read()
  await useCityStore().refresh()
  await settle()
  return shown
}
const answering = (over: Partial<Records> = {}): Otherwise => (ask) => (ask.path === path ? { body: records(over) } : undefined)
afterEach(() => { document.body.innerHTML = '' })

describe('the drawer of a figure', () => {
  it('tells rule, formula with its figures put in, denominator and when the data are old', async () => {
    const { wrapper, server } = await opened(answering())
    expect(Object.fromEntries(server.askedFor(path)[0]?.query ?? [])).toEqual({ area: 's1', month: '2026-10', subject: 'noMeals', limit: '50' })
    const text = plain(wrapper.get('[role=dialog]').text())
    for (const part of ['哪些楼没饭吃，为何？', '按步行 10 分钟计算。', '够不着的楼 ÷ 全部住宅楼', '23 ÷ 512 = 4.5%', '分母：全部住宅楼', '超过 30 天算待更新，超过 90 天算已过时。', '共 2 条，已列 2 条', '地图上正亮着这些：1 个区域、楼栋按这个数的状态']) expect(text).toContain(part)
    wrapper.unmount()
  })
  it('lights what is counted while it is open, and nothing once it closes', async () => {
    const told: (Records['lights'] | null)[] = []
    const { wrapper } = await opened(answering(), { onLights: (lights: Records['lights'] | null) => told.push(lights) })
    wrapper.unmount()
    expect(told).toEqual([null, records().lights, null])
  })
  it('lists records as a table, figures apart from words, and chooses those with a place', async () => {
    const { wrapper } = await opened(answering())
    expect(wrapper.findAll('tbody tr').map((one) => one.findAll('th, td').map((cell) => plain(cell.text())))).toEqual([
      // Four columns more find no room beside one of areas: it stands below the name.
      ['甲 5 号楼北岸社区', '缺', '甲 5', '1 450', '2026 年 11 月 1 日'], ['无名', '', '—', '12.35', '—'],
    ])
    const few = await opened(answering({ columns: ['最近'], rows: records().rows.map((one) => ({ ...one, cells: one.cells.slice(1, 2) })) }))
    expect(few.wrapper.findAll('tbody tr').map((one) => one.findAll('th, td').map((cell) => plain(cell.text())))).toEqual([['甲 5 号楼', '北岸社区', '缺', '1 450'], ['无名', '—', '', '12.35']])
    few.wrapper.unmount()
    expect(wrapper.findAll('thead .right').map((one) => one.text())).toEqual(['最近'])
    await wrapper.get('tbody tr').trigger('pointerenter')
    await wrapper.get('tbody button').trigger('click')
    expect([wrapper.findAll('tbody button').length, wrapper.emitted('point')?.[0], wrapper.emitted('choose')?.[0]]).toEqual([1, [['c1']], [records().rows[0]]])
    wrapper.unmount()
  })
  it('reads on page by page and tries again where that failed', async () => {
    let refused = true
    const { wrapper, server } = await opened((ask) => {
      if (ask.path !== path) return undefined
      if (ask.query.get('cursor') === null) return { body: records({ total: 3, next: '2' }) }
      if (refused) return refusal('internal', 'no', 500)
      return { body: records({ rows: [{ ...records().rows[0], id: 'b3', name: '乙6号楼' }], total: 3, next: null }) }
    })
    const more = () => wrapper.findAll('button').find((one) => /再看|重试/.test(one.text()))
    expect(plain(more()?.text() ?? '')).toBe('再看 1 条')
    await more()?.trigger('click')
    await settle()
    refused = false
    await more()?.trigger('click')
    await settle()
    expect([wrapper.findAll('tbody tr').length, more(), server.askedFor(path).at(-1)?.query.get('cursor')]).toEqual([3, undefined, '2'])
    wrapper.unmount()
  })
  it('says why there is no figure, and divides nothing where there is no whole', async () => {
    const none = await opened(answering({ figure: { value: null, of: null, untold: 0, why: 'level' }, rows: [], total: 0, lights: { states: [], areas: [], places: [] } }))
    const text = plain(none.wrapper.text())
    for (const part of ['这里按社区统计，网格没有这个数。', '没有记录。', '这些记录在地图上没有位置。']) expect(text).toContain(part)
    none.wrapper.unmount()
    const count = await opened(answering({ figure: { value: 23, of: null, untold: 2, why: null } }))
    expect([count.wrapper.findAll('.put').length, plain(count.wrapper.text()).includes('有 2 处人数太少或须保护，不在合计里。')]).toEqual([0, true])
    count.wrapper.unmount()
    const days = await opened(answering({ formula: '空缺天数＝今天－离任日', figure: { value: 6, of: 178, untold: 0, why: null } }))
    expect(plain(days.wrapper.get('.put').text())).toBe('6，共 178')
    days.wrapper.unmount()
  })
  it('takes the focus, keeps it by the Tab key, and closes by Escape', async () => {
    const { wrapper } = await opened(answering())
    const dialog = wrapper.get('[role=dialog]')
    const stops = dialog.element.querySelectorAll<HTMLElement>('button, [tabindex="0"]')
    expect(dialog.element.contains(document.activeElement)).toBe(true)
    stops[stops.length - 1]?.focus()
    await dialog.trigger('keydown', { key: 'Tab' })
    expect(document.activeElement).toBe(stops[0])
    await dialog.trigger('keydown', { key: 'Tab', shiftKey: true })
    expect(document.activeElement).toBe(stops[stops.length - 1])
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
    await settle()
    expect(wrapper.emitted('close')).toHaveLength(1)
    wrapper.unmount()
  })
})
