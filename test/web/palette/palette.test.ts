// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { exchanges } from '../../../geodata/contract/all.ts'
import App from '../../../web/App.vue'
import { useQuestionStore } from '../../../web/stores/question.ts'
import { useSpotStore } from '../../../web/stores/spot.ts'
import { hit } from '../answers.ts'
import { mounted, settle } from '../mounted.ts'
import { refusal, smallServer, type Reply } from '../server.ts'

const hits = [hit('area', '310101001001', '纺织社区', { marks: [[0, 2]] }), hit('facility', 'f-1', '纺织食堂', { sort: '社区食堂' }), hit('unit', 'u-1', '没有位置的单位', { position: null })]
const page = async (reply: () => Reply = () => ({ body: { hits } })) => {
  const view = await mounted(App, { server: smallServer(({ path }) => (path === exchanges.search.path ? reply() : undefined)) })
  const press = async (key: string, more: KeyboardEventInit = {}, target: EventTarget = window): Promise<void> => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
    await settle()
  }
  const field = (): HTMLInputElement | null => document.querySelector('.palette input')
  const type = async (text: string): Promise<void> => {
    const input = field()
    if (!input) throw new Error('the palette is not open')
    input.value = text
    input.dispatchEvent(new Event('input'))
    await settle()
    await vi.waitFor(() => { if (document.querySelector('.palette input')?.getAttribute('aria-busy') !== 'false') throw new Error('still asking') })
    await settle()
  }
  const opened = async (): Promise<HTMLInputElement> => {
    await press('k', { ctrlKey: true })
    return vi.waitFor(() => field() ?? (() => { throw new Error('not open') })(), { timeout: 20_000 })
  }
  const options = (): string[] => [...document.querySelectorAll('.palette [role=option] .name')].map((option) => option.textContent ?? '')
  return { ...view, press, type, field, opened, options }
}

beforeEach(() => { vi.stubGlobal('matchMedia', (query: string) => ({ matches: /min-width: (760|1180)px/.test(query), media: query, addEventListener: () => {}, removeEventListener: () => {}, addListener: () => {}, removeListener: () => {}, dispatchEvent: () => false, onchange: null })) })
afterEach(() => {
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})
// The last that is asked for comes first: views go before the page is swept.
enableAutoUnmount(afterEach)

describe('search by keyboard', () => {
  it('opens by Ctrl K, ⌘ K and the slash, which in a field is only a slash', async () => {
    const { wrapper, press, field, opened } = await page()
    const input = await opened()
    await press('Escape', {}, input)
    expect(field()).toBeNull()
    await press('k', { metaKey: true })
    expect(field()).not.toBeNull()
    await press('k', { ctrlKey: true })
    expect(field()).toBeNull()
    await press('/', {}, wrapper.get('select').element)
    expect(field()).toBeNull()
    await press('/')
    expect(field()).not.toBeNull()
  })
  it('takes what is typed before it is there', async () => {
    const { press } = await page()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }))
    for (const key of 'fz') window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await press('Shift')
    await vi.waitFor(() => expect((document.querySelector('.palette input') as HTMLInputElement | null)?.value).toBe('fz'), { timeout: 20_000 })
  })
  it('shows hits by kind with what was found marked, and walks them all', async () => {
    const { opened, type, options, press } = await page()
    const input = await opened()
    await type('fz')
    expect(options()).toEqual(['纺织社区', '纺织食堂', '没有位置的单位'])
    expect([...document.querySelectorAll('.palette .heading')].map((heading) => heading.textContent)).toEqual(['区域', '设施', '驻区单位'])
    expect(document.querySelector('.palette mark')?.textContent).toBe('纺织')
    const chosen = (): string => document.querySelector('.palette [aria-selected=true] .name')?.textContent ?? ''
    expect(chosen()).toBe('纺织社区')
    await press('ArrowUp', {}, input)
    expect(chosen()).toBe('没有位置的单位')
    await press('ArrowDown', {}, input)
    await press('ArrowDown', {}, input)
    expect(chosen()).toBe('纺织食堂')
    expect(document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('纺织食堂')
  })
  it('leaves Enter to the input method while a word is composed', async () => {
    const { opened, type, press, field } = await page()
    const input = await opened()
    await type('fz')
    await press('Enter', { isComposing: true }, input)
    expect(field()).not.toBeNull()
  })
  it('asks about the area that is chosen', async () => {
    const { opened, type, press, field } = await page()
    const input = await opened()
    await type('fz')
    await press('Enter', {}, input)
    expect(useQuestionStore().values.area).toBe('310101001001')
    expect(field()).toBeNull()
  })
  it('shows a site on the map, remembers it, and says of a unit without a place that it has none', async () => {
    const { opened, type, press, options } = await page()
    let input = await opened()
    await type('fz')
    await press('ArrowDown', {}, input)
    await press('Enter', {}, input)
    expect(useSpotStore().spot).toMatchObject({ kind: 'facility', id: 'f-1', position: [121.05, 31.05] })
    input = await opened()
    expect(options()).toEqual(['纺织食堂'])
    await type('mei')
    await press('ArrowUp', {}, input)
    await press('Enter', {}, input)
    expect(document.querySelector('.palette .state')?.textContent).toContain('没有位置')
  })
  it('says when nothing was found, and when the server could not be asked', async () => {
    let reply: Reply = { body: { hits: [] } }
    const { opened, type } = await page(() => reply)
    await opened()
    await type('xyz')
    expect(document.querySelector('.palette .state')?.textContent).toContain('没有找到“xyz”')
    reply = refusal('tooManyRequests', '请求太频繁，请 3 秒后再试。', 429)
    await type('xy')
    expect(document.querySelector('.palette .state')?.textContent).toContain('请求太频繁')
  })
})
