// @vitest-environment happy-dom
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '../../../web/App.vue'
import { useLiveStore } from '../../../web/stores/live.ts'
import { useSessionStore } from '../../../web/stores/session.ts'
import { jobAnswer, loggedIn, metaAnswer } from '../answers.ts'
import { mounted, settle } from '../mounted.ts'
import { smallServer, type Otherwise } from '../server.ts'

/** The browser's EventSource, spoken for by the test. */
class FakeSource {
  static opened: FakeSource[] = []
  readyState = 1
  closed = false
  private readonly hear = new Map<string, (event: { data: string }) => void>()
  constructor() { FakeSource.opened.push(this) }
  addEventListener(name: string, on: (event: { data: string }) => void): void { this.hear.set(name, on) }
  close(): void { this.closed = true }
  tell(name: string, data: unknown = {}): void { this.hear.get(name)?.({ data: JSON.stringify(data) }) }
}
class FakeChannel {
  static open: FakeChannel[] = []
  private on: (event: { data: unknown }) => void = () => {}
  constructor() { FakeChannel.open.push(this) }
  addEventListener(_name: string, on: (event: { data: unknown }) => void): void { this.on = on }
  postMessage(data: unknown): void { for (const other of FakeChannel.open) if (other !== this) other.on({ data }) }
  close(): void { FakeChannel.open.splice(FakeChannel.open.indexOf(this), 1) }
}

beforeEach(() => {
  FakeSource.opened = []
  FakeChannel.open = []
  vi.stubGlobal('EventSource', FakeSource)
  vi.stubGlobal('BroadcastChannel', FakeChannel)
})
afterEach(() => {
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})
// The last that is asked for comes first: views go before the page is swept.
enableAutoUnmount(afterEach)

const page = async (otherwise?: Otherwise) => {
  const view = await mounted(App, { server: smallServer(otherwise) })
  const source = await vi.waitFor(() => FakeSource.opened.at(-1) ?? (() => { throw new Error('no stream yet') })())
  source.tell('open')
  await settle()
  const metas = (): number => view.server.askedFor('/api/v1/meta').length
  return { ...view, source, metas }
}
const tileVersions = { base: '1' }

describe('an open page', () => {
  it('asks what changed as soon as the server says that something did, once a change', async () => {
    const { source, metas } = await page()
    const before = metas()
    source.tell('versions', { revision: 'a', tileVersions })
    source.tell('versions', { revision: 'a', tileVersions })
    await settle()
    expect(metas()).toBe(before + 1)
    source.tell('versions', { revision: 'b', tileVersions })
    await settle()
    expect(metas()).toBe(before + 2)
  })
  it('puts its questions again when the versions differ, and only then', async () => {
    let residents = 1
    const { source, server } = await page(({ path }) => (path === '/api/v1/meta' ? { body: metaAnswer({ versions: { ...metaAnswer().versions, residents } }) } : undefined))
    const asked = (): number => server.askedFor('/api/v1/coverage').length
    const before = asked()
    source.tell('versions', { revision: 'a', tileVersions })
    await settle()
    expect(asked()).toBe(before)
    residents = 2
    source.tell('versions', { revision: 'b', tileVersions })
    await settle()
    expect(asked()).toBe(before + 1)
  })
  it('hears the progress of jobs', async () => {
    const running = jobAnswer('a', { state: 'running' })
    const { source, wrapper } = await page(({ path }) => (path === '/api/v1/session' ? { body: loggedIn('editor') } : path === '/api/v1/jobs' ? { body: { jobs: [running], next: null } } : path === '/api/v1/jobs/a' ? { body: { ...running, state: 'done' } } : undefined))
    expect(wrapper.get('.shell-bar .count').text()).toBe('1')
    source.tell('job', { id: 'a', state: 'done', stage: '', done: 1, total: 1 })
    await settle()
    expect(wrapper.find('.shell-bar .count').exists()).toBe(false)
    expect(wrapper.get('.shell-notices').text()).toContain('“导出设施”已完成')
  })
  it('has a stream of its reader\'s own after a log-in', async () => {
    const { source } = await page(({ path, method }) => (path === '/api/v1/session' && method === 'POST' ? { body: loggedIn('planner') } : undefined))
    await useSessionStore().logIn('wang', 'right')
    await settle()
    expect([source.closed, FakeSource.opened.length]).toEqual([true, 2])
  })
  it('ends the log-in when the stream says so', async () => {
    let inside = true
    const { source, wrapper } = await page(({ path }) => (path === '/api/v1/session' ? { body: inside ? loggedIn('planner') : { ...loggedIn('planner'), account: null, role: 'public' } } : undefined))
    inside = false
    source.tell('session')
    await settle()
    expect(wrapper.get('.shell-notices').text()).toContain('登录已失效')
  })
  it('says since when changes do not come by themselves, but not at the first stumble', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'Date'] })
    try {
      const live = (await import('../../../web/live/follow.ts')).patienceMs
      const opening = mounted(App)
      await vi.advanceTimersByTimeAsync(1000)
      await opening
      FakeSource.opened[0].tell('open')
      await vi.advanceTimersByTimeAsync(100)
      expect(useLiveStore().standing).toBe(true)
      FakeSource.opened[0].tell('error')
      await vi.advanceTimersByTimeAsync(live - 1000)
      expect(useLiveStore().fellAt).toBeNull()
      await vi.advanceTimersByTimeAsync(2000)
      expect(useLiveStore().fellAt).not.toBeNull()
      FakeSource.opened[0].tell('open')
      await vi.advanceTimersByTimeAsync(100)
      expect(useLiveStore().fellAt).toBeNull()
    } finally {
      vi.useRealTimers()
    }
  })
})
