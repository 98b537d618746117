import { creditCodeDigit } from '../../kernel/creditCode.ts'
import type { Fault } from '../../model/fault.ts'
import type { Facts } from './facts.ts'

/** The example of the standard itself. */
const example = '91350100M000100Y43'

/** Form, check digit, and that no other organisation has it. */
export function creditCodeFaults(field: string, code: string | null, id: string, ownerOf: Facts['creditCodeOwner']): Fault[] {
  if (code === null) return []
  const expected = code.length === 18 ? creditCodeDigit(code) : null
  if (expected === null) return [{ field, code: 'badPattern', details: { expected: example, found: code } }]
  if (expected !== code[17]) return [{ field, code: 'badCreditCode', details: { expected, found: code } }]
  const owner = ownerOf(code)
  return owner === null || owner.id === id ? [] : [{ field, code: 'takenCreditCode', details: { expected: owner.name, found: code } }]
}
