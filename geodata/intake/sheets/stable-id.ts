/** An id for a row that has none: the same parts give the same id. 106 bits, so that a million rows meet by chance once in 10^20 times. */
export function stableId(form: string, parts: readonly (string | number | null)[]): string {
  const text = JSON.stringify([form, ...parts])
  return `${form}-${mixed(text, 0x9e3779b9)}${mixed(text, 0x85ebca6b)}`
}

/** 53 bits of a text, as 11 signs: cyrb53 by bryc (public domain). */
function mixed(text: string, seed: number): string {
  let one = 0xdeadbeef ^ seed, two = 0x41c6ce57 ^ seed
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i)
    one = Math.imul(one ^ sign, 2654435761)
    two = Math.imul(two ^ sign, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36).padStart(11, '0')
}
