import type * as z from 'zod/mini'
import type { Fault } from '../../geodata/model/fault.ts'
import { choicesAt, fieldNames, formAt, kindAt } from './schema-at.ts'

type Issue = z.core.$ZodIssue

/** Everything a schema found wrong with a value that was sent, as faults of its fields. */
export function fieldFaultsOf(issues: readonly Issue[], sent: unknown, schema: z.ZodMiniType): Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, valueAt(sent, issue.path), schema))
}

function faultsOf(issue: Issue, value: unknown, schema: z.ZodMiniType): Fault[] {
  const field = issue.path.join('.')
  const found = shortened(value)
  const fault = (code: Fault['code'], details: Fault['details'] = { found }): Fault[] => [{ field, code, details }]
  // What is missing is missing, whatever it should have been.
  if (value === undefined && issue.code !== 'unrecognized_keys') return fault('missingField', {})
  const isPosition = (): boolean => kindAt(schema, issue.path) === 'position'
  const wrongType = (): Fault[] => fault('wrongType', { expected: kindAt(schema, issue.path), found })
  switch (issue.code) {
    case 'unrecognized_keys': return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), code: 'unknownField', details: { found: key, expected: fieldNames(schema, issue.path).join('、') } }))
    case 'invalid_type': return issue.expected === 'int' ? fault('notWhole') : wrongType()
    case 'invalid_value': return fault('notListed', { expected: issue.values.map(String).join('、'), found })
    case 'invalid_union': return fault('notListed', { expected: choicesAt(schema, issue.path).join('、'), found })
    case 'too_small': return issue.origin === 'array' ? (isPosition() ? wrongType() : fault('tooFew', { expected: Number(issue.minimum), found: lengthOf(value) }))
      : issue.origin === 'string' ? (isBlank(value) ? fault('blank', {}) : fault('tooShort', { expected: Number(issue.minimum), found: lengthOf(value) })) : fault('tooSmall', { expected: Number(issue.minimum), found })
    case 'too_big': return issue.origin === 'array' ? (isPosition() ? wrongType() : fault('tooMany', { expected: Number(issue.maximum), found: lengthOf(value) }))
      : issue.origin === 'string' ? fault('tooLong', { expected: Number(issue.maximum), found: lengthOf(value) }) : fault('tooLarge', { expected: Number(issue.maximum), found })
    case 'invalid_format': return fault('badPattern', { expected: formAt(schema, issue.path), found })
    default: return wrongType()
  }
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), sent)
}

/** What is trimmed before it is counted had signs nobody sees. */
const isBlank = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.trim() === ''
const lengthOf = (value: unknown): number => (typeof value === 'string' || Array.isArray(value) ? value.length : 0)

/** A sentence shows at most this many signs of what was found. */
function shortened(value: unknown): string {
  const text = typeof value === 'string' ? value : written(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** JSON that lists hold in lists in lists can be read deeper than it can be written. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch (error) {
    if (error instanceof RangeError) return Array.isArray(value) ? '[[…' : '{…'
    throw error
  }
}
