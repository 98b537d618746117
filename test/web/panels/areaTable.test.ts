// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import AreaTable from '../../../web/panels/AreaTable.vue'
import { useAnswerStore } from '../../../web/stores/answer.ts'
import { useCityStore } from '../../../web/stores/city.ts'
import { useQuestionStore } from '../../../web/stores/question.ts'
import { areaFigures, coverageAnswer } from '../answers.ts'
import { giveSize, mounted, settle } from '../mounted.ts'
import { smallServer } from '../server.ts'

const table = async (byArea = coverageAnswer().byArea) => {
  const server = smallServer(({ path }) => (path === '/api/v1/coverage' ? { body: coverageAnswer({ byArea }) } : undefined))
  const view = await mounted(AreaTable, { server })
  await useCityStore().refresh()
  await useAnswerStore().ask({ asked: { category: 'canteen' }, lang: 'zh', revision: null })
  await settle()
  return { ...view, names: () => view.wrapper.findAll('.row th').map((cell) => cell.text()) }
}
beforeEach(() => giveSize())
afterEach(() => { document.body.innerHTML = '' })

describe('the table by area', () => {
  it('lists the worst first, with share and people left out', async () => {
    const { wrapper, names } = await table()
    expect(names()).toEqual(['纺织路街道', '望澜街道'])
    expect(wrapper.get('.row').text().replace(/\s/g, ' ')).toBe('纺织路街道0.1%0.1% 的楼栋无人数46.7%3 830')
    wrapper.unmount()
  })
  it('is sorted by its headings, and says so', async () => {
    const { wrapper, names } = await table()
    await wrapper.findAll('thead button')[1].trigger('click')
    expect(wrapper.findAll('thead th')[1].attributes('aria-sort')).toBe('ascending')
    await wrapper.findAll('thead button')[1].trigger('click')
    expect(names()).toEqual(['望澜街道', '纺织路街道'])
    wrapper.unmount()
  })
  it('leads into an area by its name', async () => {
    const { wrapper } = await table()
    await wrapper.get('.row button').trigger('click')
    expect(useQuestionStore().values.area).toBe('310101002')
    wrapper.unmount()
  })
  it('hatches the share of an area without anybody', async () => {
    const { wrapper } = await table([areaFigures('a', '甲', 'community', null, 0, 0), areaFigures('b', '乙', 'community', null, 3, 6)])
    expect(wrapper.findAll('.row .track.hatch')).toHaveLength(1)
    wrapper.unmount()
  })
  it('has one stop for the tab key and is walked by arrows, however long it is', async () => {
    const { wrapper } = await table(Array.from({ length: 500 }, (_none, at) => areaFigures(`c${at}`, `社区 ${at}`, 'community', null, at, 1000)))
    expect(wrapper.findAll('.row').length).toBeLessThan(60)
    expect(wrapper.findAll(".row button[tabindex='0']")).toHaveLength(1)
    await wrapper.get('tbody').trigger('keydown', { key: 'ArrowDown' })
    expect(wrapper.get(".row button[tabindex='0']").text()).toBe('社区 1')
    wrapper.unmount()
  })
  it('says when there are no areas at all', async () => {
    const { wrapper } = await table([])
    expect(wrapper.text()).toContain('还没有行政区划')
    wrapper.unmount()
  })
})
