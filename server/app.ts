import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { Hono, type Context } from 'hono'
import { exchanges, type ExchangeName } from '../geodata/contract/all.ts'
import type { AnswerOf } from '../geodata/contract/exchange.ts'
import type { site as siteExchange } from '../geodata/contract/meta.ts'
import { openapiDocument } from '../geodata/contract/openapi.ts'
import { servedToPublicAlone } from '../geodata/contract/roles.ts'
import type { SentenceDetails } from '../geodata/words/sentence.ts'
import { cityExchanges, holdsLinks, showsReports, speaksOfNow, type CityExchange } from './answers/answer.ts'
import { softwareVersion } from './answers/meta.ts'
import { recordReads } from './answers/records/exchanges.ts'
import { Refusal } from './answers/refusal.ts'
import { minuteOf } from './answers/venues/moment.ts'
import { jsonReply } from './answers/reply.ts'
import { noBasemaps, type Basemaps } from './basemaps/basemaps.ts'
import type { Engine } from './engine.ts'
import { exchangeHandler, refused, type HandlerSetting, type Route } from './http/exchange-handler.ts'
import { pageHeaders, securityHeaders, tileHeaders } from './http/headers.ts'
import { preferredLanguage } from './http/language.ts'
import { frontPage, isFinderPath, pageOf, staffPage } from './http/pages.ts'
import { staticFiles, type StaticFiles } from './http/static-files.ts'
import { areasOf } from './security/area-scope.ts'
import { readerOf } from './security/caller.ts'
import type { Security } from './security/security.ts'
import { visibleReading } from './security/visible-reading.ts'
import { robots, sitemap } from './routes/crawlers.ts'
import { editionRoutes } from './routes/editions.ts'
import { eventsRoute } from './routes/events.ts'
import { jobRoutes } from './routes/jobs.ts'
import { healthRoute, readyRoute } from './routes/ready.ts'
import { recordRoutes } from './routes/records.ts'
import { reportRoutes } from './routes/reports.ts'
import { scenarioRoutes } from './routes/scenarios.ts'
import { sitingRoutes } from './routes/siting.ts'
import { taskRoutes } from './routes/tasks.ts'
import { outerTileRoute } from './routes/outer-tile.ts'
import { tileRoute } from './routes/tile.ts'
import { tourRoutes } from './routes/tours.ts'
import { venuePage } from './routes/venue-page.ts'
import { editionChecks } from './store/edition-checks.ts'
import type { ReceivedReport } from './store/reports.ts'
import type { Reading } from './store/store.ts'

export type AppSetting = {
  engine: Engine
  security: Security
  publicUrl: string
  /** Absent: nobody said anything. */
  site?: Omit<AnswerOf<typeof siteExchange>, 'staff' | 'exported'>
  /** Present: the public alone is served, from a file that was made at the instant (ISO) `exported` tells. */
  publicAlone?: PublicAlone
  /** Folder of the built web app; null: only the API is served. */
  /** Outer base maps of the deployment; absent: none. */
  basemaps?: Basemaps
  webFolder: string | null
  trouble: (error: unknown, request: string) => void
}

/** exported: when the file that is shown was made, ISO. received: hears of each report of the public. */
export type PublicAlone = { exported(): string | null; received(report: ReceivedReport): void }

/** Every route there is, each by the name of its exchange. */
export function createApp({ engine, security, publicUrl, site = { publicUrl: null, outlines: true, embedders: [] }, publicAlone, basemaps = noBasemaps, webFolder, trouble }: AppSetting): Hono {
  const { world, writer, jobs, hub, store } = engine
  const reading = visibleReading<Reading>(store)
  const served = publicAlone ? servedToPublicAlone : (Object.keys(exchanges) as ExchangeName[])
  const checks = editionChecks(store.editions, Date.now)
  const city = (name: CityExchange): Route => async ({ path, query, body, language, caller }) => {
    try {
      return await world.ask({ name, path, query, ...(body !== undefined && { body }), language, reader: readerOf(caller), ...(speaksOfNow(name) && { now: minuteOf(Date.now()) }), ...(holdsLinks(name) && { publicUrl }) })
    } catch (error) {
      if (error instanceof Refusal && error.value.code === 'editionDamaged') checks.doubt(String(query['edition']))
      throw error
    }
  }
  const routes: Record<ExchangeName, Route> = {
    ...(Object.fromEntries(cityExchanges.map((name) => [name, city(name)])) as Record<CityExchange, Route>),
    ...security.routes,
    ...security.deviceRoutes(() => hub.lookAgain()),
    ...security.steeringRoutes,
    ...recordRoutes({ world, writer, reading }),
    ...taskRoutes({ world, writer, reading }),
    ...reportRoutes({ world, writer, reading, ...(publicAlone && { received: publicAlone.received }) }),
    ...jobRoutes({ jobs, areaOf: areasOf(reading), known: () => reading.known() }),
    ...editionRoutes({ editions: store.editions, checks, jobs, world, areaOf: areasOf(reading) }),
    ...tourRoutes({ tours: store.tours, writer, reading, world, changed: () => engine.tellTours() }),
    ...sitingRoutes({ jobs, world, areaOf: areasOf(reading) }),
    ...scenarioRoutes({ scenarios: store.scenarios, writer, reading, areaOf: areasOf(reading), changed: () => engine.tellScenarios() }),
    events: (asked) => eventsRoute({ hub, stands: security.stands }, asked),
    tile: (asked) => tileRoute(world, asked),
    basemaps: () => jsonReply({ basemaps: basemaps.list }),
    outerTile: (asked) => outerTileRoute(basemaps, asked),
    site: () => jsonReply({ ...site, staff: !publicAlone, exported: publicAlone?.exported() ?? null }),
    health: () => healthRoute(),
    ready: () => readyRoute(world),
    openapi: () => jsonReply(openapiDocument(publicUrl, softwareVersion, served)),
  }
  /** What speaks of now is another answer in the next minute; what shows reports, after each of them. */
  const versionOf = (name: ExchangeName): HandlerSetting['version'] => {
    const version = showsReports(name) ? world.reportedVersion : world.version
    if (!speaksOfNow(name)) return version
    return () => {
      const standing = version()
      return standing && `${standing} ${minuteOf(Date.now())}`
    }
  }
  /** Answers that do not rest on the city alone carry no ETag of its version. */
  const unversioned: readonly ExchangeName[] = ['site', 'basemaps', 'outerTile', 'health', 'ready', 'openapi', 'sessionRead', 'deviceList', 'events', 'steeringListen', 'jobList', 'jobRead', 'jobResult', 'sitingResult', 'editions', 'tours', 'scenarios', 'scenarioRead', 'taskRead', ...recordReads]

  const app = new Hono()
  app.use(async (context, next) => {
    const headers: Record<string, string> = {}
    try {
      security.gate.enter(context, headers)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return refuse(context, error.value.code, error.value.details, headers)
    }
    await next()
    for (const [name, value] of Object.entries(security.headers)) context.res.headers.set(name, value)
  })
  const methodsByPath = new Map<string, string[]>()
  for (const name of served) {
    const exchange = exchanges[name]
    const setting: HandlerSetting = { admit: security.gate.admit, version: unversioned.includes(name) ? () => null : versionOf(name), trouble, headers: name === 'tile' || name === 'outerTile' ? tileHeaders : securityHeaders }
    app.on(exchange.method, exchange.path, exchangeHandler(exchange, security.audited(name, routes[name]), setting))
    methodsByPath.set(exchange.path, [...(methodsByPath.get(exchange.path) ?? []), exchange.method])
  }
  for (const [path, methods] of methodsByPath) app.all(path, (context) => onlyThese(context, methods))
  const pages = staticFiles(fileURLToPath(new URL('api-page', import.meta.url)))
  app.get('/api', (context) => file(context, pages, '/index.html'))
  app.get('/api/page/:file', (context) => file(context, pages, `/${context.req.param('file')}`))
  app.get('/robots.txt', () => withHeaders(robots(publicUrl)))
  const pagesListed = sitemap({ world, reading, publicUrl })
  app.get('/sitemap.xml', async () => withHeaders(await pagesListed()))
  if (webFolder !== null) {
    const web = staticFiles(webFolder)
    app.get('/', (context) => context.redirect(frontPage(new URL(context.req.url).search)))
    app.get('/venue/:id', async (context, next) => (await venuePage({ world, files: web, publicUrl, headers: securityHeaders }, context, context.req.param('id'))) ?? next())
    app.on(otherMethods, '*', (context) => (isApi(context.req.path) ? unknown(context) : onlyThese(context, ['GET'])))
    const pageFor = (path: string): string | undefined => (publicAlone && !isFinderPath(path) ? undefined : pageOf(path))
    app.get('*', (context) => {
      const { path } = context.req
      return isApi(path) || (publicAlone && path === staffPage) ? unknown(context) : file(context, web, path, pageFor(path), pageHeaders(path, site.embedders, basemaps.hosts))
    })
  }
  app.notFound(unknown)
  app.onError((error, context) => {
    const request = randomUUID()
    trouble(error, request)
    return refuse(context, 'internal', { request })
  })
  return app
}

function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value)
  return response
}

const isApi = (path: string): boolean => /^\/(api|tiles)(\/|$)/.test(path)

const otherMethods = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** GET answers HEAD too. */
function onlyThese(context: Context, methods: readonly string[]): Response {
  const allowed = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  return refuse(context, 'methodNotAllowed', { path: context.req.path, expected: methods.join('、'), found: context.req.method }, { allow: allowed.join(', ') })
}

const unknown = (context: Context): Response => refuse(context, 'unknownEndpoint', { path: context.req.path })

function refuse(context: Context, code: Parameters<typeof refused>[0]['code'], details: SentenceDetails, headers: Record<string, string> = {}): Response {
  return refused({ code, details, expectation: null, faults: [] }, preferredLanguage(context.req.header('accept-language')), { ...securityHeaders, ...headers })
}

/** A file, or for an address without an ending the page that knows what to do with it. */
async function file(context: Context, files: StaticFiles, path: string, otherwise?: string, own: Readonly<Record<string, string>> = securityHeaders): Promise<Response> {
  const encoding = context.req.header('accept-encoding') ?? ''
  const wanted = decoded(path)
  if (wanted === null) return unknown(context)
  const found = (await files.find(wanted, encoding)) ?? (otherwise && (isFinderPath(wanted) || !/\.[a-z0-9]+$/i.test(wanted)) ? await files.find(otherwise, encoding) : null)
  if (!found) return unknown(context)
  const headers: Record<string, string> = { ...own, etag: found.etag, vary: 'Accept-Encoding', 'cache-control': found.immutable ? 'public, max-age=31536000, immutable' : 'no-cache' }
  if (context.req.header('if-none-match') === found.etag) return new Response(null, { status: 304, headers })
  if (found.encoding) headers['content-encoding'] = found.encoding
  return new Response(found.body, { headers: { ...headers, 'content-type': found.mediaType } })
}

/** Null: not a well-formed address. */
function decoded(path: string): string | null {
  try {
    return decodeURI(path)
  } catch {
    return null
  }
}
