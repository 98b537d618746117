// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useCityStore } from '../../../web/stores/city.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import RegistersView from '../../../web/views/RegistersView.vue'
import { giveSize, mounted, settle } from '../mounted.ts'
import { refusal, smallServer, type Otherwise } from '../server.ts'
import { listed, registersAnswer } from './answers.ts'

const view = async (otherwise: Otherwise = ({ path }) => (path === '/api/v1/registers' ? { body: registersAnswer() } : undefined), path = '/registers') => {
  const shown = await mounted(RegistersView, { server: smallServer(otherwise), path })
  await useSessionStore().read()
  await useCityStore().refresh()
  await settle()
  return { ...shown, rows: () => shown.wrapper.findAll('a.register') }
}
beforeEach(() => giveSize())
afterEach(() => { document.body.innerHTML = '' })

describe('the list of registers', () => {
  it('says of each its number, question and answer by value, its kind, its rows and what is late', async () => {
    const { wrapper, rows, server } = await view()
    expect(wrapper.findAll('h2').map((one) => one.text().slice(0, 2))).toEqual(['共管', '共培'])
    expect(rows()[0].text().replace(/[\s\u2009]+/g, ' ')).toMatch(/^03\s?哪些席位空缺？席位空缺指标来源 000\s?40 个席位空缺 4 个10 行逾期4 逾期$/)
    expect(rows()[2].text()).toContain('看文字')
    // A demonstration's clock stands still: its newest month is asked for.
    expect(server.askedFor('/api/v1/registers').at(-1)?.query.get('month')).toBe('2026-10')
    wrapper.unmount()
  })
  it('is walked through by the arrow keys from the field, over all headings, and each leads to its page', async () => {
    const { wrapper, rows } = await view()
    await wrapper.get('input[type=search]').trigger('keydown', { key: 'ArrowDown' })
    await settle()
    expect(document.activeElement).toBe(rows()[0].element)
    await wrapper.get('.list').trigger('keydown', { key: 'End' })
    await settle()
    expect(document.activeElement).toBe(rows()[2].element)
    expect(rows().map((row) => row.attributes('tabindex'))).toEqual(['-1', '-1', '0'])
    expect(rows()[0].attributes('href')).toMatch(/^\/registers\/vacancies/)
    expect(rows()[2].attributes('href')).toMatch(/^\/registers\/narratives.*#sevenLeads$/)
    wrapper.unmount()
  })
  it('takes the slash for its own field, and Escape empties it', async () => {
    const { wrapper } = await view(undefined, '/registers?q=报到')
    expect(wrapper.findAll('a.register')).toHaveLength(1)
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))
    const field = wrapper.get('input[type=search]')
    expect(document.activeElement).toBe(field.element)
    await field.trigger('keydown', { key: 'Escape' })
    await settle()
    expect(wrapper.findAll('a.register')).toHaveLength(3)
    wrapper.unmount()
  })
  it('is restored by a link: text, kind and what is overdue', async () => {
    const { wrapper, rows } = await view(undefined, '/registers?view=indicator&late=yes')
    expect(rows()).toHaveLength(1)
    expect(wrapper.text()).toContain('筛出')
    wrapper.unmount()
  })
  it('without any data says where to begin', async () => {
    const { wrapper } = await view(({ path }) => (path === '/api/v1/registers' ? { body: registersAnswer([listed(27, 'sevenLeads', { group: 'train', view: 'narrative', rows: 0, late: null, answer: '' })]) } : undefined))
    await vi.waitFor(() => expect(wrapper.text()).toContain('还没有台账数据'), { timeout: 10_000 })
    expect(wrapper.findAll('a.register')).toHaveLength(1)
    wrapper.unmount()
  })
  it('shows the shape of what comes, and after a failure keeps the last answer and says since when', async () => {
    let broken = false
    const { wrapper, rows } = await view(({ path }) => (path !== '/api/v1/registers' ? undefined : broken ? refusal('internal', '服务器出错了。', 500) : { body: registersAnswer() }))
    broken = true
    await wrapper.get('select').setValue('')
    await wrapper.findAll('select').at(-1)?.setValue('2026-09')
    await settle()
    expect(wrapper.get('.notice').text()).toMatch(/服务器出错了。/)
    expect(rows()).toHaveLength(3)
    wrapper.unmount()
  })
})
