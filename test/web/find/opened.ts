import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, vi } from 'vitest'
import { nextTick } from 'vue'
import FindApp from '../../../web/find/FindApp.vue'
import { findKey } from '../../../web/find/state.ts'
import { smallServer, type Otherwise } from '../server.ts'
import { eleven, found, minuteMs, neighbourhood } from './answers.ts'

export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn += 1) {
    await vi.advanceTimersByTimeAsync(0)
    await nextTick()
  }
}
/** Parts of the page that are chunks of their own come from the disk, which the frozen clock does not wait for. */
const { setTimeout: realTimeout } = globalThis
export const until = async (there: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 1000 && !there(); turn += 1) {
    await new Promise((resolve) => { realTimeout(resolve, 5) })
    await nextTick()
  }
  await settled()
}
/** What is read, whatever spaces stand between figures and characters. */
export const squeezed = (text: string): string => text.replace(/\s/g, '')

let stops: (() => void)[] = []
/** The finder in a page, with the server of a small neighbourhood. */
export const open = async (otherwise: Otherwise = () => undefined, setting: Parameters<typeof found>[1] = {}) => {
  const server = smallServer(neighbourhood(otherwise))
  const page = found(server.fetcher, { now: Date.now, ...setting })
  const wrapper: VueWrapper = mount(FindApp, { attachTo: document.body, global: { provide: { [findKey as symbol]: page.find } } })
  stops.push(() => {
    wrapper.unmount()
    page.stop()
  })
  await settled()
  const text = (): string => squeezed(wrapper.text())
  const button = (name: string) => wrapper.findAll('button').find((one) => squeezed(one.text()) === name || one.attributes('aria-label') === name)
  const press = async (name: string): Promise<void> => {
    const named = button(name)
    if (!named) throw new Error(`no button is called ${name}`)
    await named.trigger('click')
    await settled()
  }
  return { ...page, wrapper, server, text, button, press }
}
/** The clock goes on; timers fire. */
export const pass = async (minutes: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(minutes * minuteMs + 100)
  await settled()
}

/** Before each test it is 11:00 of the make-up Saturday, and the clock moves by `pass` alone; after it nothing is left. */
export const eachAtEleven = (): void => {
  beforeEach(() => {
    vi.useFakeTimers({ now: eleven, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
    vi.stubGlobal('matchMedia', (media: string) => ({ matches: false, media, addEventListener: () => {}, removeEventListener: () => {} }))
    vi.stubGlobal('scrollTo', () => {})
  })
  afterEach(() => {
    for (const stop of stops) stop()
    stops = []
    document.body.innerHTML = ''
    for (const name of ['data-elder', 'data-size', 'data-strong', 'data-theme']) document.documentElement.removeAttribute(name)
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
}
