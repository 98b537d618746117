// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useCityStore } from '../../../web/stores/city.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import NarrativesView from '../../../web/views/NarrativesView.vue'
import RegisterView from '../../../web/views/RegisterView.vue'
import { giveSize, mounted, settle } from '../mounted.ts'
import { refusal, smallServer, type Otherwise } from '../server.ts'
import { narrativesAnswer, registerAnswer } from './answers.ts'

const path = '/api/v1/registers/vacancies'
const view = async (otherwise: Otherwise = (ask) => (ask.path === path ? { body: registerAnswer() } : undefined), address = '/registers/vacancies', component: typeof RegisterView | typeof NarrativesView = RegisterView) => {
  const shown = await mounted(component, { server: smallServer(otherwise), path: address })
  await useSessionStore().read()
  await useCityStore().refresh()
  await settle()
  return { ...shown, rows: () => shown.wrapper.findAll('.body[role=row]') }
}
const words = (text: string): string => text.replace(/[\s\u2009]+/g, ' ')
beforeEach(() => giveSize(900))
afterEach(() => { document.body.innerHTML = '' })

describe('one register', () => {
  it('asks its question, answers it by value, and says of what each figure is a part', async () => {
    const { wrapper } = await view()
    expect(words(wrapper.get('h1').text())).toBe('哪些社区的席位空缺超过 90 天？')
    expect(words(wrapper.get('.answer').text())).toBe('40 个席位空缺 3 个')
    expect(words(wrapper.get('dl').text())).toBe('空缺席位3/ 40 全部席位同级中位数 1')
    wrapper.unmount()
  })
  it('tells states by shape and word, and says why a count of persons is not shown', async () => {
    const { wrapper, rows } = await view()
    expect(rows()).toHaveLength(3)
    expect(rows()[0].find('.late svg').exists()).toBe(true)
    expect(rows()[0].text()).toContain('逾期')
    expect(rows()[1].get('[role=tooltip]').text()).toMatch(/不/)
    expect(words(rows()[1].text())).toContain('<10')
    wrapper.unmount()
  })
  it('is sorted by its headings: largest, smallest, as it came', async () => {
    const { wrapper, rows } = await view()
    const days = () => rows().map((row) => words(row.findAll('[role=gridcell]')[2].text()))
    const heading = wrapper.findAll('[role=columnheader] button')[2]
    expect(days()).toEqual(['120 天', '300 天', '20 天'])
    await heading.trigger('click')
    await settle()
    expect([days(), wrapper.findAll('[role=columnheader]')[2].attributes('aria-sort')]).toEqual([['300 天', '120 天', '20 天'], 'descending'])
    await heading.trigger('click')
    await settle()
    expect(days()).toEqual(['20 天', '120 天', '300 天'])
    wrapper.unmount()
  })
  it('is walked through by the keys; the chosen row stands in the address, and Enter opens its area', async () => {
    const { wrapper, rows, router } = await view()
    await wrapper.get('[role=grid]').trigger('keydown', { key: 'ArrowDown' })
    await settle()
    expect(router.currentRoute.value.query['row']).toBe('seat-2')
    expect(rows()[1].attributes('aria-selected')).toBe('true')
    await wrapper.get('[role=grid]').trigger('keydown', { key: 'Enter' })
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/area/310101002'), { timeout: 10_000 })
    wrapper.unmount()
  })
  it('asks the server for the text and the state that are looked for', async () => {
    const { wrapper, server } = await view(undefined, '/registers/vacancies?state=late&q=百合&month=2026-03')
    expect(Object.fromEntries(server.askedFor(path).at(-1)?.query ?? [])).toMatchObject({ state: 'late', q: '百合', month: '2026-03' })
    wrapper.unmount()
  })
  it('moves by month through its slider', async () => {
    const { wrapper, server } = await view()
    const slider = wrapper.get<HTMLInputElement>('input[type=range]')
    expect(slider.attributes('max')).toBe('5')
    await slider.setValue('1')
    await settle()
    expect(server.askedFor(path).at(-1)?.query.get('month')).toBe('2026-02')
    wrapper.unmount()
  })
  it('compares areas in bars, the worst first, with their median', async () => {
    const { wrapper } = await view(undefined, '/registers/vacancies?show=chart')
    expect(words(wrapper.get('.bars').text())).toBe('天数 中位数 70 天社区1120 天社区320 天社区2<10')
    wrapper.unmount()
  })
  it('says so when a register has no data, and leads back', async () => {
    const { wrapper } = await view(({ path: asked }) => (asked === path ? refusal('unknownRegister', '没有这本台账。') : undefined))
    expect(wrapper.get('h1').text()).toBe('没有这本台账。')
    expect(wrapper.find('a[href^="/registers"]').exists()).toBe(true)
    wrapper.unmount()
  })
})

describe('narratives', () => {
  it('stand on one page, each with its question and paragraphs', async () => {
    const { wrapper } = await view(({ path: asked }) => (asked === '/api/v1/narratives' ? { body: narrativesAnswer() } : undefined), '/registers/narratives', NarrativesView)
    expect(wrapper.get('article#sevenLeads h2').text()).toBe('报到党员承诺了什么？')
    expect(wrapper.findAll('article > p:not(.caption)').map((one) => one.text())).toEqual(['第一段。', '第二段。'])
    wrapper.unmount()
  })
})
