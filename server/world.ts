import type { CityAsk } from './answers/answer.ts'
import { Refusal } from './answers/refusal.ts'
import type { Reply } from './answers/reply.ts'
import { softwareVersion } from './answers/meta.ts'
import { figuresKey, tileVersion, tileVersions } from './answers/standing.ts'
import { startCaller, type Caller } from './jobs/caller.ts'
import { keptAnswers, type KeptAnswers } from './jobs/kept-answers.ts'
import type { CityReady, CityRequest, CityResponse, TileAddress, TileRequest, TileResponse } from './jobs/messages.ts'
import { shanghaiDay } from './store/day.ts'
import type { Store } from './store/store.ts'

/** The city as the routes see it: it answers, or says that it is still loading. While a new version is built the old one answers on. */
export type World = {
  status(): { ready: boolean; city: string | null; buildings: number }
  /** Changes whenever any answer may; null while loading. */
  version(): string | null
  /** By layer, for the addresses of tiles; null while loading. */
  tileVersions(): Readonly<Record<TileAddress['group'], string>> | null
  /** Throws Refusal for what cannot be answered. */
  ask(ask: CityAsk): Promise<Reply>
  /** Compressed with gzip; null: nothing is there. */
  tile(address: TileAddress): Promise<TileResponse>
  /** Looks whether the database has changed and resolves when the change is being answered from. The watch does this by itself. */
  refresh(): Promise<void>
  close(): Promise<void>
}

type Generation = { ready: CityReady; city: Caller<CityRequest, CityResponse>; tiles: Caller<TileRequest, TileResponse>; keptTiles: KeptAnswers<TileResponse>; keptReplies: KeptAnswers<Reply> }

const cityWorker = new URL('jobs/city-worker.ts', import.meta.url)
const tileWorker = new URL('jobs/tile-worker.ts', import.meta.url)

/** How often another process is looked for that may have written to the database. */
const watchMilliseconds = 1000

/** Returns at once; the city is loaded behind it. `trouble` hears of what fails without anyone asking. */
export function startWorld(path: string, store: Store, trouble: (error: unknown) => void): World {
  let now: Generation | null = null
  let closed = false
  let pulse: number | null = null
  let day = ''
  let working: Promise<void> = Promise.resolve()
  const leaving = new Set<Promise<void>>()

  async function look(): Promise<void> {
    if (closed) return
    const beat = await store.pulse()
    const today = shanghaiDay()
    if (now && beat === pulse && today === day) return
    const before = now
    const next = before ? await following(path, before, store) : await firstGeneration(path)
    pulse = beat
    day = today
    if (closed) {
      await Promise.all([next.city.close(), next.tiles.close()])
      return
    }
    now = next
    if (before && before.city !== next.city) leave(before.city)
    if (before && before.tiles !== next.tiles) leave(before.tiles)
  }

  /** Requests already under way are answered by the old worker; a few seconds are ample. */
  function leave(caller: { close(): Promise<void> }): void {
    const left = new Promise<void>((resolve) => { setTimeout(resolve, 5000).unref() }).then(() => caller.close()).finally(() => leaving.delete(left))
    leaving.add(left)
  }

  function refresh(): Promise<void> {
    working = working.then(look, look)
    return working
  }

  refresh().catch(trouble)
  const watch = setInterval(() => { refresh().catch(trouble) }, watchMilliseconds)
  watch.unref()

  return {
    status: () => ({ ready: now !== null, city: now?.ready.identity?.name ?? null, buildings: now?.ready.buildings ?? 0 }),
    version: () => now && [softwareVersion, now.ready.born, now.ready.figuresKey, now.ready.versions.text].join(' '),
    tileVersions: () => now && tileVersions(now.ready),
    async ask(ask) {
      if (!now) throw new Refusal('notReady')
      const { city, keptReplies } = now
      return keptReplies.get(JSON.stringify(ask), () => askCity(city, ask))
    },
    async tile(address) {
      if (!now) throw new Refusal('notReady')
      const { tiles, keptTiles } = now
      return keptTiles.get(`${address.group}/${address.zoom}/${address.column}/${address.row}`, () => tiles.call({ kind: 'tile', ...address }))
    },
    refresh,
    async close() {
      closed = true
      clearInterval(watch)
      if (now) await Promise.all([now.city.close(), now.tiles.close()])
    },
  }
}

async function askCity(city: Generation['city'], ask: CityAsk): Promise<Reply> {
  const response = await city.call({ kind: 'ask', ask })
  if (response.kind === 'reply') return response.reply
  if (response.kind === 'refused') throw new Refusal(response.refusal.code, response.refusal.details, response.refusal.expectation, response.refusal.faults)
  throw new Error(`the city answered a question with ${response.kind}`)
}

/** 64 MB hold about 6,000 tiles of 10 kB: a district at every zoom. */
const keepTiles = (): KeptAnswers<TileResponse> => keptAnswers(64e6, (tile) => tile?.length ?? 0)
/** Questions that walls and several planners ask alike; an export of a large city is gone with the next question. */
const keepReplies = (): KeptAnswers<Reply> => keptAnswers(16e6, (reply) => reply.body.length)

async function firstGeneration(path: string): Promise<Generation> {
  const [city, tiles] = await Promise.all([startCity(path), startTiles(path)])
  return { ready: city.ready, city: city.caller, tiles: tiles.caller, keptTiles: keepTiles(), keptReplies: keepReplies() }
}

/** Builds anew only what the change touches: words alone are read again by the city that is there. */
async function following(path: string, before: Generation, store: Store): Promise<Generation> {
  const refreshed = (await keyNow(store)) === before.ready.figuresKey ? await before.city.call({ kind: 'refresh' }) : { kind: 'outdated' as const }
  const city = refreshed.kind === 'ready' ? { caller: before.city, ready: refreshed.ready } : await startCity(path)
  if (tileVersion(city.ready) === tileVersion(before.ready)) return { ...before, ready: city.ready, city: city.caller, keptReplies: keepReplies() }
  return { ready: city.ready, city: city.caller, tiles: (await startTiles(path)).caller, keptTiles: keepTiles(), keptReplies: keepReplies() }
}

async function keyNow(store: Store): Promise<string> {
  return figuresKey(await store.versions(), (await store.catalogue())?.version ?? '', await store.validityEdge(shanghaiDay()))
}

const startCity = (path: string) => startCaller<CityReady, CityRequest, CityResponse>(cityWorker, { path })
const startTiles = (path: string) => startCaller<null, TileRequest, TileResponse>(tileWorker, { path })
