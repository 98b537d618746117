import * as z from 'zod/mini'
import { longestEditionName, longestEditionNote } from '../model/edition.ts'
import { exchange, sending } from './exchange.ts'
import { job } from './jobs.ts'
import * as part from './parts.ts'
import { month } from './registers.ts'

const edition = z.object({
  id: z.string(), name: z.string(), /** null: as it stood when it was frozen. */ month: z.nullable(z.string()), day: z.string(), /** ISO instant. */ frozen: z.string(), by: z.string(), note: z.string(),
  /** Areas it answers, the whole city not counted; answers it holds; their bytes on the disk. */
  areas: z.number(), answers: z.number(), bytes: z.number(),
  software: z.string(), catalogueVersion: z.string(), dataVersion: z.string(),
  /** SHA-256 over everything in it, hex; whether it still is what is there. A damaged edition answers nothing. */
  digest: z.string(), sound: z.boolean(),
})
export type EditionAnswer = z.infer<typeof edition>

/** 定版, newest first. */
export const editions = exchange({ name: 'editions', method: 'GET', path: '/api/v1/editions', role: 'leader', scope: 'none', summary: { zh: '定版列表', en: 'Dated editions' }, pathParameters: part.none, query: part.none, answer: { schema: z.object({ editions: z.array(edition) }) } })

/** Freezes what leaders are shown, of the whole city and every area down to grids, in both languages. For editors of the whole city. A job: cancelled, it leaves nothing. */
export const editionFreeze = sending({
  name: 'editionFreeze', method: 'POST', path: '/api/v1/editions', role: 'editor', scope: 'city', summary: { zh: '定版', en: 'Freeze an edition' }, pathParameters: part.none, query: part.none,
  body: { schema: z.strictObject({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestEditionName)), /** As the city stood at the end of that month; absent: as it stands. */ month: z.optional(month), note: z.optional(z.string().check(z.trim(), z.maxLength(longestEditionNote))) }) },
  answer: { schema: job },
})
