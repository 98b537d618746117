import { beforeEach, describe, expect, test } from 'vitest'
import { askedBy, stockAddress } from '../../../web/find/offline/asked.ts'
import { allowedHere, keptMost, keptSince, watchfulFetch } from '../../../web/find/offline/connection.ts'
import { keptHeader, keptMostHeader } from '../../../web/find/offline/header.ts'
import { createKeeper, type Keeper } from '../../../web/find/offline/keeper.ts'
import { narrowed } from '../../../web/find/offline/narrow.ts'
import { row, venuesAnswer } from './answers.ts'

/** What is kept for times without a connection. */

describe('what is asked of the keeper', () => {
  const origin = 'https://linli.example'
  const asked = (url: string, mode: RequestMode = 'cors', method = 'GET') => askedBy({ method, mode, url: origin + url }, origin)
  test('pages of the finder and nothing of the staff', () => {
    for (const path of ['/find', '/find/sheet', '/venue/a.b', '/find?from=x']) expect(asked(path, 'navigate')).toEqual({ kind: 'page' })
    for (const path of ['/plan', '/data', '/', '/embed', '/log-in', '/findings']) expect(asked(path, 'navigate')).toBeNull()
    for (const path of ['/api/v1/session', '/api/v1/facilities', '/api/v1/coverage?category=canteen', '/tiles/buildings/14/1/1.pbf', '/api/v1/reports']) expect(asked(path)).toBeNull()
    expect(asked('/api/v1/venues/1/reports', 'cors', 'POST')).toBeNull()
    expect(askedBy({ method: 'GET', mode: 'cors', url: 'https://elsewhere.example/assets/x.js' }, origin)).toBeNull()
  })
  test('two minutes of the same list are one; its stock leaves out whatever narrows it', () => {
    const one = asked('/api/v1/venues?building=b&wish=eat&at=2026-02-14T11:00:00%2B08:00&limit=20&age=72')
    expect(asked('/api/v1/venues?age=72&building=b&wish=eat&at=2026-02-14T11:01:00%2B08:00')).toEqual(one)
    expect(one).toEqual({ kind: 'list', key: '/api/v1/venues?age=72&building=b&wish=eat', stock: '/api/v1/venues?age=72&building=b' })
    expect(stockAddress('/api/v1/venues')).toBe('/api/v1/venues?limit=200')
  })
})

describe('a list out of a longer one', () => {
  const stock = venuesAnswer([row('1'), row('2', { admits: 'no' }), row('3', { wishes: ['play'], category: 'activityRoom', state: 'closed-today', yuan: 0, access: { stepFree: false, toilet: true } }), row('4', { state: 'closes-soon', payments: [] })])
  const ids = (query: string): string[] => narrowed(stock, new URLSearchParams(query)).venues.map(({ id }) => id)
  test('holds what was asked for', () => {
    expect(ids('')).toEqual(['1', '2', '3', '4'])
    expect(ids('wish=eat&open=now&admits=yes')).toEqual(['1', '4'])
    expect(ids('free=yes')).toEqual(['3'])
    expect(ids('toilet=yes&stepFree=yes')).toEqual([])
    expect(ids('wish=eat&cash=yes')).toEqual(['1', '2'])
    expect(ids('category=activityRoom')).toEqual(['3'])
    expect(ids('q=食堂3')).toEqual(['3'])
  })
  test('counts anew, begins with the best and has no further pages', () => {
    const found = narrowed({ ...stock, next: 'more' }, new URLSearchParams('wish=eat'))
    expect([found.total, found.next, found.first?.venue.id]).toEqual([3, null, '1'])
    expect(found.facets.wishes.map(({ code, count, open }) => [code, count, open])).toEqual([['eat', 3, 3], ['play', 1, 0], ['mend', 0, 0]])
    expect(found.facets.filters.find(({ code }) => code === 'admits')).toMatchObject({ count: 2, open: 2, instead: null })
  })
})

describe('the keeper', () => {
  const origin = 'https://linli.example'
  let network: Map<string, () => Response>
  let asked: { path: string; credentials: string }[]
  let now = 0
  let stores: Map<string, Map<string, Response>>

  const caches = { keys: async () => [...stores.keys()], delete: async (name: string) => stores.delete(name), open: async (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>()
    stores.set(name, store)
    const href = (key: RequestInfo | URL): string => (key instanceof Request ? key.url : String(key))
    return { match: async (key: RequestInfo) => store.get(href(key))?.clone(), put: async (key: RequestInfo, answer: Response) => void store.set(href(key), answer), keys: async () => [...store.keys()].map((key) => new Request(key)), delete: async (key: RequestInfo) => store.delete(href(key)) }
  }, match: async (key: RequestInfo) => {
    for (const store of stores.values()) if (store.has(String(key))) return store.get(String(key))?.clone()
    return undefined
  } } as unknown as CacheStorage
  const keeperOf = (release = 'one', shell: readonly string[] = ['/find', '/assets/find-1.js']): Keeper => createKeeper({ caches, origin, shell, release, now: () => now, fetch: async (request) => {
    const path = decodeURIComponent(request.url.slice(origin.length))
    asked.push({ path, credentials: request.credentials })
    const answer = network.get(path) ?? network.get(path.replace(/\?.*/, ''))
    if (!answer) throw new TypeError('no network')
    return answer()
  } })
  const json = (value: unknown) => () => new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } })
  /** Asks, and waits for what goes on behind the answer. */
  const ask = async (keeper: Keeper, path: string, mode: 'navigate' | 'cors' = 'cors', language = 'zh'): Promise<Response> => {
    const work: Promise<unknown>[] = []
    const request = new Request(origin + path, { headers: { 'accept-language': language } })
    Object.defineProperty(request, 'mode', { value: mode })
    const answer = await keeper.answer(request, (more) => work.push(more))
    await Promise.all(work)
    if (!answer) throw new Error(`${path} is not the keeper's`)
    return answer
  }
  beforeEach(() => {
    stores = new Map()
    asked = []
    now = Date.parse('2026-02-14T03:00:00Z')
    network = new Map([
      ['/find', () => new Response('page')], ['/assets/find-1.js', () => new Response('script')], ['/api/v1/venues', json(venuesAnswer([row('1'), row('2', { wishes: ['play'] })]))], ['/api/v1/venues/1', json({ id: '1' })], ['/api/v1/venues/2', json({ id: '2' })],
    ])
  })

  test('keeps the page of a release whole or not at all', async () => {
    await expect(keeperOf('one', ['/find', '/assets/gone.js']).install()).rejects.toThrow('no network')
    const keeper = keeperOf()
    await keeper.install()
    network.clear()
    expect(await (await ask(keeper, '/find?from=b', 'navigate')).text()).toBe('page')
    expect(await (await ask(keeper, '/venue/1', 'navigate')).text()).toBe('page')
    expect(await (await ask(keeper, '/assets/find-1.js')).text()).toBe('script')
  })

  test('shows the newest page while there is a network', async () => {
    const keeper = keeperOf()
    await keeper.install()
    network.set('/find', () => new Response('newer page'))
    expect(await (await ask(keeper, '/find', 'navigate')).text()).toBe('newer page')
  })

  test('a new release leaves the files of the one that is open until it takes over', async () => {
    await keeperOf().install()
    const next = keeperOf('two', ['/find'])
    await next.install()
    expect([...stores.keys()]).toEqual(expect.arrayContaining(['linli-find-shell-one', 'linli-find-shell-two']))
    await next.activate()
    expect([...stores.keys()].filter((name) => name.includes('shell'))).toEqual(['linli-find-shell-two'])
  })

  test('answers fresh while it can, and afterwards what it has, with the hour at which it came', async () => {
    const keeper = keeperOf()
    const path = '/api/v1/venues?building=b&wish=eat&at=2026-02-14T11:00:00%2B08:00'
    expect((await ask(keeper, path)).headers.get(keptHeader)).toBeNull()
    now += 60_000
    network.clear()
    const kept = await ask(keeper, path.replace('11:00', '11:09'))
    expect(kept.headers.get(keptHeader)).toBe('2026-02-14T03:00:00.000Z')
    expect(((await kept.json()) as { venues: unknown[] }).venues).toHaveLength(2)
  })

  test('keeps the whole list of a start and its next cards ahead, so that other filters and cards open too', async () => {
    const keeper = keeperOf()
    await ask(keeper, '/api/v1/venues?building=b&wish=eat')
    network.clear()
    const other = (await (await ask(keeper, '/api/v1/venues?building=b&wish=play')).json()) as { venues: { id: string }[] }
    expect(other.venues.map(({ id }) => id)).toEqual(['2'])
    expect(await (await ask(keeper, '/api/v1/venues/2?building=b&at=2026-02-14T11:00:00%2B08:00')).json()).toEqual({ id: '2' })
    await expect(ask(keeper, '/api/v1/venues?building=elsewhere')).rejects.toThrow('no network')
    await expect(ask(keeper, '/api/v1/venues?building=b&wish=play', 'cors', 'en')).rejects.toThrow('no network')
  })

  test('looks ahead once a day and not with every question', async () => {
    const keeper = keeperOf()
    await ask(keeper, '/api/v1/venues?building=b&wish=eat')
    const first = asked.length
    await ask(keeper, '/api/v1/venues?building=b&wish=play')
    expect(asked.length - first).toBe(1)
    now += 25 * 3_600_000
    await ask(keeper, '/api/v1/venues?building=b&wish=play')
    expect(asked.length - first).toBeGreaterThan(2)
  })

  test('says of how many places a list was cut where it kept the nearest alone', async () => {
    const keeper = keeperOf()
    network.set('/api/v1/venues', json(venuesAnswer([row('1'), row('2', { wishes: ['play'] })], { next: 'more', total: 700 })))
    expect((await ask(keeper, '/api/v1/venues?building=b&wish=eat')).headers.get(keptMostHeader)).toBeNull()
    network.clear()
    expect((await ask(keeper, '/api/v1/venues?building=b&wish=play')).headers.get(keptMostHeader)).toBe('2')
    const fetcher = watchfulFetch(() => Promise.resolve(new Response('{}', { headers: { [keptHeader]: '2026-02-14T03:00:00.000Z', [keptMostHeader]: '200' } })))
    await fetcher(`${origin}/api/v1/venues?building=b`)
    expect(keptMost.value).toBe(200)
  })

  test('never shows a session of somebody who works here, and keeps no refusals', async () => {
    const keeper = keeperOf()
    await ask(keeper, '/api/v1/venues?building=b')
    expect(asked.filter(({ path }) => path.startsWith('/api/')).map(({ credentials }) => credentials)).toEqual(asked.map(() => 'omit'))
    network.set('/api/v1/venues/9', () => new Response('gone', { status: 404 }))
    expect((await ask(keeper, '/api/v1/venues/9')).status).toBe(404)
    network.clear()
    await expect(ask(keeper, '/api/v1/venues/9')).rejects.toThrow('no network')
  })

  test('a server that fails is as good as none, while there is something kept', async () => {
    const keeper = keeperOf()
    await ask(keeper, '/api/v1/venues/1?building=b')
    network.set('/api/v1/venues/1', () => new Response('', { status: 503 }))
    expect(await (await ask(keeper, '/api/v1/venues/1?building=b')).json()).toEqual({ id: '1' })
  })

  test('takes in what came before it, and lets alone what is not its own', async () => {
    const keeper = keeperOf()
    await keeper.takeIn([`${origin}/api/v1/venues?building=b&limit=20`, `${origin}/api/v1/session`, `${origin}/assets/find-1.js`], 'zh')
    expect(asked.map(({ path }) => path)).not.toContain('/api/v1/session')
    network.clear()
    expect((await ask(keeper, '/api/v1/venues?building=b&limit=20')).headers.get(keptHeader)).toBe('2026-02-14T03:00:00.000Z')
  })
})

describe('the page without a connection', () => {
  test('knows how old an answer is and never sends a session along', async () => {
    const sent: (RequestInit | undefined)[] = []
    const answers = [new Response('{}', { headers: { [keptHeader]: '2026-02-14T03:00:00.000Z' } }), new Response('{}'), new Response('{}', { headers: { [keptHeader]: '2026-02-13T03:00:00.000Z' } })]
    const fetcher = watchfulFetch(async (_input, init) => {
      sent.push(init)
      return answers.shift() ?? new Response('{}')
    })
    await fetcher('/api/v1/venues?building=b')
    expect(keptSince.value).toBe('2026-02-14T03:00:00.000Z')
    await fetcher('/api/v1/venues/1')
    expect(keptSince.value).toBeNull()
    await fetcher('/api/v1/homes?q=x')
    expect(keptSince.value).toBeNull()
    expect(sent.map((init) => init?.credentials)).toEqual(['omit', 'omit', 'omit'])
  })
  test('says what an address or a browser does not allow', () => {
    expect(allowedHere({ isSecureContext: false, navigator: {} })).toBe('plain')
    expect(allowedHere({ isSecureContext: true, navigator: {} })).toBe('without')
    expect(allowedHere({ isSecureContext: true, navigator: { serviceWorker: {} } })).toBe('all')
  })
})
