import { askedBy, stockAddress, type Asked } from './asked.ts'
import { keptHeader, keptMostHeader } from './header.ts'
import { narrowed } from './narrow.ts'

/** What the keeper works with; a test gives its own. */
export type KeeperSetting = {
  caches: CacheStorage
  fetch: (request: Request) => Promise<Response>
  origin: string
  /** Files that make up this release's page: the page itself first. */
  shell: readonly string[]
  /** Name of the release, in the name of its cache. */
  release: string
  now: () => number
}

const [answersName, tilesName] = ['linli-find-answers-1', 'linli-find-tiles-1']
const shellPrefix = 'linli-find-shell-'
/** The oldest are dropped beyond these: a year of one person's questions, and the map of a quarter at all zooms. */
const most = { [answersName]: 120, [tilesName]: 400 }
/** A connection that takes longer than this is none, while there is something kept. */
const patienceMs = 6000
/** Cards of the nearest places are fetched ahead, so that they open without a connection. */
const cardsAhead = 8

export type Keeper = {
  install(): Promise<void>
  activate(): Promise<void>
  /** Null: not ours; the browser goes on as if there were no keeper. `later`: what goes on after the answer. */
  answer(request: Request, later: (work: Promise<unknown>) => void): Promise<Response> | null
  /** Takes in what the page fetched before the keeper was there. */
  takeIn(addresses: readonly string[], language: string): Promise<void>
}

/** Keeps the finder's page, its answers and its last map for times without a connection. The network comes first for whatever may change. */
export function createKeeper({ caches, fetch, origin, shell, release, now }: KeeperSetting): Keeper {
  const shellName = shellPrefix + release
  const whole = (address: string): string => new URL(address, origin).href
  const inCache = async (name: string, key: string): Promise<Response | undefined> => (await caches.open(name)).match(whole(key))

  const fromPage = async (request: Request): Promise<Response> => {
    const kept = await inCache(shellName, shell[0] ?? '/find')
    try {
      return await soon(fetch(request), kept !== undefined)
    } catch (error) {
      if (kept) return kept
      throw error
    }
  }

  /** A name with a hash never changes. */
  const fromAssets = async (request: Request): Promise<Response> => {
    const kept = await caches.match(request.url)
    if (kept) return kept
    const answer = await fetch(request)
    if (answer.ok) await (await caches.open(shellName)).put(request.url, answer.clone())
    return answer
  }

  const fromTiles = async (request: Request, later: (work: Promise<unknown>) => void): Promise<Response> => {
    const kept = await inCache(tilesName, request.url)
    if (kept) return kept
    const answer = await fetch(request)
    if (answer.ok) later(put(tilesName, request.url, answer.clone()))
    return answer
  }

  const put = async (name: typeof answersName | typeof tilesName, key: string, answer: Response): Promise<void> => {
    const cache = await caches.open(name)
    await cache.put(whole(key), answer)
    const keys = await cache.keys()
    await Promise.all(keys.slice(0, Math.max(0, keys.length - most[name])).map((old) => cache.delete(old)))
  }

  /** Kept with the instant at which it came; never with the session of somebody who works here. */
  const fresh = async (address: string, headers: Headers, key: string): Promise<Response> => {
    const answer = await fetch(new Request(address, { headers, credentials: 'omit', cache: 'no-cache' }))
    if (answer.ok) await put(answersName, inLanguage(key, headers), stamped(answer, await answer.clone().blob(), new Date(now()).toISOString()))
    return answer
  }

  const fromAnswers = async (request: Request, { key, stock }: Wanted, later: (work: Promise<unknown>) => void): Promise<Response> => {
    const kept = await keptFor(request, { key, stock })
    try {
      const answer = await soon(fresh(request.url, request.headers, key), kept !== null)
      if (answer.ok && stock !== null) later(ahead(answer.clone(), request, stock))
      return answer.status >= 500 && kept ? kept : answer
    } catch (error) {
      if (kept) return kept
      throw error
    }
  }

  /** The answer itself, or what a list asks for cut out of all there is: that where the answer is only its first page. */
  const keptFor = async ({ url, headers }: Request, { key, stock }: Wanted): Promise<Response | null> => {
    const own = await inCache(answersName, inLanguage(key, headers))
    if (stock === null || (own && (await own.clone().json() as { next: unknown }).next === null)) return own ?? null
    const all = await inCache(answersName, inLanguage(stock, headers))
    if (!all) return own ?? null
    const stocked = await all.json() as Parameters<typeof narrowed>[0]
    const listing = narrowed(stocked, new URL(url).searchParams)
    return new Response(JSON.stringify(listing), { headers: { 'content-type': 'application/json; charset=utf-8', [keptHeader]: all.headers.get(keptHeader) ?? '', ...(stocked.next !== null && { [keptMostHeader]: String(stocked.venues.length) }) } })
  }

  /** After a list: all there is from that start, and the cards of the places next to it, once a day. */
  const ahead = async (answer: Response, { headers, url }: Request, stock: string): Promise<void> => {
    const known = await inCache(answersName, inLanguage(stock, headers))
    if (now() - Date.parse(known?.headers.get(keptHeader) ?? '') < dayMs) return
    const listing = await answer.json() as { venues: readonly { id: string }[] }
    const query = stock.includes('?') ? stock.slice(stock.indexOf('?')) : ''
    // At the hour asked about: at another one gates are locked, and the walks are others.
    const at = new URL(url).searchParams.get('at')
    const timed = (address: string): string => whole(at === null ? address : `${address}${address.includes('?') ? '&' : '?'}at=${encodeURIComponent(at)}`)
    await fresh(timed(stockAddress(stock)), headers, stock)
    for (const { id } of listing.venues.slice(0, cardsAhead)) {
      const card = `/api/v1/venues/${encodeURIComponent(id)}${query}`
      await fresh(timed(card), headers, card)
    }
  }

  return {
    async install() {
      const cache = await caches.open(shellName)
      // All or nothing: a page whose script is missing is worse than none.
      await Promise.all(shell.map(async (path) => {
        const answer = await fetch(new Request(whole(path), { credentials: 'omit', cache: 'no-cache' }))
        if (!answer.ok) throw new Error(`${path} ${answer.status}`)
        await cache.put(whole(path), answer)
      }))
    },
    async activate() {
      // No page of an older release is open any more: a new keeper waits for that.
      for (const name of await caches.keys()) if (name.startsWith(shellPrefix) && name !== shellName) await caches.delete(name)
    },
    answer(request, later) {
      const asked = askedBy(request, origin)
      if (asked === null) return null
      if (asked.kind === 'page') return fromPage(request)
      if (asked.kind === 'asset') return fromAssets(request)
      if (asked.kind === 'tile') return fromTiles(request, later)
      return fromAnswers(request, wantedOf(asked), later)
    },
    async takeIn(addresses, language) {
      for (const address of addresses) {
        const request = new Request(whole(address), { headers: { 'accept-language': language } })
        const asked = askedBy({ method: 'GET', mode: 'cors', url: request.url }, origin)
        const work: Promise<unknown>[] = []
        if (asked?.kind === 'asset') await fromAssets(request)
        else if (asked?.kind === 'tile') await fromTiles(request, (more) => work.push(more))
        else if (asked?.kind === 'answer' || asked?.kind === 'list') await fromAnswers(request, wantedOf(asked), (more) => work.push(more))
        await Promise.all(work)
      }
    },
  }
}

const dayMs = 86_400_000

/** `stock`: of a list, the key of all there is from its start. */
type Wanted = { key: string; stock: string | null }
const wantedOf = (asked: Extract<Asked, { key: string }>): Wanted => ({ key: asked.key, stock: asked.kind === 'list' ? asked.stock : null })

/** Answers hold sentences: those of another language are other answers. */
const inLanguage = (key: string, headers: Headers): string => `${key}${key.includes('?') ? '&' : '?'}language=${(headers.get('accept-language') ?? 'zh').slice(0, 2)}`

const stamped = (answer: Response, body: Blob, instant: string): Response => {
  const headers = new Headers(answer.headers)
  // The body lies here unpacked.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  headers.set(keptHeader, instant)
  return new Response(body, { status: answer.status, headers })
}

/** What came, or a failure where it takes too long and there is something else to show. */
function soon(answer: Promise<Response>, impatient: boolean): Promise<Response> {
  if (!impatient) return answer
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too slow')), patienceMs)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
