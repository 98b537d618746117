/**
 * Ways to write what somebody is looking for, his own first: numbers of buildings in digits (三号楼), and every word for a building (3栋, 3幢, 3#, 3号) as the others say it. Folded.
 */
export function spellingsOf(text: string): string[] {
  const digits = text.replaceAll(/[一二三四五六七八九十]+(?=(?:号|栋|幢|座|#))/g, (signs) => String(numberOf(signs)))
  const numbered = /(\d+)\s*(?:号楼|栋楼|幢楼|号|栋|幢|座|#楼?)/
  const others = numbered.test(digits) ? ['号楼', '栋', '幢', '号', '座'].map((word) => digits.replace(numbered, `$1${word}`)) : []
  return [...new Set([text, digits, ...others])]
}

/** 十 to 九十九, as buildings are numbered. */
function numberOf(signs: string): number {
  const digit = (sign: string | undefined): number => (sign === undefined ? 0 : '一二三四五六七八九'.indexOf(sign) + 1)
  const ten = signs.indexOf('十')
  if (ten < 0) return Number([...signs].map(digit).join(''))
  return (ten === 0 ? 1 : digit(signs[ten - 1])) * 10 + digit(signs[ten + 1])
}
