import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { createApp, nextTick, type Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { createClient } from '../../web/api/client.ts'
import { clientKey } from '../../web/api/key.ts'
import { routes } from '../../web/router.ts'
import { useSpeechStore } from '../../web/stores/speech.ts'
import { deskZh } from '../../web/text/desk.zh.ts'
import { registersZh } from '../../web/text/registers.zh.ts'
import { tasksZh } from '../../web/text/tasks.zh.ts'
import { smallServer } from './server.ts'

type Server = ReturnType<typeof smallServer>

/** Stores that talk to a server of the test, without a component. */
export const withStores = (server: Server = smallServer()): Server => {
  const app = createApp({})
  const pinia = createPinia()
  app.provide(clientKey, createClient(server.fetcher))
  app.use(pinia)
  setActivePinia(pinia)
  useSpeechStore().learn({ ...deskZh, ...registersZh, ...tasksZh })
  return server
}

/** A component with stores, router and server; `path` is where the reader comes in. */
export const mounted = async (component: Component, { server = smallServer(), path = '/plan', props = {} }: { server?: Server; path?: string; props?: Record<string, unknown> } = {}) => {
  const pinia: Pinia = createPinia()
  setActivePinia(pinia)
  useSpeechStore().learn({ ...deskZh, ...registersZh, ...tasksZh })
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push(path)
  const wrapper: VueWrapper = mount(component, { props, attachTo: document.body, global: { plugins: [pinia, router], provide: { [clientKey as symbol]: createClient(server.fetcher) } } })
  await settle()
  return { wrapper, server, router }
}

/** Lets what is under way come to rest: answers, renders, and the router. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) {
    await nextTick()
    await new Promise((resolve) => { setTimeout(resolve, 0) })
  }
}

/** happy-dom lays nothing out: without a size a virtual list draws nothing. */
export const giveSize = (width = 400, height = 600): void => {
  Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, get: () => width })
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => height })
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => height })
}
