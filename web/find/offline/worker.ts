import { createKeeper } from './keeper.ts'

/** The script served as /find-worker.js: hands the events of the browser to the keeper. Its scopes are the finder's addresses; staff pages are none of them. */
declare const finderShell: readonly string[]
declare const finderRelease: string

/** As much of a service worker's world as is used; the page's library has no types for it. */
type Work = Event & { waitUntil(work: Promise<unknown>): void }
type Fetched = Work & { request: Request; respondWith(answer: Promise<Response>): void }
type Told = Work & { data: unknown }
type Scope = {
  addEventListener(name: 'install' | 'activate', listener: (event: Work) => void): void
  addEventListener(name: 'fetch', listener: (event: Fetched) => void): void
  addEventListener(name: 'message', listener: (event: Told) => void): void
  clients: { claim(): Promise<void> }
  registration: { active: unknown }
}
const scope = self as unknown as Scope

const keeper = createKeeper({ caches, fetch: (request) => fetch(request), origin: location.origin, shell: finderShell, release: finderRelease, now: Date.now })

scope.addEventListener('install', (event) => event.waitUntil(keeper.install()))
scope.addEventListener('activate', (event) => event.waitUntil(keeper.activate().then(() => scope.clients.claim())))
scope.addEventListener('fetch', (event) => {
  const answer = keeper.answer(event.request, (work) => event.waitUntil(work.catch(() => {})))
  if (answer) event.respondWith(answer)
})
scope.addEventListener('message', (event) => {
  const { fetched, language } = (event.data ?? {}) as { fetched?: unknown; language?: unknown }
  if (Array.isArray(fetched)) event.waitUntil(keeper.takeIn(fetched.filter((address): address is string => typeof address === 'string'), String(language).slice(0, 2)).catch(() => {}))
})
