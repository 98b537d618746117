import * as z from 'zod/mini'
import { holidayCodes } from '../model/holidays.ts'
import { download, exchange, roles, type Role } from './exchange.ts'
import * as part from './parts.ts'

const receipt = { source: z.string(), confirmed: z.boolean() }

export const meta = exchange({
  name: 'meta', method: 'GET', path: '/api/v1/meta', role: 'public', scope: 'none',
  summary: { zh: '数据版本、日期、范围', en: 'Versions, date and extent of the data' },
  pathParameters: part.none, query: part.none,
  answer: { schema: z.object({
    name: z.string(), demo: z.boolean(), empty: z.boolean(),
    /** Software version. */
    version: z.string(),
    dataDate: z.nullable(z.string()), catalogueVersion: z.string(),
    versions: z.object({ geometry: z.number(), network: z.number(), residents: z.number(), labels: z.number(), places: z.number(), text: z.number(), categories: z.record(z.string(), z.number()) }),
    /** Changes when any tile may. */
    tileVersion: z.string(),
    /** Goes into the address of each layer's tiles; changes only when that layer does. */
    tileVersions: z.object({ base: z.string(), buildings: z.string(), outlines: z.string(), places: z.string() }),
    box: z.nullable(part.box),
    counts: z.object({
      areas: z.record(z.string(), z.number()), buildings: z.number(), homes: z.number(), noDataBuildings: z.number(), residents: z.nullable(z.number()), facilities: z.number(), units: z.number(),
      streets: z.number(), walkableMetres: z.number(), mainComponentShare: z.nullable(z.number()), notConnectedBuildings: z.number(),
    }),
    estimatedShare: z.nullable(z.number()),
    attribution: z.string(), mapApproval: z.string(),
    /** Day of the first and the last change that asOf can name; null: none. */
    known: z.nullable(z.object({ from: z.string(), to: z.string() })),
    /** The role this answer is given for. */
    role: z.enum(roles),
  }) },
})

const areaRow = z.object({
  code: z.string(), name: z.string(), level: part.level, parent: z.nullable(z.string()), box: z.nullable(part.box), label: z.nullable(part.position),
  squareMetres: z.nullable(z.number()),
  /** null: not shown to this reader, at this level or for being too few. */
  residents: z.nullable(z.number()), households: z.nullable(z.number()), buildings: z.number(),
})

export const areas = exchange({
  name: 'areas', method: 'GET', path: '/api/v1/areas', role: 'public', scope: 'none',
  summary: { zh: '区域树', en: 'Tree of areas' },
  pathParameters: part.none,
  query: z.object({ level: z.optional(part.level), parent: z.optional(z.string().check(z.maxLength(64))), ...part.page }),
  answer: { schema: z.object({ areas: z.array(areaRow), total: z.number(), next: z.nullable(z.string()) }) },
})

export const area = exchange({
  name: 'area', method: 'GET', path: '/api/v1/areas/:code', role: 'public', scope: 'none',
  summary: { zh: '一个区域', en: 'One area, its boundary and its parts' },
  pathParameters: z.object({ code: z.string().check(z.minLength(1), z.maxLength(64)) }), query: part.none,
  answer: { schema: z.object({
    area: areaRow, ancestors: z.array(z.object({ code: z.string(), name: z.string(), level: part.level })), children: z.array(areaRow),
    boundary: z.nullable(z.array(z.array(z.array(part.position)))), source: z.string(), date: z.nullable(z.string()),
  }) },
})

export const categories = exchange({
  name: 'categories', method: 'GET', path: '/api/v1/categories', role: 'public', scope: 'none',
  summary: { zh: '设施类别', en: 'Categories of sites' },
  pathParameters: part.none, query: part.none,
  answer: { schema: z.object({ catalogueVersion: z.string(), categories: z.array(z.object({
    code: z.string(), name: z.string(), nameEn: z.string(), defaultGroup: part.group, glyph: z.string(), colour: z.number(), minutes: z.array(z.number()), facilities: z.number(), ...receipt,
  })) }) },
})

export const standards = exchange({
  name: 'standards', method: 'GET', path: '/api/v1/standards', role: 'public', scope: 'none',
  summary: { zh: '标准、步速与规则取值', en: 'Service standards, walking profiles and rule values' },
  pathParameters: part.none, query: part.none,
  answer: { schema: z.object({
    catalogueVersion: z.string(),
    standards: z.array(z.object({ code: z.string(), category: z.string(), name: z.string(), tierMinutes: z.number(), metric: part.metric, limitMetres: z.number(), ...receipt })),
    profiles: z.array(z.object({ code: part.profile, name: z.string(), nameEn: z.string(), metresPerSecond: z.number(), steps: z.boolean(), ...receipt })),
    rules: z.array(z.object({ code: z.string(), name: z.string(), value: z.number(), unit: z.string(), ...receipt })),
    /** What the deployment chose among names and ways that differ by place. */
    choices: z.array(z.object({ code: z.string(), chosen: z.string(), ...receipt })),
    /** Arrangements of holidays and make-up days, by year, in the shape that `linli import --as holidays` takes; a year that is not here is unknown. */
    holidays: z.array(z.object({ year: z.number(), holidays: z.array(z.object({ code: z.enum(holidayCodes), from: z.string(), to: z.string() })), makeupDays: z.array(z.string()), ...receipt })),
  }) },
})

/** In place of an area's code: the whole city. */
export const wholeCity = 'all'
/** Binary columns and network of an area, see geodata/kernel/pack.ts. */
export const pack = download({
  name: 'pack', method: 'GET', path: '/api/v1/packs/:area', role: 'planner', scope: 'area',
  summary: { zh: '一个区域的计算包', en: 'Columns, network and sites of one area for a browser worker' },
  pathParameters: z.object({ area: z.string().check(z.minLength(1), z.maxLength(64)) }), query: part.none,
  answer: { mediaType: 'application/octet-stream' },
})

export const tileLayers = ['base', 'buildings', 'outlines', 'places'] as const
/** The least role that may load each layer of tiles. */
export const tileRoles: Readonly<Record<(typeof tileLayers)[number], Role>> = { base: 'public', buildings: 'leader', outlines: 'public', places: 'public' }
/**
 * base: ground, streets, areas, areaLabels, water and street names. buildings: polygons with the dense index as id, names and uses. outlines: the same shapes and nothing else. places: facilities, units, gates.
 * The layer, z, x and y are in the path; v = the layer's entry of the meta answer's tileVersions.
 */
export const tile = download({
  name: 'tile', method: 'GET', path: '/tiles/:layer/:z/:x/:y{[0-9]+\\.pbf}', role: 'public', scope: 'none',
  summary: { zh: '矢量瓦片', en: 'Vector tiles' },
  pathParameters: z.object({ layer: z.enum(tileLayers), z: z.int(), x: z.int(), y: z.string() }),
  query: z.object({ v: z.optional(z.string().check(z.maxLength(64))) }),
  answer: { mediaType: 'application/vnd.mapbox-vector-tile' },
})

export const site = exchange({
  name: 'site', method: 'GET', path: '/api/v1/site', role: 'public', scope: 'none',
  summary: { zh: '这个网站：公开网址、能否嵌入', en: 'What the deployment says of itself beside its data' },
  pathParameters: part.none, query: part.none,
  answer: { schema: z.object({
    /** Origin for links that are passed on (PUBLIC_URL); null: nobody said, a page takes its own. */
    publicUrl: z.nullable(z.string()),
    /** Whether the public may load outlines of buildings. */
    outlines: z.boolean(),
    /** Origins whose pages may hold /embed in a frame, beside our own. */
    embedders: z.array(z.string()),
    /** Whether the staff log in here: not on a server for the public alone, which holds nothing else. */
    staff: z.boolean(),
    /** When the file that such a server shows was made, ISO; null: it shows the house's own data as they stand. */
    exported: z.nullable(z.string()),
  }) },
})

export const health = exchange({
  name: 'health', method: 'GET', path: '/healthz', role: 'public', scope: 'none', summary: { zh: '进程活着', en: 'The process is alive' },
  pathParameters: part.none, query: part.none, answer: { schema: z.object({ status: z.literal('ok') }) },
})

export const ready = exchange({
  name: 'ready', method: 'GET', path: '/readyz', role: 'public', scope: 'none', summary: { zh: '可以回答问题', en: 'Questions are answered' },
  pathParameters: part.none, query: part.none,
  answer: { schema: z.object({ status: z.enum(['ready', 'loading']), city: z.nullable(z.string()), buildings: z.number() }) },
})

export const openapi = download({
  name: 'openapi', method: 'GET', path: '/api/openapi.json', role: 'public', scope: 'none', summary: { zh: '接口说明', en: 'This document' },
  pathParameters: part.none, query: part.none, answer: { mediaType: 'application/json' },
})
