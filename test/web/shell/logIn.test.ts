// @vitest-environment happy-dom
import { enableAutoUnmount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import App from '../../../web/App.vue'
import type { Role } from '../../../geodata/contract/exchange.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import { loggedIn, sessionAnswer } from '../answers.ts'
import { mounted, settle } from '../mounted.ts'
import { refusal, smallServer, type Ask, type Reply } from '../server.ts'

const nobody = sessionAnswer({ role: 'public', demoOpen: false })
/** A server with one account: wang, whose password is right. */
const house = (role: Role = 'planner', other: { mustChangePassword?: boolean; refused?: Reply } = {}) => {
  let now = nobody
  const inside = (mustChangePassword: boolean) => loggedIn(role, { mustChangePassword })
  const server = smallServer(({ path, method, body }: Ask): Reply | undefined => {
    if (path === '/api/v1/session' && method === 'POST') {
      if (other.refused) return other.refused
      if ((body as { password: string }).password !== 'right') return refusal('badCredentials', '用户名或口令不对。', 401)
      now = inside(other.mustChangePassword ?? false)
    }
    if (path === '/api/v1/session' && method === 'DELETE') now = nobody
    if (path === '/api/v1/session/password') {
      const { current, next } = body as { current: string; next: string }
      if (current !== 'right') return refusal('badCredentials', '用户名或口令不对。', 401)
      if (next === 'P@ssw0rd-1') return refusal('weakPassword', '新口令太常见。', 400)
      now = inside(false)
    }
    return path.startsWith('/api/v1/session') ? { body: now } : undefined
  })
  return { ...server, endSession: () => { now = nobody } }
}
const open = async (path: string, server: ReturnType<typeof smallServer> = house()) => {
  const view = await mounted(App, { server, path })
  // The log-in is a chunk of its own.
  await vi.waitFor(() => { if (view.wrapper.find('form, .answer .large').exists() === false) throw new Error('nothing there yet') }, { timeout: 20_000 })
  await settle()
  const fill = async (selector: string, text: string): Promise<void> => { await view.wrapper.get(selector).setValue(text) }
  const logIn = async (name: string, password: string): Promise<void> => {
    await fill('#log-in-name', name)
    await fill('input[autocomplete="current-password"]', password)
    await view.wrapper.get('form').trigger('submit')
    await settle()
  }
  return { ...view, fill, logIn, path: () => view.router.currentRoute.value.fullPath }
}
const focused = (wrapper: VueWrapper): string => wrapper.element.ownerDocument.activeElement?.getAttribute('autocomplete') ?? ''

afterEach(() => { document.body.innerHTML = '' })
// The last that is asked for comes first: views go before the page is swept.
enableAutoUnmount(afterEach)

describe('whoever has no account', () => {
  it('is led to the log-in, told why, and asks nothing of the city\'s people before', async () => {
    const { wrapper, path, server } = await open('/plan?category=clinic')
    expect(path()).toBe('/log-in?to=/plan?category=clinic')
    expect(wrapper.text()).toContain('登录后才能看“规划”')
    expect(server.askedFor('/api/v1/coverage')).toEqual([])
    expect(document.title).toContain('登录')
  })
  it('needs none for an open demonstration, which says so quietly', async () => {
    const { path, wrapper } = await open('/plan', smallServer())
    expect(path()).toBe('/plan')
    expect(wrapper.get('.shell-bar').text()).toContain('免登录')
  })
})

describe('logging in', () => {
  it('labels its fields for people and for keepers of passwords, and starts in the first', async () => {
    const { wrapper } = await open('/log-in')
    expect(wrapper.findAll('form input:not([type=checkbox])').map((input) => [input.attributes('autocomplete'), wrapper.get(`label[for="${input.attributes('id')}"]`).text()])).toEqual([['username', '用户名'], ['current-password', '口令']])
    expect(focused(wrapper)).toBe('username')
  })
  it('leads on to what was asked for', async () => {
    const { logIn, path, wrapper } = await open('/plan?category=clinic')
    await logIn('wang', 'right')
    expect(path()).toBe('/plan?category=clinic')
    expect(wrapper.get('.answer .large strong').text()).toBe('61.2%')
  })
  it('leads nowhere but home when it was told to go to another host', async () => {
    const { logIn, path } = await open('/log-in?to=//evil.test/plan')
    await logIn('wang', 'right')
    expect(path()).toBe('/plan')
  })
  it('says what is wrong aloud and in place, and keeps what was typed', async () => {
    const { logIn, wrapper, path } = await open('/log-in')
    await logIn('wang', 'wrong')
    expect(wrapper.get('[role=alert]').text()).toBe('用户名或口令不对。')
    expect((wrapper.get('#log-in-name').element as HTMLInputElement).value).toBe('wang')
    expect(focused(wrapper)).toBe('current-password')
    expect(path()).toBe('/log-in')
  })
  it('names the minutes of a lock', async () => {
    const { logIn, wrapper } = await open('/log-in', house('planner', { refused: refusal('lockedOut', '连续输错 5 次，这个用户名已锁定，30 分钟后再试。', 429, { found: 5, minutes: 30 }) }))
    await logIn('wang', 'right')
    expect(wrapper.get('[role=alert]').text()).toContain('30 分钟后再试')
  })
  it('asks the server nothing for an empty field, and says which', async () => {
    const { logIn, wrapper, server } = await open('/log-in')
    await logIn('', '')
    expect(wrapper.text()).toContain('请填用户名')
    await logIn('wang', '')
    expect(wrapper.get('input[autocomplete="current-password"]').attributes('aria-invalid')).toBe('true')
    expect(server.asked.filter((ask) => ask.method === 'POST')).toEqual([])
  })
  it('shows the password when asked to', async () => {
    const { wrapper } = await open('/log-in')
    const secret = () => wrapper.get('input[autocomplete="current-password"]').attributes('type')
    expect(secret()).toBe('password')
    await wrapper.get('[role=switch]').setValue(true)
    expect(secret()).toBe('text')
  })
})

describe('a one-time password', () => {
  const due = async () => {
    const view = await open('/plan', house('planner', { mustChangePassword: true }))
    await view.logIn('wang', 'right')
    const news = () => view.wrapper.findAll('input[autocomplete="new-password"]')
    const save = async (next: string, again = next): Promise<void> => {
      await news()[0].setValue(next)
      await news()[1].setValue(again)
      await view.wrapper.get('form').trigger('submit')
      await settle()
    }
    return { ...view, save }
  }
  it('is changed before anything else, without being typed again, by the rules that stand beside it', async () => {
    const { wrapper, path, save } = await due()
    expect(wrapper.text()).toContain('一次性口令')
    expect(wrapper.findAll('input[autocomplete="current-password"]')).toHaveLength(0)
    expect(wrapper.findAll('.rules li')).toHaveLength(5)
    expect(path()).toContain('/log-in')
    await save('Linden-4711')
    expect(path()).toBe('/plan')
  })
  it('stays due while the new one breaks a rule, differs from its repetition, or is refused', async () => {
    const { wrapper, save, server, path } = await due()
    await save('short')
    expect(wrapper.findAll('.rules .broken').length).toBeGreaterThan(0)
    await save('Linden-4711', 'Linden-4712')
    expect(wrapper.text()).toContain('两遍不一样')
    expect(server.askedFor('/api/v1/session/password')).toEqual([])
    await save('P@ssw0rd-1')
    expect(wrapper.text()).toContain('新口令太常见')
    expect(path()).toContain('/log-in')
  })
})

describe('an account', () => {
  it('that is logged out sees nothing more of what it saw', async () => {
    const { logIn, wrapper, path } = await open('/plan')
    await logIn('wang', 'right')
    await useSessionStore().logOut()
    await settle()
    expect(path()).toContain('/log-in')
    expect(wrapper.text()).not.toContain('61.2%')
  })
  it('whose session ends keeps the page, is told so, and goes on after logging in again over it', async () => {
    const server = house()
    const { logIn, wrapper, path } = await open('/plan', server)
    await logIn('wang', 'right')
    const session = useSessionStore()
    server.endSession()
    session.end()
    await settle()
    expect(path()).toBe('/plan')
    expect(wrapper.get('.answer .large strong').text()).toBe('61.2%')
    expect(wrapper.get('.shell-notices').text()).toContain('登录已失效')
    await session.logIn('wang', 'right')
    await settle()
    expect(wrapper.get('.shell-notices').text()).toBe('')
    expect(wrapper.get('.answer .large strong').text()).toBe('61.2%')
  })
  it('of a leader sees the view without single buildings, and asks for none', async () => {
    const { logIn, wrapper, server } = await open('/plan', house('leader'))
    await logIn('wang', 'right')
    expect(wrapper.get('.answer .large strong').text()).toBe('61.2%')
    for (const part of ['.gaps', '.growth', '.basket']) expect(wrapper.find(part).exists(), part).toBe(false)
    expect(wrapper.text()).not.toContain('导出')
    expect(wrapper.findAll('.bar option').map((option) => option.attributes('value')).filter((value) => value?.startsWith('own-'))).toEqual([])
    const asked = server.asked.map((ask) => ask.path)
    expect(asked.filter((one) => one === '/api/v1/coverage').length).toBeGreaterThan(0)
    expect(asked.filter((one) => /gaps|states|basket/.test(one))).toEqual([])
  })
  it('begins in the first of its areas', async () => {
    const bound = loggedIn('planner', { areas: [{ code: '310101001', name: '望澜街道' }] })
    const { server } = await open('/plan', smallServer(({ path }) => (path === '/api/v1/session' ? { body: bound } : undefined)))
    expect(server.askedFor('/api/v1/coverage').map((ask) => ask.query.get('area'))).toEqual(['310101001'])
  })
})
