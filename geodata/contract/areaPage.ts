import * as z from 'zod/mini'
import { exchange } from './exchange.ts'
import * as part from './parts.ts'
import { month } from './registers.ts'
import { cellKinds, registerStates } from '../model/register.ts'

/** Everything about one area on one page: figures with the median of its neighbours, and the heads of what other exchanges tell at length. */
const figure = z.object({
  code: z.string(), name: z.string(), value: z.nullable(z.number()), of: z.nullable(z.number()), kind: z.enum(cellKinds),
  /** Of the other areas of the same level and parent; null: fewer than three to compare with. */
  median: z.nullable(z.number()), /** Whether more is better; null: neither. */ better: z.nullable(z.enum(['high', 'low'])), rule: z.string(), /** Page that tells it at length. */ page: z.string(),
})
const line = z.object({ id: z.string(), text: z.string(), state: z.enum(registerStates), page: z.string() })

export const areaPage = exchange({
  name: 'areaPage', method: 'GET', path: '/api/v1/areas/:code/page', role: 'leader', scope: 'detail', summary: { zh: '一个区域的一页', en: 'One page for one area' },
  pathParameters: z.object({ code: z.string().check(z.minLength(1), z.maxLength(64)) }), query: z.object({ month: z.optional(month) }),
  answer: { schema: z.object({
    area: z.object({ code: z.string(), name: z.string(), level: part.level, chain: z.array(z.object({ code: z.string(), name: z.string(), level: part.level })), box: z.nullable(part.box), children: z.array(z.object({ code: z.string(), name: z.string() })), neighbours: z.array(z.object({ code: z.string(), name: z.string() })) }),
    day: z.string(), ...part.standing, protection: part.protection,
    people: z.object({ all: z.nullable(z.number()), over60: z.nullable(z.number()), over80: z.nullable(z.number()), children: z.nullable(z.number()), households: z.nullable(z.number()), buildings: z.number(), squareKilometres: z.nullable(z.number()) }),
    figures: z.array(figure),
    completeness: z.nullable(z.object({ complete: z.number(), of: z.number(), missing: z.array(z.object({ code: z.string(), name: z.string() })) })),
    /** The services most people lack. */
    gaps: z.array(z.object({ category: z.string(), name: z.string(), residents: z.nullable(z.number()), buildings: z.number(), share: z.nullable(z.number()) })),
    seats: z.array(z.object({ id: z.string(), number: z.number(), category: z.string(), role: z.string(), unit: z.nullable(z.string()), vacantDays: z.nullable(z.number()) })),
    pairings: z.array(z.object({ id: z.string(), unit: z.string(), since: z.nullable(z.string()), from: z.nullable(part.position) })),
    /** Services and meetings of the last months. */
    on: z.array(line), overdue: z.array(line), tasks: z.array(line),
  }) },
})
