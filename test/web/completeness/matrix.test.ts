// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { itemClasses, matrixContent, readCell, shownOf, stepIn, writeCell } from '../../../web/completeness/matrix.ts'
import { useCityStore } from '../../../web/stores/city.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import CompletenessView from '../../../web/views/CompletenessView.vue'
import { sessionAnswer } from '../answers.ts'
import { giveSize, mounted, settle } from '../mounted.ts'
import { matrixAnswer } from '../registers/answers.ts'
import { smallServer, type Otherwise } from '../server.ts'

describe('the matrix', () => {
  it('classes areas by complete items, the worst first and all complete apart', () => {
    expect([itemClasses(10), itemClasses(6)]).toEqual([[5, 7, 9, 10], [3, 4, 5, 6]])
    expect(matrixContent(matrixAnswer(), 2, 'c1', '')).toMatchObject({ areas: { level: 'community', rows: [{ code: 'c1', step: 0 }, { code: 'c2', step: 1 }] }, lowIsWorse: true, chosen: 'c1', hovered: null })
  })
  it('tells what nobody entered apart from what is missing', () => {
    expect(matrixAnswer().rows[0].cells.map(shownOf)).toEqual(['missing', 'unknown'])
  })
  it('keeps the chosen cell in the address', () => {
    for (const [area, item] of [['c1', 'station'], ['c1', ''], ['', 'station']]) expect(readCell(writeCell(area, item))).toEqual({ area, item })
    expect([writeCell('', ''), readCell(null)]).toEqual([null, { area: '', item: '' }])
  })
  it('is left at no edge by the keys', () => {
    const at = { row: 0, column: 1 }
    expect(stepIn('ArrowUp', false, at, 3, 4, 2)).toEqual({ row: -1, column: 1 })
    expect(stepIn('ArrowLeft', false, { row: 0, column: 0 }, 3, 4, 2)).toEqual({ row: 0, column: 0 })
    expect(stepIn('End', true, at, 3, 4, 2)).toEqual({ row: 2, column: 3 })
    expect(stepIn('PageDown', false, at, 3, 4, 9)).toEqual({ row: 2, column: 1 })
    expect(stepIn('x', false, at, 3, 4, 2)).toBeUndefined()
  })
})

const view = async (otherwise: Otherwise = ({ path }) => (path === '/api/v1/completeness' ? { body: matrixAnswer() } : undefined), path = '/completeness') => {
  const shown = await mounted(CompletenessView, { server: smallServer(otherwise), path })
  await useSessionStore().read()
  await useCityStore().refresh()
  await settle()
  return shown
}
const words = (text: string): string => text.replace(/[\s\u2009]+/g, ' ')
beforeEach(() => giveSize(900))
afterEach(() => { document.body.innerHTML = '' })

describe('the page of completeness', () => {
  it('answers by value, and says what is only a sample', async () => {
    const wrapper = (await view()).wrapper
    expect(words(wrapper.get('.answer').text())).toBe('2 个社区里 1 个配齐 2 项，平均 1 项')
    expect(words(wrapper.get('.facts').text())).toContain('要求每百户 30 m²示例取值，待确认')
    expect(wrapper.findAll('.sample').map((one) => one.text())).toContain('示例目录，待确认')
    expect(words(wrapper.text())).toContain('另有 1 个社区一项都没有填报')
    wrapper.unmount()
  })
  it('names each square, is walked through by the keys, and says what is chosen', async () => {
    const { wrapper, router } = await view()
    expect(wrapper.findAll('.cell').map((one) => one.attributes('aria-label'))).toEqual(['东榆社区，社区服务站：缺', '东榆社区，游园：未填报', '纺织社区，社区服务站：已建', '纺织社区，游园：共享'])
    const grid = wrapper.get('[role=grid]')
    for (const key of ['ArrowRight', 'ArrowDown']) await grid.trigger('keydown', { key })
    await settle()
    expect(router.currentRoute.value.query['cell']).toBe('c2:station')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('纺织社区，社区服务站：已建')
    expect(words(wrapper.get('.note').text())).toContain('面积 80 m²目录要求 300 m²（示例目录，待确认）')
    wrapper.unmount()
  })
  it('leads from an item to the buildings that cannot reach one, and lists only where it is missing', async () => {
    const { wrapper, router, server } = await view(undefined, '/completeness?cell=:station')
    expect(wrapper.get('.note a').attributes('href')).toBe('/plan?category=canteen')
    await wrapper.findAll('.note button').find((one) => one.text().includes('只看缺'))?.trigger('click')
    await settle()
    expect(router.currentRoute.value.query['missing']).toBe('station')
    expect(server.askedFor('/api/v1/completeness').at(-1)?.query.get('missing')).toBe('station')
    wrapper.unmount()
  })
  it('shows the public standings and no sizes, and offers them nothing they may not open', async () => {
    const none = { squareMetres: null, households: null, perHundredHouseholds: null, reachesThreshold: null }
    const { wrapper } = await view(({ path }) => {
      if (path === '/api/v1/session') return { body: sessionAnswer({ role: 'public', demoOpen: false }) }
      return path === '/api/v1/completeness' ? { body: matrixAnswer({ rows: matrixAnswer().rows.map((row) => ({ ...row, ...none })) }) } : undefined
    }, '/completeness?cell=c1:station')
    expect(wrapper.text()).not.toContain('每百户面积')
    expect(wrapper.findAll('.note a, .note .ways button')).toHaveLength(0)
    wrapper.unmount()
  })
  it('says so where nothing has been entered', async () => {
    const { wrapper } = await view(({ path }) => (path === '/api/v1/completeness' ? { body: matrixAnswer({ rows: [], summary: { areas: 0, complete: 0, meanItems: null }, withoutData: 3 }) } : undefined))
    expect(wrapper.text()).toContain('还没有填报配置情况')
    expect(wrapper.find('[role=grid]').exists()).toBe(false)
    wrapper.unmount()
  })
})
