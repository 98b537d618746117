import { ref, type Ref } from 'vue'
import { isWeChat } from '../browser.ts'
import { keptHeader, keptMostHeader } from './header.ts'

/** Instant (ISO) from which the answers on the page are, where they are not fresh; null: the server answered. */
export const keptSince: Ref<string | null> = ref(null)

/** How many places were kept, where there are more; null: all there are, or nobody cut a list. */
export const keptMost: Ref<number | null> = ref(null)

/** What was asked before the keeper was there, for it to ask again. */
const asked = new Set<string>()

/** The browser's fetch that notices whether an answer was kept, and never says who is logged in. */
export const watchfulFetch = (fetcher: typeof fetch): typeof fetch => async (input, init) => {
  const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url
  if ((init?.method ?? 'GET') === 'GET') asked.add(address)
  const answer = await fetcher(input, { credentials: 'omit', ...init })
  if (/\/api\/v1\/venues(?:[/?]|$)/.test(address)) {
    keptSince.value = answer.headers.get(keptHeader) || null
    keptMost.value = Number(answer.headers.get(keptMostHeader) ?? 0) || null
  }
  return answer
}

/** What this address and this browser allow. plain: http beyond this machine, neither offline nor position; without: a browser that keeps nothing (as WeChat's). */
export type Allowed = 'all' | 'plain' | 'without'
export const allowedHere = ({ isSecureContext, navigator }: { isSecureContext: boolean; navigator: { serviceWorker?: object; userAgent?: string } }): Allowed => (!isSecureContext ? 'plain' : 'serviceWorker' in navigator && !isWeChat(navigator.userAgent) ? 'all' : 'without')

/** Sets the keeper to work after the page stands. Pages of staff lie outside its scopes. */
export async function startKeeping(): Promise<void> {
  if (import.meta.env.DEV || allowedHere(window) !== 'all') return
  const scope = location.pathname.startsWith('/venue/') ? '/venue/' : '/find'
  try {
    const found = await navigator.serviceWorker.getRegistration(scope)
    const known = found?.active ?? null
    await navigator.serviceWorker.register('/find-worker.js', { scope, updateViaCache: 'none' })
    if (known) return
    // What came before the keeper did.
    const ready = await navigator.serviceWorker.ready
    ready.active?.postMessage({ language: document.documentElement.lang, fetched: [...new Set([...asked, ...performance.getEntriesByType('resource').map(({ name }) => name)].map((name) => new URL(name, location.href).href))].filter((name) => name.startsWith(location.origin)) })
    asked.clear()
  } catch {
    // Private windows and full disks keep nothing; the page works all the same.
  }
}
