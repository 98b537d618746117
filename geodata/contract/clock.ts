import * as z from 'zod/mini'
import { exchange } from './exchange.ts'
import * as part from './parts.ts'

const { at: _, ...questionQuery } = part.questionQuery
const halfHours = z.array(z.nullable(z.number()))
const day = z.object({ ...part.dayOfCalendar, covered: halfHours, share: halfHours, /** Sites open then, whomever they admit. */ open: z.array(z.number()) })

/** Coverage in residents at the beginning of each half hour; each equals the coverage answer with that `at`. */
export const clock = exchange({
  name: 'clock', method: 'GET', path: '/api/v1/coverage/clock', role: 'leader', scope: 'detail',
  summary: { zh: '一周 336 个半小时的覆盖率', en: 'Coverage at the 336 half hours of a real week' },
  pathParameters: part.none,
  query: z.object({ ...questionQuery, /** A day of the week asked for, ISO; absent: this week. */ week: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))) }),
  answer: { schema: z.object({
    question: part.question, rule: z.string(), ...part.standing, protection: part.protection,
    /** At any opening hour, with the total that all shares are of. */
    residents: part.residentsShare,
    /** Monday first. covered and share as in the coverage answer, 48 a day. */
    days: z.array(day),
    /** The first workday, rest day and holiday from the Monday of the week on (where none is known after it, the last before), of the same shape; those that the calendar knows. */
    examples: z.array(day),
    /** Sites of the category in the asked area; those whose hours nobody stated or could read count as open at no hour. */
    unknownSites: z.number(), sites: z.number(),
    calendarMissing: z.boolean(),
  }) },
})
