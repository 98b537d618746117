import type { Fault } from '../../model/fault.ts'
import type { Facts } from './facts.ts'

/** GB 32100-2015: the signs and their values, without I, O, S, V and Z. */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Powers of 3 modulo 31, by place. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** The example of the standard itself. */
const example = '91350100M000100Y43'

/** Form, check digit, and that no other organisation has it. */
export function creditCodeFaults(field: string, code: string | null, id: string, ownerOf: Facts['creditCodeOwner']): Fault[] {
  if (code === null) return []
  const expected = checkDigit(code)
  if (expected === null) return [{ field, code: 'badPattern', details: { expected: example, found: code } }]
  if (expected !== code[17]) return [{ field, code: 'badCreditCode', details: { expected, found: code } }]
  const owner = ownerOf(code)
  return owner === null || owner.id === id ? [] : [{ field, code: 'takenCreditCode', details: { expected: owner.name, found: code } }]
}

/** The 18th sign that the first 17 ask for; null: these are not 18 signs of the standard. */
function checkDigit(code: string): string | null {
  if (code.length !== 18 || [...code].some((sign) => !signs.includes(sign))) return null
  const sum = weights.reduce((total, weight, i) => total + weight * signs.indexOf(code[i]), 0)
  return signs[(31 - (sum % 31)) % 31]
}
