import * as z from 'zod/mini'
import { download, exchange } from './exchange.ts'
import * as part from './parts.ts'
import { month } from './registers.ts'

const code = z.string().check(z.minLength(1), z.maxLength(64))
export const heatLayers = ['services', 'requests', 'hazards', 'supply', 'gap'] as const
export const heatMeasures = ['times', 'people', 'responded', 'resolved', 'satisfied', 'perThousand'] as const
export const heatShapes = ['hexagons', 'grids', 'communities'] as const

const query = {
  layer: z.enum(heatLayers),
  /** responded, resolved, satisfied are shares 0..1 of requests; perThousand: times per thousand residents; supply (perThousand) and gap (people) have one measure. */
  measure: z.optional(z.enum(heatMeasures)),
  shape: z.optional(z.enum(heatShapes)), /** H3 resolution of hexagons. */ resolution: z.optional(z.int().check(z.gte(7), z.lte(10))),
  /** Of events: their category; of supply and gap: a category of sites, the catalogue's first when none is named. Without months the newest one is meant. */
  category: z.optional(code), area: z.optional(code), from: z.optional(month), to: z.optional(month),
}

/**
 * services, requests, hazards: monthly events in the period. supply: E2SFCA access of each place (seats per person in reach). gap: residents beyond the category's limit.
 * Leaders see hexagons and grids made of cells put together to at least k.
 */
export const heat = exchange({
  name: 'heat', method: 'GET', path: '/api/v1/heat', role: 'leader', scope: 'detail', summary: { zh: '服务、诉求、供给和短板热力', en: 'Heat of services, requests, supply and gaps' },
  pathParameters: part.none, query: z.object(query),
  answer: { schema: z.object({
    layer: z.enum(heatLayers), measure: z.enum(heatMeasures), shape: z.enum(heatShapes), resolution: z.nullable(z.number()), rule: z.string(), unit: z.string(), ...part.standing, protection: part.protection,
    /** All months there are; the period asked for. */
    months: z.array(z.string()), from: z.nullable(z.string()), to: z.nullable(z.string()),
    categories: z.array(z.object({ code: z.string(), name: z.string() })),
    /** Bounds by quantiles over every period as long as the one asked for (every single month), so that they stay while the months play; the last holds the largest. */
    classes: z.array(z.number()),
    cells: z.array(z.object({ /** H3 index or area code. */ id: z.string(), name: z.nullable(z.string()), /** null: too few to be told. */ value: z.nullable(z.number()), events: z.nullable(z.number()), of: z.nullable(z.number()), ring: z.nullable(z.array(part.position)) })),
    /** What lies in no cell: without a place, or outside. */
    elsewhere: z.nullable(z.number()), total: z.nullable(z.number()),
    /** By month over the whole series, of the same measure and category, for the strip under the slider. */
    series: z.array(z.object({ month: z.string(), value: z.nullable(z.number()) })),
  }) },
})
export const heatExport = download({
  name: 'heatExport', method: 'GET', path: '/api/v1/heat/export', role: 'leader', scope: 'detail', summary: { zh: '导出热力', en: 'Heat as a file' }, pathParameters: part.none,
  query: z.object({ ...query, format: z.enum(['csv', 'xlsx', 'geojson']) }), answer: { mediaType: 'application/octet-stream' },
})

/** E2SFCA: places offered per person in reach, by area. */
export const access = exchange({
  name: 'access', method: 'GET', path: '/api/v1/access', role: 'leader', scope: 'detail', summary: { zh: '可达性（E2SFCA）：每千人可用席位', en: 'Access (E2SFCA): places per thousand persons in reach' },
  pathParameters: part.none, query: z.object({ ...part.questionQuery, method: z.optional(z.literal('e2sfca')) }),
  answer: { schema: z.object({
    question: part.question, rule: z.string(), hour: part.hour, method: z.literal('e2sfca'), source: z.string(), ...part.standing, protection: part.protection,
    /** Places at sites that somebody can reach, and the sum of access x demand: equal. Sites without a known capacity are counted, not guessed. */
    capacityInReach: z.number(), conserved: z.nullable(z.number()), sites: z.number(), sitesWithoutCapacity: z.number(),
    /** Bounds of the classes, places per thousand persons. */
    classes: z.array(z.number()),
    byArea: z.array(z.object({ code: z.string(), name: z.string(), level: part.level, /** Places per thousand persons, weighted by demand; null: nobody, or too few. */ perThousand: z.nullable(z.number()), demand: z.nullable(z.number()) })),
  }) },
})
