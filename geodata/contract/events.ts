import * as z from 'zod/mini'
import { download } from './exchange.ts'
import * as part from './parts.ts'

/**
 * Server-sent. `event: versions` with the data of versionsEvent, at once after connecting and after each change that is being answered from;
 * `event: scenarios` with the data of scenariosEvent to planners after one was written, put back or removed; `event: reports` with the data of reportsEvent after each report of the public and each decision; `event: job` with the data of jobEvent to the job's owner and administrators; `event: session` (no data of worth) when the caller's session has ended.
 */
export const events = download({
  name: 'events', method: 'GET', path: '/api/v1/events', role: 'public', scope: 'none', summary: { zh: '数据变化与任务进度的事件流', en: 'Changes of the data and progress of jobs as they happen' },
  pathParameters: part.none, query: part.none, answer: { mediaType: 'text/event-stream' },
})

export const versionsEvent = z.object({
  /** Changes whenever any answer may. */
  revision: z.string(),
  tileVersions: z.record(z.string(), z.string()),
  /** Differs whenever a tour of the wall was saved, added or removed; '' while there is none. */
  tours: z.optional(z.string()),
})
export const reportsEvent = z.object({ /** Grows with each report and each decision about one. */ version: z.number() })
export const scenariosEvent = z.object({ /** Grows with each of them while the server runs. */ version: z.number() })
export const jobEvent = z.object({ id: z.string(), state: z.string(), stage: z.string(), done: z.number(), total: z.nullable(z.number()) })
