import type { Entry } from '../../model/entry.ts'
import type { Fault } from '../../model/fault.ts'
import type { Field, FieldValue } from '../../model/sheets/field.ts'
import { fieldsOf } from '../../model/sheets/references.ts'
import { dayFaults } from './days.ts'

/** Registers of neighbourhoods begin with the republic; plans do not reach beyond the century. */
const years = { from: 1949, to: 2100 } as const
/** Whole numbers up to here: square metres of the largest estates and persons of the largest cities stay below. */
const mostCount = 1_000_000_000
/** Yuan: a hundred times the budget of the largest city. */
const mostAmount = 100_000_000_000_000

/** Every field of the row is one of its sheet and holds what that says; what must be said is said. */
export function fieldFaults({ sheet, fields }: Entry): Fault[] {
  const known = fieldsOf(sheet)
  const unknown = Object.keys(fields).filter((name) => !known.some(([one]) => one === name))
  return [
    ...unknown.map((name): Fault => fault(name, 'unknownField', { expected: known.map(([one]) => one).join('、'), found: name })),
    ...known.flatMap(([name, field]) => valueFaults(name, field, fields[name] ?? null)),
  ]
}

function valueFaults(name: string, field: Field, value: FieldValue): Fault[] {
  if (value === null) return field.optional ? [] : [fault(name, 'missingField', {})]
  switch (field.kind) {
    case 'count': return numberFaults(name, value, 0, mostCount, true)
    case 'year': return numberFaults(name, value, years.from, years.to, true)
    case 'amount': return numberFaults(name, value, 0, mostAmount, false)
    case 'flag': return typeof value === 'boolean' ? [] : [wrongType(name, 'boolean', value)]
    case 'choice': return typeof value === 'string' && field.of.includes(value) ? [] : [fault(name, 'notListed', { expected: field.of.join('、'), found: said(value) })]
    case 'day': return typeof value === 'string' ? dayFaults(path(name), value) : [wrongType(name, 'string', value)]
    case 'month': return typeof value === 'string' ? monthFaults(name, value) : [wrongType(name, 'string', value)]
    case 'text': return typeof value === 'string' ? spokenFaults(name, value) : [wrongType(name, 'string', value)]
    case 'reference': return idFaults(name, field.many === true, value)
  }
}

function numberFaults(name: string, value: FieldValue, least: number, most: number, whole: boolean): Fault[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return [wrongType(name, 'number', value)]
  if (whole && !Number.isInteger(value)) return [fault(name, 'notWhole', { found: value })]
  if (value < least) return [fault(name, 'tooSmall', { expected: least, found: value })]
  return value > most ? [fault(name, 'tooLarge', { expected: most, found: value })] : []
}

const monthFaults = (name: string, value: string): Fault[] => (/^\d{4}-(0[1-9]|1[0-2])$/.test(value) && Number(value.slice(0, 4)) >= years.from && Number(value.slice(0, 4)) <= years.to ? [] : [fault(name, 'badPattern', { expected: '2026-06', found: value })])

/** Texts that are there say something. */
const spokenFaults = (name: string, value: string): Fault[] => (/^[\p{Z}\p{C}]*$/u.test(value) ? [fault(name, 'tooShort', { expected: 1, found: 0 })] : [])

function idFaults(name: string, many: boolean, value: FieldValue): Fault[] {
  if (!many) return typeof value === 'string' ? spokenFaults(name, value) : [wrongType(name, 'string', value)]
  return Array.isArray(value) && value.every((id) => typeof id === 'string') ? [] : [wrongType(name, 'array', value)]
}

const path = (name: string): string => `fields.${name}`
const fault = (name: string, code: Fault['code'], details: Fault['details']): Fault => ({ field: path(name), code, details })
const wrongType = (name: string, expected: 'string' | 'number' | 'boolean' | 'array', value: FieldValue): Fault => fault(name, 'wrongType', { expected, found: said(value) })
const said = (value: FieldValue): string => (typeof value === 'string' ? value : JSON.stringify(value))
