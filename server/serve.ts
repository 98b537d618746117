import { createServer } from 'node:https'
import { serve, type ServerType } from '@hono/node-server'
import type { StartErrorCode } from '../geodata/words/errors.ts'
import { basemapSentence } from '../geodata/words/basemaps.ts'
import { noBasemaps, openBasemaps } from './basemaps/basemaps.ts'
import { createApp, type PublicAlone } from './app.ts'
import { askAhead } from './ask-ahead.ts'
import { startEngine } from './engine.ts'
import { StartError, type Environment } from './environment.ts'
import { openSecurity } from './security/security.ts'
import type { Store } from './store/store.ts'
import type { World } from './world.ts'

export type Serving = {
  /** Where it can be reached, with the port it really has. */
  address: string
  /** Resolves when questions are answered. */
  ready: Promise<ReturnType<World['status']>>
  /** Ends within a moment: open connections that ask nothing are closed, answers under way may finish for a second. */
  close(): Promise<void>
}

export type ServeSetting = {
  environment: Environment; path: string; store: Store; webFolder: string | null
  /** A real city has taken the place of a demonstration, or the other way round, while the server runs. */
  cityReplaced?: () => Promise<void>
  /** Present: the public alone is served. */
  publicAlone?: PublicAlone
}

/** How long an answer under way may still take when the process is asked to end. */
const graceMilliseconds = 1000
/** How often connections are looked through meanwhile. */
const sweepMilliseconds = 20

/** Listens first and loads the city behind it, so that /healthz and /readyz answer at once. Throws StartError when it may not listen. */
export async function startServing({ environment, path, store, webFolder, cityReplaced, publicAlone }: ServeSetting): Promise<Serving> {
  const engine = startEngine({ path, dataFolder: environment.dataFolder, store, trouble: report })
  if (cityReplaced) followCity(engine.world, store, cityReplaced)
  const { host: name, publicUrl, publicUrlSaid, embedders, tls, openDemo, proxy, publicBuildings } = environment
  const security = openSecurity({ path, host: name, publicUrl, tls: tls !== null, openDemo, proxy, publicBuildings, trouble: (error) => report(error, null) })
  const basemaps = publicAlone ? noBasemaps : await openBasemaps(environment.dataFolder)
  for (const fault of basemaps.faults) for (const language of ['zh', 'en'] as const) console.error(`· ${basemapSentence(fault, language)}`)
  const app = createApp({ engine, security, publicUrl, site: { publicUrl: publicUrlSaid ? publicUrl : null, outlines: publicBuildings, embedders: [...embedders] }, ...(publicAlone && { publicAlone }), basemaps, webFolder, trouble: report })
  let server: ServerType
  try {
    server = await listening(app.fetch, environment)
  } catch (error) {
    await engine.close()
    security.close()
    store.close()
    throw error
  }
  const ready = engine.world.refresh().then(() => engine.world.status())
  // Nobody is answered later for want of it, so that what goes wrong here is told by whoever asks next.
  if (!publicAlone) ready.then(() => askAhead(engine.world)).catch(() => {})
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : environment.port
  const host = environment.host.includes(':') ? `[${environment.host}]` : environment.host
  return {
    address: `${tls ? 'https' : 'http'}://${host}:${port}`,
    ready,
    async close() {
      // Open streams would hold their connections for ever.
      engine.hub.close()
      security.endSteering()
      const closed = new Promise<void>((resolve) => { server.close(() => resolve()) })
      // A connection whose answer has just ended is kept alive by its browser, and idle from then on.
      const sweep = setInterval(() => { if ('closeIdleConnections' in server) server.closeIdleConnections() }, sweepMilliseconds)
      const late = setTimeout(() => { if ('closeAllConnections' in server) server.closeAllConnections() }, graceMilliseconds)
      await closed
      clearTimeout(late)
      clearInterval(sweep)
      await engine.close()
      await basemaps.close()
      security.close()
      store.close()
    },
  }
}

/** Hears of every change, and tells of those that make a demonstration a real city, or the other way round. */
function followCity(world: World, store: Store, replaced: () => Promise<void>): void {
  const isDemo = async (): Promise<boolean | null> => (await store.identity())?.demo ?? null
  let known = isDemo()
  world.onChange(() => {
    const before = known
    known = isDemo()
    Promise.all([before, known]).then(([was, is]) => (was !== null && is !== null && was !== is ? replaced() : undefined)).catch((error: unknown) => report(error, null))
  })
}

/** A search of 10,000 Chinese signs is 90 kB of address: it is read, so that the gate can tell what is wrong with it; Node's own limit ends such a request without a word. */
const mostHeaderBytes = 128 * 1024

function listening(fetch: Parameters<typeof serve>[0]['fetch'], { host, port, tls }: Environment): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port, ...(tls ? { createServer, serverOptions: { ...tls, maxHeaderSize: mostHeaderBytes } } : { serverOptions: { maxHeaderSize: mostHeaderBytes } }) }, () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = listenErrors[error.code ?? '']
      reject(code ? new StartError(code, { found: code === 'addressUnavailable' ? host : port }) : error)
    })
  })
}

const listenErrors: Readonly<Record<string, StartErrorCode | undefined>> = { EADDRINUSE: 'portInUse', EACCES: 'portForbidden', EADDRNOTAVAIL: 'addressUnavailable' }

/** One line a trouble, for whoever reads the log of the process. */
function report(error: unknown, request: string | null): void {
  console.error(JSON.stringify({ at: new Date().toISOString(), request, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
}
