import * as z from 'zod/mini'
import { download, exchange } from './exchange.ts'
import * as part from './parts.ts'
import { venueQuery } from './venues.ts'

/** Venues for others' software: the list as it was filtered, whole, as a file, and the Human Services Data Specification 3 (openreferral.org). */

const { limit: _limit, cursor: _cursor, ...filters } = venueQuery

export const venuesGeojson = download({
  name: 'venuesGeojson', method: 'GET', path: '/api/v1/venues.geojson', role: 'public', scope: 'none',
  summary: { zh: '找到的地方，GeoJSON', en: 'The places found, as GeoJSON' },
  pathParameters: part.none, query: z.object(filters), answer: { mediaType: 'application/geo+json' },
})
export const venuesCsv = download({
  name: 'venuesCsv', method: 'GET', path: '/api/v1/venues.csv', role: 'public', scope: 'none',
  summary: { zh: '找到的地方，CSV', en: 'The places found, as CSV' },
  pathParameters: part.none, query: z.object(filters), answer: { mediaType: 'text/csv' },
})

/** Objects of HSDS 3, as its published schema describes them; only what we fill in. */
const service = z.looseObject({ id: z.string(), name: z.string(), status: z.enum(['active', 'temporarily closed']), organization: z.object({ id: z.string(), name: z.string(), description: z.string() }) })

export const hsds = exchange({
  name: 'hsds', method: 'GET', path: '/api/v1/hsds', role: 'public', scope: 'none',
  summary: { zh: 'HSDS 3 数据源说明', en: 'About the HSDS 3 feed' },
  pathParameters: part.none, query: part.none,
  answer: { schema: z.object({ version: z.string(), profile: z.string(), openapi_url: z.string(), description: z.string(), publisher: z.object({ name: z.string(), website: z.string() }) }) },
})
export const hsdsServices = exchange({
  name: 'hsdsServices', method: 'GET', path: '/api/v1/hsds/services', role: 'public', scope: 'none',
  summary: { zh: 'HSDS 3 服务列表', en: 'Services of the HSDS 3 feed, by page' },
  pathParameters: part.none,
  query: z.object({
    search: z.optional(z.string().check(z.maxLength(60))), page: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))), per_page: z.optional(z.int().check(z.gte(1), z.lte(200))),
    /** Services with all that hangs on them. */
    full: z.optional(z.enum(['true', 'false'])), taxonomy_term_id: z.optional(z.string().check(z.maxLength(64))),
  }),
  answer: { schema: z.object({ total_items: z.number(), total_pages: z.number(), page_number: z.number(), size: z.number(), first_page: z.boolean(), last_page: z.boolean(), empty: z.boolean(), contents: z.array(service) }) },
})
export const hsdsService = exchange({
  name: 'hsdsService', method: 'GET', path: '/api/v1/hsds/services/:id', role: 'public', scope: 'none',
  summary: { zh: 'HSDS 3 一项服务，连同时间、地点、价格', en: 'One service of the HSDS 3 feed with hours, place and prices' },
  pathParameters: z.object({ id: z.string().check(z.minLength(1), z.maxLength(64)) }), query: part.none,
  answer: { schema: service },
})

export const venueMarkup = exchange({
  name: 'venueMarkup', method: 'GET', path: '/api/v1/venues/:id/markup', role: 'public', scope: 'none',
  summary: { zh: '一个地方的标题、摘要和 schema.org 描述', en: 'Title, summary and schema.org description of one place' },
  pathParameters: z.object({ id: z.string().check(z.minLength(1), z.maxLength(200)) }), query: part.none,
  answer: { schema: z.object({ url: z.string(), title: z.string(), name: z.string(), lines: z.array(z.string()), /** JSON-LD. */ markup: z.looseObject({ '@context': z.string(), '@type': z.string() }) }) },
})
