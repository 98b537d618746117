import { hash, randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { Context } from 'hono'
import type { Exchange } from '../../geodata/contract/exchange.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { Refusal } from '../answers/refusal.ts'
import type { Reply } from '../answers/reply.ts'
import type { Caller } from '../security/caller.ts'
import { acceptsGzip, compressed } from './compress.ts'
import { errorReply } from './error-reply.ts'
import { preferredLanguage } from './language.ts'
import { parameterReader } from './parameters.ts'
import { readBody } from './read-body.ts'

/** What a route is told: parameters as the contract describes them; `body` is JSON of the contract's shape or undefined. */
export type Asked = {
  path: Readonly<Record<string, unknown>>; query: Readonly<Record<string, unknown>>; body: unknown
  /** The etag a guarded exchange names; null: none. */
  ifMatch: string | null
  language: Language; caller: Caller
  /** For what is streamed in or out: the request itself. */
  request: Request
}

/** What a route answers. `encoding`: the body is compressed already. `immutable`: the address carries the version. `stream` in place of the body. */
export type RouteReply = Reply & { encoding?: 'gzip'; status?: number; immutable?: boolean; stream?: ReadableStream<Uint8Array> }

export type Route = (asked: Asked) => Promise<RouteReply> | RouteReply

export type HandlerSetting = {
  /** Who asks, once it is clear that they may ask this at all; throws Refusal. Headers it sets go out with the answer, whatever that is. */
  admit: (context: Context, exchange: Pick<Exchange, 'name' | 'method' | 'role'>, headers: Record<string, string>) => Promise<Caller>
  /** What answers depend on besides their parameters and the reader; null: they may change at any time and are not to be kept. */
  version: () => string | null
  trouble: (error: unknown, request: string) => void
  /** On every answer of the exchange. */
  headers: Readonly<Record<string, string>>
}

type Served = Pick<Exchange, 'name' | 'method' | 'role' | 'pathParameters' | 'query' | 'body' | 'guarded'>

/** One function between HTTP and every exchange: caller, parameters, body, language, ETag, compression, headers, errors. */
export function exchangeHandler(exchange: Served, route: Route, setting: HandlerSetting): (context: Context) => Promise<Response> {
  const readPath = parameterReader(exchange.pathParameters)
  const readQuery = parameterReader(exchange.query)
  return async (context) => {
    const language = preferredLanguage(context.req.header('accept-language'))
    const request = randomUUID()
    const headers: Record<string, string> = { ...setting.headers, 'x-request-id': request, vary: 'Accept-Language, Accept-Encoding, Cookie', 'content-language': language }
    try {
      const caller = await setting.admit(context, exchange, headers)
      const path = readPath(Object.fromEntries(Object.entries(context.req.param()).map(([name, value]) => [name, [String(value)]])))
      const query = readQuery(context.req.queries())
      const version = exchange.method === 'GET' ? setting.version() : null
      const etag = version === null ? null : `W/"${hash('sha1', `${version} ${language} ${caller.role} ${caller.areas.join(',')} ${context.req.url}`, 'base64url')}"`
      if (etag && context.req.header('if-none-match')?.split(/,\s*/).includes(etag)) return new Response(null, { status: 304, headers: { ...headers, etag, 'cache-control': 'private, no-cache' } })
      const body = exchange.body && 'schema' in exchange.body ? await readBody(context.req.raw, exchange.body.schema) : undefined
      const reply = await route({ path, query, body, ifMatch: context.req.header('if-match') ?? null, language, caller, request: context.req.raw })
      if (etag) headers['etag'] = etag
      headers['cache-control'] = reply.immutable ? 'public, max-age=31536000, immutable' : 'private, no-cache'
      return await send(context, reply, headers)
    } catch (error) {
      if (!(error instanceof Refusal)) setting.trouble(error, request)
      const value = error instanceof Refusal ? error.value : { code: 'internal' as const, details: { request }, expectation: null, faults: [] }
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
  if (reply.stream) return new Response(reply.stream, { status: reply.status ?? 200, headers: { ...headers, 'content-type': reply.mediaType } })
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
