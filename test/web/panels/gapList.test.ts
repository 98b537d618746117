// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import GapList from '../../../web/panels/GapList.vue'
import { useCityStore } from '../../../web/stores/city.ts'
import { useGapStore } from '../../../web/stores/gaps.ts'
import { useQuestionStore } from '../../../web/stores/question.ts'
import { useSelectionStore } from '../../../web/stores/selection.ts'
import { giveSize, mounted, settle } from '../mounted.ts'
import { smallServer } from '../server.ts'
import { gapRow, gapsAnswer } from '../answers.ts'

const list = async (server = smallServer()) => {
  const view = await mounted(GapList, { server })
  await useCityStore().refresh()
  await settle()
  await useGapStore().ask({ asked: { category: 'canteen' }, lang: 'zh', revision: null, sort: 'need' })
  await settle()
  return { ...view, box: view.wrapper.get('[role=listbox]'), question: useQuestionStore() }
}
beforeEach(() => giveSize())
afterEach(() => { document.body.innerHTML = '' })

describe('the list of buildings left out', () => {
  it('says name, people, reason and by how much each misses', async () => {
    const { wrapper } = await list()
    const first = wrapper.get('[role=option]').text().replace(/\s/g, ' ')
    expect(first).toBe('纺织新村 1 号楼约 212 人最近的社区食堂只对职工开放。步行 19 分钟，差 9 分')
    wrapper.unmount()
  })
  it('is walked through by the arrow keys; the choice goes into the question', async () => {
    const { wrapper, box, question } = await list()
    await box.trigger('keydown', { key: 'ArrowDown' })
    expect(question.values.building).toBe('b-0')
    await box.trigger('keydown', { key: 'ArrowDown' })
    expect(question.values.building).toBe('b-1')
    expect(box.attributes('aria-activedescendant')).toBe('gap-1')
    await box.trigger('keydown', { key: 'ArrowUp' })
    await box.trigger('keydown', { key: 'ArrowUp' })
    expect(question.values.building).toBe('b-0')
    await box.trigger('keydown', { key: 'End' })
    expect(question.values.building).toBe('b-99')
    await box.trigger('keydown', { key: 'Home' })
    expect(question.values.building).toBe('b-0')
    await box.trigger('keydown', { key: 'Escape' })
    expect(question.values.building).toBeNull()
    wrapper.unmount()
  })
  it('chooses by a touch, and points by hovering', async () => {
    const { wrapper, question } = await list()
    await wrapper.findAll('[role=option]')[2].trigger('click')
    expect(question.values.building).toBe('b-2')
    await wrapper.findAll('[role=option]')[3].trigger('pointerenter')
    expect(useSelectionStore().hoverIndex).toBe(6)
    wrapper.unmount()
  })
  it('draws only what is in view, and reads on by cursor', async () => {
    const { wrapper } = await list()
    expect(wrapper.findAll('[role=option]').length).toBeLessThan(40)
    expect(wrapper.get('[role=option]').attributes('aria-setsize')).toBe('335')
    const gaps = useGapStore()
    await gaps.more()
    await gaps.more()
    await gaps.more()
    expect(gaps.rows).toHaveLength(335)
    expect(gaps.next).toBeNull()
    expect(new Set(gaps.rows.map((row) => row.building.id)).size).toBe(335)
    wrapper.unmount()
  })
  it('keeps as many rows as were read when the data change', async () => {
    const { wrapper, server } = await list()
    const gaps = useGapStore()
    await gaps.more()
    await gaps.ask({ asked: { category: 'canteen' }, lang: 'zh', revision: 'next', sort: 'need' })
    expect(server.askedFor('/api/v1/coverage/gaps').at(-1)?.query.get('limit')).toBe('200')
    expect(gaps.rows).toHaveLength(200)
    await gaps.ask({ asked: { category: 'clinic' }, lang: 'zh', revision: 'next', sort: 'need' })
    expect(gaps.rows).toHaveLength(100)
    wrapper.unmount()
  })
  it('says of a building that is not connected that it is not, and never shows fewer than ten people', async () => {
    const cut = gapRow(0, { residents: 4, counted: true, state: 'cut', reason: 'notConnected', sentence: '楼前小路未接入路网。', nearest: null })
    const { wrapper } = await list(smallServer(({ path }) => (path.endsWith('/gaps') ? { body: gapsAnswer(1, 0, 100, { rows: [cut] }) } : undefined)))
    const row = wrapper.get('[role=option]').text()
    expect(row).toContain('不连通')
    expect(row).toContain('<10')
    wrapper.unmount()
  })
})
