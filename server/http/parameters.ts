import * as z from 'zod/mini'
import type { Expectation } from '../../geodata/words/expectation.ts'
import { Refusal } from '../answers/refusal.ts'

/** How one parameter is read from text. */
type Reader = { name: string; schema: z.ZodMiniType; numeric: boolean; required: boolean; expectation: Expectation }

/** Reads the parameters of one exchange; throws Refusal for the first that is not as the contract says. */
export type ParameterReader = (found: Readonly<Record<string, readonly string[]>>) => Record<string, unknown>

/** Everything it needs to know it learns from the schema once: which are numbers, what they must be, which must be there. */
export function parameterReader(schema: z.ZodMiniObject): ParameterReader {
  const document = z.toJSONSchema(schema)
  const required = new Set(document.required ?? [])
  const readers = new Map(Object.entries(schema.shape).map(([name, part]) => [name, readerOf(name, part as z.ZodMiniType, document.properties?.[name], required.has(name))]))
  const names = [...readers.keys()]
  return (found) => {
    const values: Record<string, unknown> = {}
    for (const [name, texts] of Object.entries(found)) {
      const reader = readers.get(name)
      if (!reader) throw new Refusal('unknownParameter', { parameter: name, expected: names.length > 0 ? names.join('、') : '—' })
      if (texts.length > 1) throw new Refusal('repeatedParameter', { parameter: name, found: texts.length })
      values[name] = read(reader, texts[0])
    }
    for (const reader of readers.values()) if (reader.required && !(reader.name in values)) throw new Refusal('missingParameter', { parameter: reader.name }, reader.expectation)
    return values
  }
}

function read({ name, schema, numeric, expectation }: Reader, text: string): unknown {
  // Number('') is 0 and Number('0x10') is 16: only plain decimals are numbers here.
  const value = numeric && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
  const parsed = z.safeParse(schema, value)
  if (!parsed.success) throw new Refusal(name === 'format' ? 'unknownFormat' : 'badParameter', { parameter: name, found: shortened(text), ...(name === 'format' && expectation.kind === 'oneOf' && { expected: expectation.values.join('、') }) }, name === 'format' ? null : expectation)
  return parsed.data
}

type Property = z.core.JSONSchema._JSONSchema | undefined

function readerOf(name: string, schema: z.ZodMiniType, property: Property, required: boolean): Reader {
  if (typeof property !== 'object') throw new TypeError(`parameter ${name}: expected a described schema`)
  const numeric = property.type === 'number' || property.type === 'integer'
  return { name, schema, numeric, required, expectation: expectationOf(property, numeric) }
}

function expectationOf(property: Exclude<Property, boolean | undefined>, numeric: boolean): Expectation {
  if (property.enum) return { kind: 'oneOf', values: property.enum.map(String) }
  if (property.pattern !== undefined) return patterned(new RegExp(property.pattern))
  if (!numeric) return { kind: 'text', from: property.minLength ?? null, to: property.maxLength ?? null }
  return { kind: 'number', whole: property.type === 'integer', above: bound(property.exclusiveMinimum), from: bound(property.minimum), to: bound(property.maximum) }
}

/** What is written by a rule is an id (a letter, a hyphen and what was drawn for it), a month, a number in digits (an index, from 0) or a day. */
function patterned(pattern: RegExp): Expectation {
  const letter = /^\^([a-z])-/.exec(pattern.source)?.[1]
  if (letter !== undefined) return { kind: 'id', example: `${letter}-8ay7bdayg09q` }
  if (pattern.test('2026-03')) return { kind: 'month', from: null, to: null }
  return pattern.test('0') && !pattern.test('a') ? { kind: 'number', whole: true, above: null, from: 0, to: null } : { kind: 'day' }
}

/** Whole numbers carry the bounds of exact ones, which nobody wants to read. */
const bound = (value: unknown): number | null => (typeof value !== 'number' || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value)

/** A sentence shows at most this many signs of what was found. */
const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text)
