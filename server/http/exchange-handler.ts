import { hash, randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { Context } from 'hono'
import type { Exchange, Role } from '../../geodata/contract/exchange.ts'
import { roles } from '../../geodata/contract/exchange.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { Refusal } from '../answers/refusal.ts'
import type { Reply } from '../answers/reply.ts'
import { acceptsGzip, compressed } from './compress.ts'
import { errorReply } from './error-reply.ts'
import { preferredLanguage } from './language.ts'
import { parameterReader } from './parameters.ts'

/** What a route is told: parameters as the contract describes them. */
export type Asked = { path: Readonly<Record<string, unknown>>; query: Readonly<Record<string, unknown>>; language: Language; role: Role }

/** What a route answers. `encoding`: the body is compressed already. `immutable`: the address carries the version. */
export type RouteReply = Reply & { encoding?: 'gzip'; status?: number; immutable?: boolean }

export type Route = (asked: Asked) => Promise<RouteReply> | RouteReply

export type HandlerSetting = {
  roleOf: (context: Context) => Role
  /** What answers depend on besides their parameters; null: they may change at any time and are not to be kept. */
  version: () => string | null
  trouble: (error: unknown, request: string) => void
  /** On every answer of the exchange. */
  headers: Readonly<Record<string, string>>
}

/** One function between HTTP and every exchange: role, parameters, language, ETag, compression, headers, errors. */
export function exchangeHandler(exchange: Pick<Exchange, 'role' | 'pathParameters' | 'query'>, route: Route, setting: HandlerSetting): (context: Context) => Promise<Response> {
  const readPath = parameterReader(exchange.pathParameters)
  const readQuery = parameterReader(exchange.query)
  return async (context) => {
    const language = preferredLanguage(context.req.header('accept-language'))
    const request = randomUUID()
    const headers: Record<string, string> = { ...setting.headers, 'x-request-id': request, vary: 'Accept-Language, Accept-Encoding', 'content-language': language }
    try {
      const role = setting.roleOf(context)
      if (roles.indexOf(role) < roles.indexOf(exchange.role)) throw new Refusal('forbidden', { path: context.req.path, found: role })
      const path = readPath(Object.fromEntries(Object.entries(context.req.param()).map(([name, value]) => [name, [String(value)]])))
      const query = readQuery(context.req.queries())
      const version = setting.version()
      const etag = version === null ? null : `W/"${hash('sha1', `${version} ${language} ${context.req.url}`, 'base64url')}"`
      if (etag && context.req.header('if-none-match')?.split(/,\s*/).includes(etag)) return new Response(null, { status: 304, headers: { ...headers, etag, 'cache-control': 'no-cache' } })
      const reply = await route({ path, query, language, role })
      if (etag) headers['etag'] = etag
      headers['cache-control'] = reply.immutable ? 'public, max-age=31536000, immutable' : 'no-cache'
      return await send(context, reply, headers)
    } catch (error) {
      if (!(error instanceof Refusal)) setting.trouble(error, request)
      const value = error instanceof Refusal ? error.value : { code: 'internal' as const, details: { request }, expectation: null }
      return refused(value, language, headers)
    }
  }
}

/** An error as a response, for routes and for what is no route at all. */
export function refused(value: Refusal['value'], language: Language, headers: Readonly<Record<string, string>>): Response {
  const { status, body } = errorReply(value, language)
  return new Response(JSON.stringify(body), { status, headers: { ...headers, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } })
}

async function send(context: Context, reply: RouteReply, headers: Record<string, string>): Promise<Response> {
  Object.assign(headers, reply.headers)
  if (reply.body.length === 0) return new Response(null, { status: reply.status ?? 204, headers })
  headers['content-type'] = reply.mediaType
  const zip = acceptsGzip(context.req.header('accept-encoding'))
  if (reply.encoding === 'gzip') {
    if (zip) headers['content-encoding'] = 'gzip'
    return new Response(zip ? reply.body : Uint8Array.from(gunzipSync(reply.body)), { status: reply.status ?? 200, headers })
  }
  const body = zip ? await compressed(reply.body, reply.mediaType) : null
  if (body) headers['content-encoding'] = 'gzip'
  return new Response(body ?? reply.body, { status: reply.status ?? 200, headers })
}
