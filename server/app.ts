import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { Hono, type Context } from 'hono'
import { exchanges, type ExchangeName } from '../geodata/contract/all.ts'
import { openapiDocument } from '../geodata/contract/openapi.ts'
import { roles } from '../geodata/contract/exchange.ts'
import type { CityExchange } from './answers/answer.ts'
import { softwareVersion } from './answers/meta.ts'
import { Refusal } from './answers/refusal.ts'
import { jsonReply } from './answers/reply.ts'
import { exchangeHandler, refused, type HandlerSetting, type Route } from './http/exchange-handler.ts'
import { securityHeaders, tileHeaders } from './http/headers.ts'
import { hostAllowed } from './http/host.ts'
import { preferredLanguage } from './http/language.ts'
import { staticFiles, type StaticFiles } from './http/static-files.ts'
import { readerOf } from './security/caller.ts'
import { healthRoute, readyRoute } from './routes/ready.ts'
import { tileRoute } from './routes/tile.ts'
import type { World } from './world.ts'

export type AppSetting = {
  world: World
  publicUrl: string
  /** Folder of the built web app; null: only the API is served. */
  webFolder: string | null
  trouble: (error: unknown, request: string) => void
}

/** Every route there is, each by the name of its exchange. */
export function createApp({ world, publicUrl, webFolder, trouble }: AppSetting): Hono {
  const city = (name: CityExchange): Route => ({ path, query, language, caller }) => world.ask({ name, path, query, language, reader: readerOf(caller) })
  const routes: Partial<Record<ExchangeName, Route>> = {
    meta: city('meta'),
    areas: city('areas'),
    area: city('area'),
    categories: city('categories'),
    standards: city('standards'),
    coverage: city('coverage'),
    gaps: city('gaps'),
    states: city('states'),
    basket: city('basket'),
    pack: city('pack'),
    tile: (asked) => tileRoute(world, asked),
    health: () => healthRoute(),
    ready: () => readyRoute(world),
    openapi: () => jsonReply(openapiDocument(publicUrl, softwareVersion)),
  }
  /** Answers that do not rest on the city alone carry no ETag of its version. */
  const unversioned: readonly ExchangeName[] = ['health', 'ready', 'openapi']

  const app = new Hono()
  app.use(async (context, next) => {
    if (!hostAllowed(context.req.header('host'), publicUrl)) return refuse(context, 'foreignHost', { found: context.req.header('host') ?? '', expected: publicUrl })
    return next()
  })
  const methodsByPath = new Map<string, string[]>()
  for (const [name, exchange] of Object.entries(exchanges) as [ExchangeName, (typeof exchanges)[ExchangeName]][]) {
    const route = routes[name]
    if (!route) continue
    const setting: HandlerSetting = { admit, version: unversioned.includes(name) ? () => null : world.version, trouble, headers: name === 'tile' ? tileHeaders : securityHeaders }
    app.on(exchange.method, exchange.path, exchangeHandler(exchange, route, setting))
    methodsByPath.set(exchange.path, [...(methodsByPath.get(exchange.path) ?? []), exchange.method])
  }
  for (const [path, methods] of methodsByPath) app.all(path, (context) => onlyThese(context, methods))
  const pages = staticFiles(fileURLToPath(new URL('api-page', import.meta.url)))
  app.get('/api', (context) => file(context, pages, '/index.html'))
  app.get('/api/page/:file', (context) => file(context, pages, `/${context.req.param('file')}`))
  if (webFolder !== null) {
    const web = staticFiles(webFolder)
    app.get('/', (context) => context.redirect('/plan'))
    app.on(otherMethods, '*', (context) => (isApi(context.req.path) ? unknown(context) : onlyThese(context, ['GET'])))
    app.get('*', (context) => (isApi(context.req.path) ? unknown(context) : file(context, web, context.req.path, '/index.html')))
  }
  app.notFound(unknown)
  app.onError((error, context) => {
    const request = randomUUID()
    trouble(error, request)
    return refuse(context, 'internal', { request })
  })
  return app
}

/** Until there are accounts, whoever is on this machine is its planner; the environment admits no other address. */
const admit: HandlerSetting['admit'] = async (context, exchange) => {
  if (roles.indexOf('planner') < roles.indexOf(exchange.role)) throw new Refusal('needsRole', { path: context.req.path, expected: exchange.role, found: 'planner' })
  return { role: 'planner', areas: [], account: null, mustChangePassword: false, session: null, address: '' }
}

const isApi = (path: string): boolean => /^\/(api|tiles)(\/|$)/.test(path)

const otherMethods = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** GET answers HEAD too. */
function onlyThese(context: Context, methods: readonly string[]): Response {
  const allowed = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  return refuse(context, 'methodNotAllowed', { path: context.req.path, expected: methods.join('、'), found: context.req.method }, { allow: allowed.join(', ') })
}

const unknown = (context: Context): Response => refuse(context, 'unknownEndpoint', { path: context.req.path })

function refuse(context: Context, code: Parameters<typeof refused>[0]['code'], details: Record<string, string>, headers: Record<string, string> = {}): Response {
  return refused({ code, details, expectation: null, faults: [] }, preferredLanguage(context.req.header('accept-language')), { ...securityHeaders, ...headers })
}

/** A file, or for an address without an ending the page that knows what to do with it. */
async function file(context: Context, files: StaticFiles, path: string, otherwise?: string): Promise<Response> {
  const encoding = context.req.header('accept-encoding') ?? ''
  const wanted = decoded(path)
  if (wanted === null) return unknown(context)
  const found = (await files.find(wanted, encoding)) ?? (otherwise && !/\.[a-z0-9]+$/i.test(wanted) ? await files.find(otherwise, encoding) : null)
  if (!found) return unknown(context)
  const headers: Record<string, string> = { ...securityHeaders, etag: found.etag, vary: 'Accept-Encoding', 'cache-control': found.immutable ? 'public, max-age=31536000, immutable' : 'no-cache' }
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
