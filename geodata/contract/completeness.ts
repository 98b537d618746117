import * as z from 'zod/mini'
import { slotStandings } from '../model/register.ts'
import { exchange, formats } from './exchange.ts'
import * as part from './parts.ts'
import { month } from './registers.ts'

const code = z.string().check(z.minLength(1), z.maxLength(64))

/** 一站一园一场七室 by community, 一所一校四中心 by street. The public is told states; areas and money are for those who are logged in. */
export const completeness = exchange({
  name: 'completeness', method: 'GET', path: '/api/v1/completeness', role: 'public', scope: 'detail', formats,
  summary: { zh: '设施配置矩阵：社区（街道）× 项目', en: 'Completeness: communities (streets) by items' },
  pathParameters: part.none,
  query: z.object({ level: z.optional(z.enum(['community', 'street'])), area: z.optional(code), month: z.optional(month), /** Only areas where this item is missing. */ missing: z.optional(code), format: z.optional(z.enum(formats)) }),
  answer: { schema: z.object({
    level: z.enum(['community', 'street']), day: z.string(), ...part.standing, rule: z.string(),
    items: z.array(z.object({ code: z.string(), name: z.string(), minSquareMetres: z.nullable(z.number()), category: z.nullable(z.string()), source: z.string(), confirmed: z.boolean(), /** By standing, over all areas with entries, whichever are listed. */ counts: z.record(z.enum(slotStandings), z.number()) })),
    /** Least complete first. */
    rows: z.array(z.object({
      code: z.string(), name: z.string(), parent: z.nullable(z.string()),
      cells: z.array(z.object({ standing: z.enum(slotStandings), /** Nobody has entered it: counted as missing, drawn hatched. */ known: z.boolean(), squareMetres: z.nullable(z.number()), facility: z.nullable(z.string()), entry: z.nullable(z.string()) })),
      /** Items built or shared and large enough, of those of the catalogue. */
      complete: z.number(), of: z.number(),
      squareMetres: z.nullable(z.number()), households: z.nullable(z.number()), /** null: no households told, or a street. */ perHundredHouseholds: z.nullable(z.number()), /** Of communities alone. */ reachesThreshold: z.nullable(z.boolean()),
    })),
    /** Square metres asked for each hundred households. */
    threshold: z.number(), thresholdConfirmed: z.boolean(),
    /** Over all areas with entries, whichever are listed. */
    summary: z.object({ areas: z.number(), complete: z.number(), meanItems: z.nullable(z.number()) }),
    /** How many rows have nothing entered at all; they are not in `rows`. */
    withoutData: z.number(),
  }) },
})

/** The 38 items at each community's counter. */
export const serviceItems = exchange({
  name: 'serviceItems', method: 'GET', path: '/api/v1/service-items', role: 'public', scope: 'none', summary: { zh: '38 项为民服务事项：在哪里、怎么办', en: 'The 38 service items: where and how' },
  pathParameters: part.none, query: z.object({ area: z.optional(code), item: z.optional(code) }),
  answer: { schema: z.object({
    items: z.array(z.object({ code: z.string(), name: z.string(), source: z.string(), confirmed: z.boolean(), communities: z.number() })),
    places: z.array(z.object({ community: z.string(), name: z.string(), items: z.array(z.object({ code: z.string(), mode: z.enum(['window', 'online', 'agent']), facility: z.nullable(z.object({ id: z.string(), name: z.string(), position: part.position, phone: z.nullable(z.string()) })) })) })),
    ...part.standing,
  }) },
})
