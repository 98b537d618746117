import * as z from 'zod/mini'
import { reportFields, reportStates } from '../model/venue.ts'
import { exchange, sending } from './exchange.ts'
import * as part from './parts.ts'
import { standing } from './records.ts'
import { held } from './schemas.ts'

/** What the public found wrong, as the editors of a place read and decide it. How it comes in: venueReport (venues.ts). */

const report = z.object({
  id: z.number(), at: z.string(), fields: z.array(z.enum(reportFields)),
  /** Of whoever reported; null: there was none, or it is decided. */
  note: z.nullable(z.string()),
  state: z.enum(reportStates), decidedAt: z.nullable(z.string()),
  /** The place as it stands, to be changed like any record. */
  place: standing(held.facility),
})
const code = z.string().check(z.minLength(1), z.maxLength(64))

export const reportList = exchange({
  name: 'reportList', method: 'GET', path: '/api/v1/reports', role: 'editor', scope: 'area',
  summary: { zh: '收到的信息纠错，待核实的在前', en: 'Reports of the public, those that wait first' },
  pathParameters: part.none, query: z.object({ area: z.optional(code), state: z.optional(z.enum(reportStates)), ...part.page }),
  answer: { schema: z.object({ reports: z.array(report), total: z.number(), /** Within the area, whatever state was asked for. */ pending: z.number(), next: z.nullable(z.string()) }) },
})

/** Also of one that is decided already: the last decision counts. */
export const reportDecide = sending({
  name: 'reportDecide', method: 'PATCH', path: '/api/v1/reports/:id', role: 'editor', scope: 'record',
  summary: { zh: '处理一条信息纠错', en: 'Decide about a report of the public' },
  pathParameters: z.object({ id: z.int().check(z.gte(1)) }), query: part.none,
  body: { schema: z.strictObject({ state: z.enum(['corrected', 'unchanged', 'declined']) }) }, answer: { schema: report },
})
