import * as z from 'zod/mini'
import { scenarioBases } from '../model/scenario.ts'
import { longestScenarioName } from '../model/step.ts'
import { exchange, sending } from './exchange.ts'
import * as part from './parts.ts'
import { steps } from './steps.ts'

const id = z.string().check(z.regex(/^c-[a-z0-9]{8,40}$/))
const path = z.object({ id })

/** The question a scenario is about, as in an address; the day it speaks of is always today's. */
const question = z.strictObject({
  category: part.questionQuery.category, area: part.questionQuery.area, minutes: part.questionQuery.minutes, metres: part.questionQuery.metres,
  metric: part.questionQuery.metric, profile: part.questionQuery.profile, group: part.questionQuery.group, at: part.questionQuery.at,
})
const count = z.int().check(z.gte(0))
const base = z.strictObject({ category: count, network: count, geometry: count, residents: count })

const written = { name: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestScenarioName)), query: question, steps }

export const scenarioSchema = z.object({
  ...written, id: z.string(), etag: z.string(), /** ISO instant, and by whom. */ changed: z.string(), by: z.string(),
  /** Versions of the data it was computed against. */
  base,
  /** What has changed since; a scenario of which nothing has is empty here. day: of the newest change, null when nobody wrote it down. */
  stale: z.array(z.object({ what: z.enum(scenarioBases), day: z.nullable(z.string()), sentence: z.string() })),
})
export type ScenarioAnswer = z.infer<typeof scenarioSchema>

/** Those of the asked areas and of all the account has, newest change first. */
export const scenarios = exchange({ name: 'scenarios', method: 'GET', path: '/api/v1/scenarios', role: 'planner', scope: 'none', summary: { zh: '方案', en: 'Scenarios' }, pathParameters: part.none, query: part.none, answer: { schema: z.object({ scenarios: z.array(scenarioSchema) }) } })
export const scenarioRead = exchange({ name: 'scenarioRead', method: 'GET', path: '/api/v1/scenarios/:id', role: 'planner', scope: 'record', summary: { zh: '一个方案', en: 'One scenario' }, pathParameters: path, query: part.none, answer: { schema: scenarioSchema } })
/** With the id of one that was removed it is put back, with `base` as it was. */
export const scenarioAdd = sending({ name: 'scenarioAdd', method: 'POST', path: '/api/v1/scenarios', role: 'planner', scope: 'record', summary: { zh: '新增方案', en: 'Add a scenario' }, pathParameters: part.none, query: part.none, body: { schema: z.strictObject({ ...written, id: z.optional(id), base: z.optional(base) }) }, answer: { schema: scenarioSchema } })
/** What is not named stays. A changed question or changed steps are of today's data; `recomputed`: so are those that stay. */
export const scenarioSave = sending({
  name: 'scenarioSave', method: 'PATCH', path: '/api/v1/scenarios/:id', role: 'planner', scope: 'record', guarded: true, summary: { zh: '保存方案', en: 'Save a scenario' }, pathParameters: path, query: part.none,
  body: { schema: z.strictObject({ name: z.optional(written.name), query: z.optional(question), steps: z.optional(steps), recomputed: z.optional(z.literal(true)) }) }, answer: { schema: scenarioSchema },
})
export const scenarioRemove = exchange({ name: 'scenarioRemove', method: 'DELETE', path: '/api/v1/scenarios/:id', role: 'planner', scope: 'record', guarded: true, summary: { zh: '删除方案，可恢复', en: 'Remove a scenario; it can be put back' }, pathParameters: path, query: part.none, answer: { schema: scenarioSchema } })
