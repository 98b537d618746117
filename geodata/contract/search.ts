import * as z from 'zod/mini'
import { exchange } from './exchange.ts'
import * as part from './parts.ts'

export const searchKinds = ['area', 'facility', 'unit', 'organisation', 'register'] as const

/** Organisations and registers are found by those who may read them. By Chinese, full pinyin, initials or code; each word of the query must be found. The best first. */
export const search = exchange({
  name: 'search', method: 'GET', path: '/api/v1/search', role: 'public', scope: 'none', summary: { zh: '按名称、拼音、首字母或编码找区域、设施、单位、两新组织和台账', en: 'Areas, sites, units, organisations and registers by name, pinyin, initials or code' },
  pathParameters: part.none,
  query: z.object({ q: z.string().check(z.minLength(1), z.maxLength(60)), kind: z.optional(z.enum(searchKinds)), limit: z.optional(z.int().check(z.gte(1), z.lte(50))) }),
  answer: { schema: z.object({ hits: z.array(z.object({
    kind: z.enum(searchKinds), id: z.string(), name: z.string(),
    /** Where the words were found in the name, as [from, to) counted in signs; empty when by pinyin or code. */
    marks: z.array(z.tuple([z.number(), z.number()])),
    /** Level of an area, category of a site, nature of a unit, kind of an organisation, group of a register; and where it lies. */
    sort: z.string(), place: z.string(), position: z.nullable(part.position), box: z.nullable(part.box),
  })) }) },
})
