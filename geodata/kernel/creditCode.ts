/** GB 32100-2015: the signs and their values, without I, O, S, V and Z. */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** Powers of 3 modulo 31, by place. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The 18th sign that the first 17 ask for; null: these are not signs of the standard. */
export function creditCodeDigit(code: string): string | null {
  if (code.length < weights.length || [...code].some((sign) => !signs.includes(sign))) return null
  const sum = weights.reduce((total, weight, i) => total + weight * signs.indexOf(code[i]), 0)
  return signs[(31 - (sum % 31)) % 31]
}

export const isCreditCode = (code: string): boolean => code.length === 18 && creditCodeDigit(code) === code[17]
