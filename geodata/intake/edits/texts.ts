import type { Fault } from '../../model/fault.ts'
import { isDeniedName } from '../tables/denied.ts'
import { holdsIdentityNumber } from './identityNumber.ts'
import { mobileIn } from './phone.ts'

/**
 * Signs that nobody sees or that turn what stands beside them: control and format characters, halves of signs, what a wrong character set left behind.
 * The two joiners are part of emoji and of some scripts.
 */
const unreadable = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/u

/** Fields that people write in lines. */
const lined: ReadonlySet<string> = new Set(['menu', 'note'])

/** Fields that must say something. */
const spoken: ReadonlySet<string> = new Set(['id', 'name', 'source', 'hours'])

/** Where people write whom to call; ids are full of numbers that mean nothing, and telephones have a field and a check of their own. */
const personal: ReadonlySet<string> = new Set(['name', 'source'])

const isPersonal = (field: string): boolean => personal.has(field.split('.').at(-1) ?? '') || /^(offer|suspensions)\./.test(field)

/** Every text of a record, at whatever depth: it can be read, says something where it must, holds no number of a person's papers or telephone, and names nothing that must not be kept. A gate alone may have no name. */
export function textFaults(value: unknown, field = ''): Fault[] {
  if (typeof value === 'string') return faultsOf(value, field)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => textFaults(part, field === '' ? name : `${field}.${name}`))
}

function faultsOf(text: string, field: string): Fault[] {
  const [sign] = unreadable.exec(lined.has(field.split('.').at(-1) ?? '') ? text.replaceAll(/\r?\n/g, ' ') : text) ?? []
  if (sign !== undefined) return [{ field, code: 'unreadableSign', details: { found: `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` } }]
  if (text !== '' && /^[\p{Z}\p{C}]*$/u.test(text) && spoken.has(field.split('.').at(-1) ?? '')) return [{ field, code: 'tooShort', details: { expected: 1, found: 0 } }]
  // A browser takes these two for steps up and down the address, so that the record could not be asked for.
  if (field === 'id' && /^\.\.?$/.test(text)) return [{ field, code: 'badPattern', details: { expected: 'f-0001', found: text } }]
  // The fault does not repeat it. Credit codes have eighteen signs too, and a check of their own.
  if (field !== 'creditCode' && holdsIdentityNumber(text)) return [{ field, code: 'identityNumber', details: {} }]
  const mobile = isPersonal(field) ? mobileIn(text) : null
  if (mobile !== null) return [{ field, code: 'mobilePhone', details: { found: mobile } }]
  return isDeniedName(text) ? [{ field, code: 'deniedName', details: { found: text } }] : []
}
