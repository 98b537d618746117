import { showsReports, type CityAsk } from './answers/answer.ts'
import type { Located, Place } from './answers/records/place.ts'
import { Refusal } from './answers/refusal.ts'
import type { Reply } from './answers/reply.ts'
import type { Sited } from './answers/siting/site-answer.ts'
import type { SitingAsk } from './siting/siting-messages.ts'
import type { Language } from '../geodata/words/sentence.ts'
import { softwareVersion } from './answers/meta.ts'
import { tileVersions } from './answers/standing.ts'
import type { ReachCounts } from '../geodata/kernel/cache.ts'
import type { TileAddress, TileResponse } from './jobs/messages.ts'
import { askCity, closed, firstGeneration, following, rebuiltGeneration, type BuildStage, type Generation } from './generation.ts'
import { shanghaiDay } from './store/day.ts'
import type { Store } from './store/store.ts'

/** The city as the routes see it: it answers, or says that it is still loading. While a new version is built the old one answers on. */
export type World = {
  status(): { ready: boolean; city: string | null; buildings: number }
  /** Changes whenever any answer may; null while loading. */
  version(): string | null
  /** Changes besides whenever a report of the public comes or is decided: what a card shows of them. */
  reportedVersion(): string | null
  /** By layer, for the addresses of tiles; null while loading. */
  tileVersions(): Readonly<ReturnType<typeof tileVersions>> | null
  /** Throws Refusal for what cannot be answered. */
  ask(ask: CityAsk): Promise<Reply>
  /** A request for sites as a problem, with the pack of the city where it is asked for. Throws Refusal. */
  site(ask: SitingAsk, pack: boolean, language: Language): Promise<Sited>
  /** Areas that hold a place, from the largest to the smallest; none: outside all. Throws Refusal. */
  locate(place: Place): Promise<Located[]>
  /** Compressed with gzip; null: nothing is there. */
  tile(address: TileAddress): Promise<TileResponse>
  /** Looks whether the database has changed and resolves when the change is being answered from. The watch does this by itself. */
  refresh(): Promise<void>
  /** Resolves when that line of the change log is being answered from, or after two seconds, so that one reads what one wrote. */
  follow(change: number): Promise<void>
  /** Opens the city and its tiles anew beside those that answer, whatever the versions say, and swaps. Throws the signal's reason when it is aborted; the old ones then answer on. */
  rebuild(stage: (stage: BuildStage) => void, signal: AbortSignal): Promise<void>
  /** Looks whether a report came or was decided, which no figure waits for. The watch does this by itself. */
  hearReports(): Promise<void>
  /** Told with their version after each report and decision. Returns the way to stop. */
  onReports(listener: (version: number) => void): () => void
  /** Told after each change that answers may show, once it is being answered from. Returns the way to stop. */
  onChange(listener: () => void): () => void
  /** What was really done since the start, for tests and for the curious. */
  counts(): Promise<WorldCounts>
  close(): Promise<void>
}

/** revised: changes the open city took in; reach: of the city that answers now, null while there is none. */
export type WorldCounts = { citiesOpened: number; tileSetsOpened: number; placesDrawn: number; revised: number; reach: ReachCounts | null }

/** How often another process is looked for that may have written to the database. */
const watchMilliseconds = 500

/** How long a writer waits to see its own change; a rebuild may take longer, and then the event stream tells. */
const followMilliseconds = 2000

/** How long requests already under way may keep the old worker. */
const leaveMilliseconds = 5000

/** How long whoever ends the process waits for a city that is being opened. */
const closeMilliseconds = 3000

/** Returns at once; the city is loaded behind it. `trouble` hears of what fails without anyone asking. */
export function startWorld(path: string, store: Store, trouble: (error: unknown) => void): World {
  let now: Generation | null = null
  let isClosed = false
  let pulse: number | null = null
  let day = ''
  let reports: number | null = null
  let working: Promise<void> = Promise.resolve()
  const counts = { citiesOpened: 0, tileSetsOpened: 0, placesDrawn: 0 }
  const leaving = new Set<{ close(): Promise<void> }>()
  const listeners = new Set<() => void>()
  const reportListeners = new Set<(version: number) => void>()

  async function hearReports(): Promise<void> {
    if (isClosed) return
    const version = await store.reportVersion()
    if (version === reports) return
    const isFirst = reports === null
    reports = version
    if (!isFirst) for (const listener of reportListeners) listener(version)
  }

  async function look(): Promise<void> {
    if (isClosed) return
    await hearReports()
    const beat = await store.pulse()
    const today = shanghaiDay()
    if (now && beat === pulse && today === day) return
    const next = now ? await following(path, now, counts) : await firstGeneration(path, counts)
    pulse = beat
    day = today
    await swap(next)
  }

  async function swap(next: Generation): Promise<void> {
    if (isClosed) return closed(next)
    const left = now
    now = next
    if (left && left.city !== next.city) leave(left.city)
    if (left && left.tiles !== next.tiles) leave(left.tiles)
    for (const listener of listeners) listener()
  }

  function leave(caller: { close(): Promise<void> }): void {
    leaving.add(caller)
    void pause(leaveMilliseconds).then(() => caller.close()).finally(() => leaving.delete(caller))
  }

  function refresh(): Promise<void> {
    working = working.then(look, look)
    return working
  }

  /** The generation that answers. Throws Refusal notReady. */
  function standing(): Generation {
    if (!now) throw new Refusal('notReady')
    return now
  }

  // The day, since the clock without one is of the week that is.
  const version = (): string | null => now && [softwareVersion, now.ready.born, now.ready.lastChange, now.ready.validityEdge ?? '', now.ready.day].join(' ')

  refresh().catch(trouble)
  const watch = setInterval(() => { refresh().catch(trouble) }, watchMilliseconds)
  watch.unref()

  return {
    status: () => ({ ready: now !== null, city: now?.ready.identity?.name ?? null, buildings: now?.ready.buildings ?? 0 }),
    version,
    reportedVersion: () => (version() === null ? null : `${version()} ${reports}`),
    tileVersions: () => now && tileVersions(now.ready),
    async ask(ask) {
      const { city, keptReplies } = standing()
      return keptReplies.get(JSON.stringify(showsReports(ask.name) ? [ask, reports] : ask), async () => (await askCity(city, { kind: 'ask', ask }, 'reply')).reply)
    },
    async site(ask, pack, language) {
      return (await askCity(standing().city, { kind: 'site', ask, pack, language }, 'sited')).sited
    },
    async locate(place) {
      return (await askCity(standing().city, { kind: 'locate', place }, 'located')).areas
    },
    async tile(address) {
      const { tiles, keptTiles, ready } = standing()
      const layer = address.group === 'publicPlaces' ? 'places' : address.group, shown = tileVersions(ready)[layer]
      const bytes = await keptTiles.get(`${shown}/${address.group}/${address.zoom}/${address.column}/${address.row}`, () => tiles.call({ kind: 'tile', ...address }))
      // Drawn while its layer was drawn anew: it may show either, and browsers would keep it for ever under the old address.
      const shows = tileVersions(standing().ready)[layer]
      if (shows !== shown) throw new Refusal('staleVersion', { expected: shows, found: shown })
      return bytes
    },
    refresh, hearReports,
    onReports(listener) {
      reportListeners.add(listener)
      return () => { reportListeners.delete(listener) }
    },
    async follow(change) {
      const until = Date.now() + followMilliseconds
      // What fails here is told by the watch, and the change is written all the same.
      const look = async (): Promise<void> => refresh().catch(() => {})
      const isSeen = (): boolean => isClosed || (now?.ready.lastChange ?? 0) >= change
      while (!isSeen() && Date.now() < until) await Promise.race([look(), pause(until - Date.now())])
    },
    rebuild(stage, signal) {
      const build = async (): Promise<void> => swap(await rebuiltGeneration(path, counts, stage, signal))
      const built = working.then(build, build)
      // Whoever looks next waits for it, and does not fail with it.
      working = built.catch(() => {})
      return built
    },
    onChange(listener) {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    async counts() {
      const asked = now && (await askCity(now.city, { kind: 'counts' }, 'counted'))
      return { ...counts, revised: asked?.revised ?? 0, reach: asked?.reach ?? null }
    },
    async close() {
      isClosed = true
      clearInterval(watch)
      // What is being built ends by itself and is closed then; it is waited for a moment, so that nobody else still has the database open.
      await Promise.race([working.catch(() => {}), pause(closeMilliseconds)])
      await Promise.all([...leaving].map((caller) => caller.close()))
      if (now) await closed(now)
    },
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds).unref() })
