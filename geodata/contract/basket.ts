import * as z from 'zod/mini'
import { exchange } from './exchange.ts'
import * as part from './parts.ts'

const service = z.object({
  category: z.string(), categoryName: z.string(),
  group: part.group,
  limitMetres: z.number(), limitMinutes: z.number(),
  state: part.state, reason: z.nullable(part.reason), /** Where the reason is the hour: the nearest site that would do at another one. */ shut: z.nullable(z.object({ facility: z.string(), name: z.string() })), sentence: z.string(),
  nearest: z.nullable(z.object({
    facility: z.string(), name: z.string(), admits: z.boolean(), /** At the hour asked for; null: none was. */ isOpen: z.nullable(z.boolean()), position: part.position, metres: z.number(), minutes: z.number(),
    missesByMetres: z.number(),
    /** The walk from the building's door to the site's; only for the category asked for. Null for straight lines. */
    route: z.nullable(z.array(part.position)),
  })),
})
export type BasketService = z.infer<typeof service>

export const basket = exchange({
  name: 'basket', method: 'GET', path: '/api/v1/buildings/:id/basket', role: 'planner', scope: 'record',
  summary: { zh: '一栋楼能走到哪些服务', en: 'Every service for one building: reached or not, nearest, route' },
  /** The building's id, or `@n`: the n-th building in dense order, as the building tiles number it. */
  pathParameters: z.object({ id: z.string().check(z.minLength(1), z.maxLength(200)) }),
  query: z.object({ ...part.questionQuery, category: z.optional(part.questionQuery.category) }),
  answer: { schema: z.object({
    ...part.standing,
    building: z.object({
      id: z.string(), index: z.number(), name: z.string(), code: z.nullable(z.string()), position: part.position, use: z.nullable(z.string()), storeys: z.nullable(z.number()),
      households: z.nullable(z.number()), /** null: unknown. A figure of null is fewer than k, or would give such a one away. */
      residents: z.nullable(z.object({ all: z.nullable(z.number()), over60: z.nullable(z.number()), over80: z.nullable(z.number()), children: z.nullable(z.number()) })),
      basis: z.nullable(z.string()), counted: z.nullable(z.boolean()), source: z.string(), date: z.nullable(z.string()),
      areas: z.array(z.object({ code: z.string(), name: z.string(), level: part.level })),
      /** Walk from the door to the street network, metres; null: not connected. */
      snapMetres: z.nullable(z.number()),
    }),
    rule: z.string(), hour: part.hour,
    services: z.array(service),
  }) },
})
