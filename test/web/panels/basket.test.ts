// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import BasketPanel from '../../../web/panels/BasketPanel.vue'
import { useCityStore } from '../../../web/stores/city.ts'
import { useQuestionStore } from '../../../web/stores/question.ts'
import { useSelectionStore } from '../../../web/stores/selection.ts'
import { basketAnswer } from '../answers.ts'
import { mounted, settle } from '../mounted.ts'
import { refusal, smallServer, type Otherwise } from '../server.ts'

const put = { asked: { category: 'canteen' }, lang: 'zh' as const, revision: null }
const basket = async (otherwise?: Otherwise) => {
  const view = await mounted(BasketPanel, { server: smallServer(otherwise) })
  await useCityStore().refresh()
  const selection = useSelectionStore()
  selection.choose('b-1')
  await selection.askBasket(put)
  await settle()
  return { ...view, text: () => view.wrapper.text().replace(/\s+/g, ' ') }
}
afterEach(() => { document.body.innerHTML = '' })

describe("a building's card", () => {
  it('says who lives there, by which source, counted or estimated, and never fewer than ten', async () => {
    const { wrapper, text } = await basket()
    expect(text()).toContain('180 人')
    expect(text()).toContain('常住 · 登记')
    expect(text()).toContain('80 岁以上 <10')
    expect(text()).toContain('来源：示意数据')
    wrapper.unmount()
  })
  it('begins with the service that was asked, and lists every other', async () => {
    const { wrapper } = await basket()
    expect(wrapper.findAll('tbody th').map((cell) => cell.text())).toEqual(['社区食堂走不到', '卫生服务站走得到'])
    expect(wrapper.find('tbody tr').classes()).toContain('asked')
    wrapper.unmount()
  })
  it('says when nobody is on record', async () => {
    const answer = basketAnswer('b-1', 2)
    const { wrapper, text } = await basket(({ path }) => (path.includes('/basket') ? { body: { ...answer, building: { ...answer.building, residents: null, snapMetres: null } } } : undefined))
    expect(text()).toContain('没有居民数据')
    expect(text()).toContain('未接入步行路网')
    wrapper.unmount()
  })
  it('hands on why there is no answer, with a way to try again', async () => {
    const { wrapper, text } = await basket(({ path }) => (path.includes('/basket') ? refusal('internal', '服务器内部出错。', 500) : undefined))
    expect(text()).toContain('服务器内部出错。')
    expect(wrapper.find('.notice button').exists()).toBe(true)
    wrapper.unmount()
  })
  it('lets the building go', async () => {
    const { wrapper } = await basket()
    await wrapper.get('header button').trigger('click')
    expect(useQuestionStore().values.building).toBeNull()
    expect(wrapper.text()).toContain('选一栋楼')
    wrapper.unmount()
  })
})
