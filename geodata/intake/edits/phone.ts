import type { Entry } from '../../model/entry.ts'
import type { Fault } from '../../model/fault.ts'

/** Telephone numbers of a place, one or several: digits with spaces, hyphens and brackets, an extension after 转, ext or x. Mobile numbers belong to persons and are refused. */
export function phoneFaults(field: string, phone: string | null): Fault[] {
  if (phone === null) return []
  const numbers = phonesIn(phone)
  const mobile = numbers.find(isMobile)
  if (mobile !== undefined) return [{ field, code: 'mobilePhone', details: { found: mobile } }]
  return numbers.length > 0 && numbers.every(isPhone) ? [] : [{ field, code: 'badPhone', details: { found: phone } }]
}

/** The numbers of a text, parted by semicolons, commas or slashes. */
export const phonesIn = (text: string): string[] => text.normalize('NFKC').split(/[;,、/]/).map((number) => number.trim()).filter((number) => number !== '')

/** Numbers of three (110) to fifteen digits (E.164), an extension not counted. */
export function isPhone(number: string): boolean {
  const [, body] = /^(\+?[\d\s()-]+?)(?:\s*(?:转|ext\.?|x|#)\s*\d{1,6})?$/i.exec(number) ?? []
  if (body === undefined) return false
  const digits = body.replaceAll(/\D/g, '').length
  return digits >= 3 && digits <= 15
}

/** Eleven digits beginning 13 to 19, with or without the country's code or the 0 that is dialled before them. */
export const isMobile = (number: string): boolean => /^(0|(\+|00)?86)?1[3-9]\d{9}$/.test(number.replaceAll(/[^\d+]/g, ''))

/** Mobile numbers anywhere in the fields of a row: they hold no telephone at all, least of all a person's. Names are looked at with all texts (texts.ts). */
export function mobileFaults({ fields }: Pick<Entry, 'fields'>): Fault[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const found = typeof value === 'string' ? mobileIn(value) : null
    return found === null ? [] : [{ field: `fields.${field}`, code: 'mobilePhone', details: { found } } as const]
  })
}

/** The first mobile number within a text; null: none. */
export const mobileIn = (text: string): string | null => mobileInside.exec(text.normalize('NFKC'))?.[0] ?? null

/** As above, within other words; not part of a longer number or code. */
const mobileInside = /(?<![\dA-Za-z])(?:(?:\+|00)?86[\s-]?|0)?1[3-9]\d(?:[\s-]?\d){8}(?![\dA-Za-z])/
