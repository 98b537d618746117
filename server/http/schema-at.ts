import * as z from 'zod/mini'

type Description = Exclude<z.core.JSONSchema._JSONSchema, boolean>

/** What a field of a body holds, as a code of geodata/words (typeWords). A list of two numbers is a position: bodies have no other. */
export function kindAt(schema: z.ZodMiniType, path: readonly PropertyKey[]): string {
  const part = partAt(schema, path)
  if (part.prefixItems) return 'position'
  const type = [part.type].flat().find((one) => one !== 'null')
  return type === 'integer' ? 'number' : (type ?? 'object')
}

/** Names of the fields there are at that place. */
export function fieldNames(schema: z.ZodMiniType, path: readonly PropertyKey[]): string[] {
  const part = partAt(schema, path)
  return [...new Set([part, ...shapesOf(part)].flatMap(({ properties }) => Object.keys(properties ?? {})))]
}

/** How what is written by a rule is written: an example where it is a month or a day, else the rule. */
export function formAt(schema: z.ZodMiniType, path: readonly PropertyKey[]): string {
  const { pattern } = partAt(schema, path)
  if (pattern === undefined || new RegExp(pattern).test(aDay)) return aDay
  return new RegExp(pattern).test(aMonth) ? aMonth : pattern
}
const aDay = '2026-03-01', aMonth = '2026-03'

/** What may be chosen from where several shapes are allowed: words as they are, objects by their fields. */
export function choicesAt(schema: z.ZodMiniType, path: readonly PropertyKey[]): string[] {
  return (partAt(schema, path).anyOf ?? []).filter((part) => typeof part === 'object').map((part) => (part.const !== undefined ? String(part.const) : part.properties ? `{ ${Object.keys(part.properties).join(', ')} }` : String(part.type)))
}

const known = new WeakMap<z.ZodMiniType, Description>()

/** The described part of a schema, past what only says that it may be null. */
function partAt(schema: z.ZodMiniType, path: readonly PropertyKey[]): Description {
  const whole = known.get(schema) ?? z.toJSONSchema(schema)
  known.set(schema, whole)
  return path.reduce<Description>((at, key) => {
    const ofShapes = shapesOf(at).map((shape) => shape.properties?.[String(key)]).filter((one) => typeof one === 'object')
    const below = at.properties?.[String(key)] ?? (ofShapes.length > 0 ? { anyOf: ofShapes } : undefined) ?? at.prefixItems?.[Number(key)] ?? at.items
    return typeof below === 'object' && !Array.isArray(below) ? notNull(below) : {}
  }, notNull(whole))
}

/** Of objects that are of one of several kinds. */
const shapesOf = ({ oneOf = [] }: Description): Description[] => oneOf.filter((shape) => typeof shape === 'object')

function notNull(part: Description): Description {
  const choices = (part.anyOf ?? []).filter((choice) => typeof choice === 'object' && choice.type !== 'null')
  const [only] = choices
  return choices.length === 1 && typeof only === 'object' ? only : part
}
