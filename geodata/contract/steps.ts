import * as z from 'zod/mini'
import { mostSteps } from '../model/step.ts'
import { facility } from './schemas.ts'

/** Steps of a scenario (geodata/model/step.ts) as they are sent and answered. */
const id = z.string().check(z.minLength(1), z.maxLength(64))
const position = z.tuple([z.number().check(z.gte(-180), z.lte(180)), z.number().check(z.gte(-85), z.lte(85))])
const hours = z.nullable(z.string().check(z.minLength(1), z.maxLength(400)))
const seats = z.nullable(z.int().check(z.gte(0), z.lte(1_000_000)))
const { admission } = facility.shape

/** s- and letters or digits, so that it is unlike any id of the city. */
export const newSite = z.strictObject({
  id: z.string().check(z.regex(/^s-[A-Za-z0-9]{1,40}$/)), name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)), category: id, position, admission, hours, seats, candidate: z.nullable(id),
})

export const step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), site: newSite }),
  z.strictObject({ kind: z.literal('move'), facility: id, position }),
  z.strictObject({ kind: z.literal('close'), facility: id }),
  z.strictObject({ kind: z.literal('admit'), facility: id, admission, hours }),
  z.strictObject({ kind: z.literal('hours'), facility: id, hours }),
  z.strictObject({ kind: z.literal('seats'), facility: id, seats }),
  z.strictObject({ kind: z.literal('openGate'), gate: id, hours }),
  z.strictObject({ kind: z.literal('passage'), id: z.string().check(z.regex(/^p-[A-Za-z0-9]{1,40}$/)), from: position, to: position, hours }),
])
export const steps = z.array(step).check(z.maxLength(mostSteps))
