import * as z from 'zod/mini'
import { exchanges, type ExchangeName } from './all.ts'
import { errorAnswer } from './errors.ts'
import type { Exchange } from './exchange.ts'

type Json = { [key: string]: Json | Json[] | string | number | boolean | null | undefined }

const mediaTypes = { json: 'application/json', csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', geojson: 'application/geo+json' } as const

/** The contract printed as an OpenAPI 3.1 document: every exchange that is served, its parameters, its answer and the one error shape. */
export function openapiDocument(origin: string, version: string, served: readonly ExchangeName[] = Object.keys(exchanges) as ExchangeName[]): Json {
  const paths: Record<string, Json> = {}
  for (const exchange of served.map((name): Exchange => exchanges[name])) paths[openapiPath(exchange.path)] = { ...paths[openapiPath(exchange.path)], [exchange.method.toLowerCase()]: operation(exchange) }
  return {
    openapi: '3.1.0',
    info: { title: 'Linli 邻里一张图', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }, description: '错误只有一种形状，信息默认中文，Accept-Language: en 得英文。 Errors have one shape; messages are Chinese unless Accept-Language asks for English.' },
    servers: [{ url: origin }],
    paths,
    components: { schemas: { Error: plain(z.toJSONSchema(errorAnswer)) } },
  }
}

/** /areas/:code and /:y{[0-9]+} as /areas/{code} and /{y}. */
export const openapiPath = (path: string): string => path.replaceAll(/:(\w+)(\{[^/]*\})?/g, '{$1}')

function operation(exchange: Exchange): Json {
  return {
    operationId: exchange.name, summary: `${exchange.summary.zh} · ${exchange.summary.en}`, 'x-summary-zh': exchange.summary.zh, 'x-summary-en': exchange.summary.en, 'x-role': exchange.role,
    'x-scope': exchange.scope,
    parameters: [...parameters(exchange.pathParameters, 'path'), ...parameters(exchange.query, 'query'), ...(exchange.guarded ? [ifMatch] : [])],
    ...(exchange.body && { requestBody: { required: true, content: bodyOf(exchange.body) } }),
    responses: {
      200: { description: 'OK', content: content(exchange) },
      default: { description: 'error', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
    },
  }
}

function parameters(schema: z.ZodMiniObject, place: 'path' | 'query'): Json[] {
  const document = z.toJSONSchema(schema)
  return Object.entries(document.properties ?? {}).map(([name, property]) => ({ name, in: place, required: place === 'path' || (document.required ?? []).includes(name), schema: plain(property) }))
}

const ifMatch: Json = { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' }, description: '读出记录时的 etag · the etag the record was read with' }

function bodyOf(body: NonNullable<Exchange['body']>): Json {
  return 'schema' in body ? { 'application/json': { schema: plain(z.toJSONSchema(body.schema)) } } : { [body.bytes]: { schema: { type: 'string', format: 'binary' } } }
}

function content(exchange: Exchange): Json {
  if ('mediaType' in exchange.answer) return { [exchange.answer.mediaType]: { schema: { type: 'string', format: 'binary' } } }
  const schema = plain(z.toJSONSchema(exchange.answer.schema))
  const others = (exchange.formats ?? []).filter((format) => format !== 'json').map((format) => [mediaTypes[format], { schema: { type: 'string' } }] as const)
  return { 'application/json': { schema }, ...Object.fromEntries(others) }
}

/** Without the dialect mark, which belongs to the document as a whole; whole numbers without the bounds of exact ones. */
function plain(schema: unknown): Json {
  return JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === '$schema' || ((key === 'minimum' || key === 'maximum') && Math.abs(Number(value)) >= Number.MAX_SAFE_INTEGER) ? undefined : value))) as Json
}
