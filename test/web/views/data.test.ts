// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '../../../web/App.vue'
import { useCityStore } from '../../../web/stores/city.ts'
import { useDeskDraftStore } from '../../../web/stores/deskDrafts.ts'
import { metaAnswer, sessionAnswer } from '../answers.ts'
import { recordServer, site } from '../desk/recordServer.ts'
import { giveSize, mounted, settle } from '../mounted.ts'
import { refusal, type Otherwise } from '../server.ts'

/** A desk: every media query about width holds. */
const wide = (): void => {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('min-width') && !query.includes('2400'), media: query, addEventListener: () => {}, removeEventListener: () => {}, addListener: () => {}, removeListener: () => {}, dispatchEvent: () => false, onchange: null,
  }))
}
const editor = { ...sessionAnswer(), account: { name: 'wang', role: 'editor' as const, areas: [{ code: '310101001001', name: '纺织社区' }], mustChangePassword: false }, role: 'editor' as const }
/** The revision counts up with every change, as the real versions do. */
const desk = async ({ path = '/data', otherwise, sites }: { path?: string; otherwise?: Otherwise; sites?: ReturnType<typeof site>[] } = {}) => {
  const server = recordServer({
    ...(sites ? { sites } : {}),
    otherwise: (ask) => {
      if (ask.path === '/api/v1/session') return { body: editor }
      if (ask.path === '/api/v1/meta') return { body: metaAnswer({ tileVersion: String(server.log.length) }) }
      return otherwise?.(ask)
    },
  })
  const view = await mounted(App, { server, path })
  await vi.waitFor(() => { expect(view.wrapper.find('.desk-head').exists()).toBe(true) }, { timeout: 20_000 })
  await settle()
  const news = async () => {
    await useCityStore().refresh()
    await settle()
  }
  return { ...view, server, news }
}
type View = Awaited<ReturnType<typeof desk>>
const cell = ({ wrapper }: View, row: number, column: number) => wrapper.get(`[data-cell='${row}:${column}']`)
const press = async (view: View, key: string, more: Record<string, unknown> = {}) => {
  await view.wrapper.get('[role=grid]').trigger('keydown', { key, ...more })
  await settle()
}
const focused = (): string | undefined => (document.activeElement instanceof HTMLElement ? document.activeElement.dataset['cell'] : undefined)

beforeEach(() => {
  wide()
  giveSize()
})
afterEach(() => {
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

describe("the editors' desk", () => {
  it('asks for the areas of the account, and says how many records of whose areas there are', async () => {
    const { wrapper, server } = await desk()
    expect(server.askedFor('/api/v1/facilities')[0].query.get('area')).toBe('310101001001')
    expect(wrapper.get('.sentence').text()).toMatch(/^您负责的纺织社区：设施.3.条$/)
    wrapper.unmount()
  })
  it('is an ARIA grid with one stop for the tab key, walked by the arrow keys', async () => {
    const view = await desk()
    const grid = view.wrapper.get('[role=grid]')
    expect([grid.attributes('aria-rowcount'), grid.attributes('aria-colcount')]).toEqual(['4', '15'])
    expect(view.wrapper.findAll('[data-cell][tabindex="0"]')).toHaveLength(1)
    await cell(view, 0, 0).trigger('click')
    await press(view, 'ArrowDown')
    await press(view, 'ArrowRight')
    expect(focused()).toBe('1:1')
    await press(view, 'End')
    expect(focused()).toBe('1:14')
    await press(view, 'Home', { ctrlKey: true })
    expect(focused()).toBe('0:0')
    expect(view.router.currentRoute.value.query).toEqual({ record: 'f-1' })
    view.wrapper.unmount()
  })
  it('writes in a cell on Enter, saves on Enter and goes down; Tab saves and goes right; Escape reverts', async () => {
    const view = await desk()
    await cell(view, 0, 2).trigger('click')
    await press(view, 'Enter')
    await cell(view, 0, 2).get('input').setValue('09:00-10:00')
    await press(view, 'Enter')
    expect(view.server.site('f-1')?.hours).toBe('09:00-10:00')
    expect(focused()).toBe('1:2')
    expect(cell(view, 0, 14).text()).toContain('已保存')
    await press(view, 'F2')
    await cell(view, 1, 2).get('input').setValue('08:00-09:00')
    await press(view, 'Tab')
    expect([view.server.site('f-2')?.hours, focused()]).toEqual(['08:00-09:00', '1:3'])
    await press(view, 'Enter')
    await cell(view, 1, 3).get('input').setValue('010-1')
    await press(view, 'Escape')
    expect(view.server.site('f-2')?.phone).toBeNull()
    view.wrapper.unmount()
  })
  it('writes many rows one after another without waiting', async () => {
    const view = await desk()
    await cell(view, 0, 2).trigger('click')
    for (let at = 0; at < 3; at += 1) {
      await press(view, 'Enter')
      await cell(view, at, 2).get('input').setValue(`${9 + at}:00-20:00`)
      await press(view, 'Enter')
    }
    expect(['f-1', 'f-2', 'f-3'].map((id) => view.server.site(id)?.hours)).toEqual(['9:00-20:00', '10:00-20:00', '11:00-20:00'])
    view.wrapper.unmount()
  })
  it('leaves Enter and Escape to the input method while a sign is being composed', async () => {
    const view = await desk()
    await cell(view, 0, 0).trigger('click')
    await press(view, 'Enter')
    await press(view, 'Enter', { isComposing: true })
    expect(cell(view, 0, 0).find('input').exists()).toBe(true)
    view.wrapper.unmount()
  })
  it('keeps focus and half-written text while rows are renewed by somebody else', async () => {
    const view = await desk()
    await cell(view, 0, 2).trigger('click')
    await press(view, 'Enter')
    await cell(view, 0, 2).get('input').setValue('09:0')
    view.server.as('li', 'f-2', { name: '别人改的名字' })
    view.server.as('li', 'f-1', { phone: '010-7' })
    await view.news()
    expect(view.wrapper.text()).toContain('别人改的名字')
    expect((cell(view, 0, 2).get('input').element as HTMLInputElement).value).toBe('09:0')
    expect(document.activeElement?.tagName).toBe('INPUT')
    expect(cell(view, 1, 14).text()).toContain('刚有更新')
    view.wrapper.unmount()
  })
  it('hands the focus to the next row when the one it stood on is removed by somebody else', async () => {
    const view = await desk()
    await cell(view, 1, 0).trigger('click')
    await settle()
    view.server.as('li', 'f-2', null)
    await view.news()
    expect(focused()).toBe('1:0')
    expect(cell(view, 1, 0).text()).toContain('纺织食堂 3')
    view.wrapper.unmount()
  })
  it('shows the form of the record, with the faults of the server at their fields and summed up in one announced line', async () => {
    const fields = [{ field: 'phone', code: 'mobilePhone', message: '这是手机号。', details: {} }, { field: 'admission.onlyAreas.0', code: 'missingReference', message: '没有这个区域。', details: {} }]
    const view = await desk({ path: '/data?record=f-1', otherwise: ({ method }) => (method === 'PATCH' ? { status: 400, body: { error: { code: 'invalidRecord', message: '有 2 处需要改正', details: {}, fields } } } : undefined) })
    await view.wrapper.get("[data-path='phone'] input").setValue('13800001111')
    await view.wrapper.get('.form footer .chief').trigger('click')
    await settle()
    expect(view.wrapper.get('.summary').attributes('role')).toBe('alert')
    expect(view.wrapper.get('.summary').text()).toMatch(/有.2.处要改/)
    const input = view.wrapper.get("[data-path='phone'] input")
    expect(input.attributes('aria-invalid')).toBe('true')
    expect(view.wrapper.get(`[id='${input.attributes('aria-describedby')?.split(' ')[0]}']`).text()).toContain('这是手机号')
    expect(view.wrapper.get("[data-path='admission.onlyAreas'] .fault").text()).toContain('没有这个区域')
    await view.wrapper.findAll('.summary button')[0].trigger('click')
    expect(document.activeElement).toBe(input.element)
    view.wrapper.unmount()
  })
  it('says at once that somebody else changed the record whose form is open, and keeps what is typed', async () => {
    const view = await desk({ path: '/data?record=f-1' })
    await view.wrapper.get("[data-path='hours'] textarea").setValue('09:00-10:00')
    view.server.as('li', 'f-1', { phone: '010-7' })
    await view.news()
    expect(view.wrapper.get('.form .notices').text()).toContain('li')
    expect(view.wrapper.get('.form .notices').text()).toContain('您正在填的内容还在')
    expect((view.wrapper.get("[data-path='hours'] textarea").element as HTMLTextAreaElement).value).toBe('09:00-10:00')
    view.wrapper.unmount()
  })
  it('adopts a foreign change in a form where nothing is typed, and says so', async () => {
    const view = await desk({ path: '/data?record=f-1' })
    view.server.as('li', 'f-1', { phone: '010-7' })
    await view.news()
    expect((view.wrapper.get("[data-path='phone'] input").element as HTMLInputElement).value).toBe('010-7')
    expect(view.wrapper.get('.form .notices').text()).toContain('下面已是新的内容')
    view.wrapper.unmount()
  })
  it('lets a record that is not the reader\'s only be read', async () => {
    const other = site(9)
    const body = { record: other, etag: '"9"', areas: [], editable: false }
    const view = await desk({ path: '/data?record=f-9', otherwise: ({ path }) => (path === '/api/v1/facilities/f-9' ? { body } : undefined) })
    expect(view.wrapper.get('.form').text()).toContain('不在您负责的区域')
    expect(view.wrapper.find('.form input').exists()).toBe(false)
    expect(view.wrapper.find('.form footer').exists()).toBe(false)
    view.wrapper.unmount()
  })
  it('says what to do where there is nothing, where nothing fits, and where the account may not look', async () => {
    const empty = await desk({ sites: [] })
    expect(empty.wrapper.get('.empty').text()).toContain('还没有登记设施')
    empty.wrapper.unmount()
    const nothing = await desk({ path: '/data?q=zzz' })
    expect(nothing.wrapper.get('.empty').text()).toContain('没有符合筛选的记录')
    await nothing.wrapper.get('.empty button').trigger('click')
    await settle()
    expect(nothing.wrapper.find('[role=grid]').exists()).toBe(true)
    nothing.wrapper.unmount()
    const barred = await desk({ path: '/data?area=999', otherwise: ({ path, query }) => (path === '/api/v1/facilities' && query.get('area') === '999' ? refusal('outsideAreas', '“999”不在您负责的区域内。', 403) : undefined) })
    expect(barred.wrapper.get('.desk-list .notices').text()).toContain('999')
    await barred.wrapper.get('.desk-list .notices button').trigger('click')
    await settle()
    expect(barred.wrapper.find('[role=grid]').exists()).toBe(true)
    barred.wrapper.unmount()
  })
  it('keeps the last rows and says since when, when the server goes away', async () => {
    let up = true
    const view = await desk({ otherwise: ({ path }) => (up || path === '/api/v1/session' ? undefined : { status: 502, body: '' }) })
    up = false
    await view.wrapper.get('.kinds button').trigger('click')
    await view.wrapper.get('input[type=search]').setValue('食堂')
    await new Promise((resolve) => { setTimeout(resolve, 400) })
    await settle()
    expect(view.wrapper.get('.desk-list .notices').text()).toContain('连不上服务器')
    expect(view.wrapper.findAll('[role=row]').length).toBeGreaterThan(3)
    view.wrapper.unmount()
  })
  it('asks before unsaved texts would be lost, and leaves once they are saved', async () => {
    const view = await desk({ path: '/data?record=f-1' })
    await view.wrapper.get("[data-path='hours'] textarea").setValue('09:00-10:00')
    await view.router.push('/log-in')
    await view.router.push('/data?record=f-1')
    expect(useDeskDraftStore().count).toBe(1)
    await settle()
    void view.router.push('/plan')
    await settle()
    expect(view.router.currentRoute.value.path).toBe('/data')
    const save = [...document.querySelectorAll('[role=dialog] button')].find((button) => button.textContent?.includes('保存并离开'))
    ;(save as HTMLButtonElement).click()
    await vi.waitFor(() => { expect(view.router.currentRoute.value.path).toBe('/plan') }, { timeout: 5000 })
    expect(view.server.site('f-1')?.hours).toBe('09:00-10:00')
    view.wrapper.unmount()
  })
  it('does not break into a half-written cell with a conflict of another; it comes once the cell is left', async () => {
    const view = await desk()
    view.server.as('li', 'f-1', { hours: '08:00-20:00' })
    await cell(view, 0, 2).trigger('click')
    await press(view, 'Enter')
    await cell(view, 0, 2).get('input').setValue('09:00-10:00')
    // Quick hands: the next cell is entered before the answer is here.
    void view.wrapper.get('[role=grid]').trigger('keydown', { key: 'Enter' })
    void view.wrapper.get('[role=grid]').trigger('keydown', { key: 'Enter' })
    await settle()
    await cell(view, 1, 2).get('input').setValue('10:0')
    await settle()
    expect(document.querySelector('[role=dialog]')).toBeNull()
    await press(view, 'Escape')
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('有两个版本')
    expect(view.server.site('f-2')?.hours).toBe('11:00-13:00')
    view.wrapper.unmount()
  })
  it('takes back the last saving by Ctrl+Z, but leaves the keys to a field in which one types', async () => {
    const view = await desk({ path: '/data?record=f-1' })
    await view.wrapper.get("[data-path='hours'] textarea").setValue('09:00-10:00')
    await view.wrapper.get('.form').trigger('keydown', { key: 's', ctrlKey: true })
    await settle()
    expect(view.server.site('f-1')?.hours).toBe('09:00-10:00')
    expect(view.wrapper.get('.toast').text()).toContain('开放时间')
    await view.wrapper.get("[data-path='hours'] textarea").trigger('keydown', { key: 'z', ctrlKey: true })
    await settle()
    expect(view.server.site('f-1')?.hours).toBe('09:00-10:00')
    await cell(view, 0, 0).trigger('keydown', { key: 'z', ctrlKey: true })
    await settle()
    expect(view.server.site('f-1')?.hours).toBe('11:00-13:00')
    view.wrapper.unmount()
  })
})
