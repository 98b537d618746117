import { Refusal } from './answers/refusal.ts'
import type { Reply } from './answers/reply.ts'
import { tileVersions } from './answers/standing.ts'
import { startCaller, type Caller } from './jobs/caller.ts'
import { keptAnswers, type KeptAnswers } from './jobs/kept-answers.ts'
import type { CityReady, CityRequest, CityResponse, TileRequest, TileResponse } from './jobs/messages.ts'

/** One state of the city with the workers that hold it; the next one shares those that the change leaves alone. */
export type Generation = {
  ready: CityReady
  city: Caller<CityRequest, CityResponse>
  tiles: Caller<TileRequest, TileResponse>
  keptTiles: KeptAnswers<TileResponse>
  keptReplies: KeptAnswers<Reply>
}

type Counts = { citiesOpened: number; tileSetsOpened: number; placesDrawn: number }

const cityWorker = new URL('jobs/city-worker.ts', import.meta.url)
const tileWorker = new URL('jobs/tile-worker.ts', import.meta.url)

/** 64 MB hold about 6,000 tiles of 10 kB: a district at every zoom. */
const keepTiles = (): KeptAnswers<TileResponse> => keptAnswers(64e6, (tile) => tile?.length ?? 0)
/** Questions that walls and several planners ask alike; an export of a large city is gone with the next question. */
const keepReplies = (): KeptAnswers<Reply> => keptAnswers(16e6, (reply) => reply.body.length)

export type BuildStage = 'columns' | 'tiles'

/** Everything read from the database, both workers at once. */
export async function firstGeneration(path: string, counts: Counts): Promise<Generation> {
  const [city, tiles] = await Promise.all([startCity(path, counts), startTiles(path, counts)])
  return generationOf(city, tiles)
}

/** The same one after the other, with a word before each; ends between them by throwing the signal's reason when it is aborted. */
export async function rebuiltGeneration(path: string, counts: Counts, stage: (stage: BuildStage) => void, signal: AbortSignal): Promise<Generation> {
  const started: { close(): Promise<void> }[] = []
  try {
    signal.throwIfAborted()
    stage('columns')
    const city = await startCity(path, counts)
    started.push(city.caller)
    signal.throwIfAborted()
    stage('tiles')
    const tiles = await startTiles(path, counts)
    started.push(tiles)
    signal.throwIfAborted()
    return generationOf(city, tiles)
  } catch (error) {
    await Promise.all(started.map((worker) => worker.close()))
    throw error
  }
}

/** The open city takes the change in where it can, and is opened anew behind the old one where it cannot; of the tiles only what shows the change is drawn again. */
export async function following(path: string, before: Generation, counts: Counts): Promise<Generation> {
  const revised = await before.city.call({ kind: 'refresh' })
  const city = revised.kind === 'ready' ? { caller: before.city, ready: revised.ready } : await startCity(path, counts)
  const next: Generation = { ...before, ready: city.ready, city: city.caller, keptReplies: keepReplies() }
  const shown = tileVersions(before.ready), shows = tileVersions(city.ready)
  if (shown.base !== shows.base || shown.buildings !== shows.buildings || shown.outlines !== shows.outlines) return { ...next, tiles: await startTiles(path, counts), keptTiles: keepTiles() }
  if (shown.places !== shows.places) {
    counts.placesDrawn++
    await before.tiles.call({ kind: 'places' })
  }
  return next
}

function generationOf(city: Awaited<ReturnType<typeof startCity>>, tiles: Generation['tiles']): Generation {
  return { ready: city.ready, city: city.caller, tiles, keptTiles: keepTiles(), keptReplies: keepReplies() }
}

export async function closed({ city, tiles }: Generation): Promise<void> {
  await Promise.all([city.close(), tiles.close()])
}

/** The response of the kind that was asked for; a Refusal is thrown. */
export async function askCity<K extends CityResponse['kind']>(city: Generation['city'], request: CityRequest, kind: K): Promise<Extract<CityResponse, { kind: K }>> {
  const response = await city.call(request)
  if (response.kind === 'refused') throw new Refusal(response.refusal.code, response.refusal.details, response.refusal.expectation, response.refusal.faults)
  if (response.kind !== kind) throw new Error(`the city was asked for ${kind} and answered ${response.kind}`)
  return response as Extract<CityResponse, { kind: K }>
}

async function startCity(path: string, counts: Counts): Promise<{ caller: Generation['city']; ready: CityReady }> {
  counts.citiesOpened++
  return startCaller<CityReady, CityRequest, CityResponse>(cityWorker, { path })
}

async function startTiles(path: string, counts: Counts): Promise<Generation['tiles']> {
  counts.tileSetsOpened++
  return (await startCaller<null, TileRequest, TileResponse>(tileWorker, { path })).caller
}
