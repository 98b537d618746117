import * as z from 'zod/mini'
import { dayTypes } from '../model/holidays.ts'
import { exchange } from './exchange.ts'
import * as part from './parts.ts'

const halfHours = z.array(z.nullable(z.number()))
const dayOf = { day: z.string(), type: z.nullable(z.enum(dayTypes)), /** Name of the holiday; '' for none. */ name: z.string() }

/** Coverage in residents at the beginning of each half hour; each equals the coverage answer with that `at`. */
export const clock = exchange({
  name: 'clock', method: 'GET', path: '/api/v1/coverage/clock', role: 'leader', scope: 'detail',
  summary: { zh: '一周 336 个半小时的覆盖率', en: 'Coverage at the 336 half hours of a real week' },
  pathParameters: part.none,
  query: z.object({ ...part.questionQuery, /** A day of the week asked for, ISO; absent: this week. */ week: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))) }),
  answer: { schema: z.object({
    question: part.question, rule: z.string(), ...part.standing, protection: part.protection,
    total: z.nullable(z.number()),
    /** Monday first. covered and share as in the coverage answer, 48 a day. */
    days: z.array(z.object({ ...dayOf, covered: halfHours, share: halfHours, /** Sites open then, admitting or not. */ open: z.array(z.number()) })),
    /** The workday, the rest day and the holiday next to the week asked for, of the same shape. */
    examples: z.array(z.object({ ...dayOf, covered: halfHours, share: halfHours, open: z.array(z.number()) })),
    /** At any opening hour. */
    anyHour: z.object({ covered: z.nullable(z.number()), share: z.nullable(z.number()) }),
    /** Sites of the category whose hours nobody stated or could read: they count as open at no hour. */
    unknownSites: z.number(), sites: z.number(),
    calendarMissing: z.boolean(),
  }) },
})
