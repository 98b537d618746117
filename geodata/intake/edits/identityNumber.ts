/** Whether a text holds the number of an identity card: place, a day of birth, order, and a check digit that fits (GB 11643-1999); not part of a longer number. Spaces and hyphens do not hide one. */
export const holdsIdentityNumber = (text: string): boolean => [...text.normalize('NFKC').matchAll(inside)].some(([found]) => fits(found.replaceAll(/[\s-]/g, '').toUpperCase()))

const inside = /(?<![\dA-Za-z])[1-8](?:[\s-]?\d){16}[\s-]?[\dXx](?![\dA-Za-z])/g
const shape = /^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/

/** ISO 7064 MOD 11-2: weights 2^(17 - place) modulo 11. */
function fits(number: string): boolean {
  let sum = 0
  for (let at = 0; at < 17; at++) sum += Number(number[at]) * (2 ** (17 - at) % 11)
  return shape.test(number) && '10X98765432'[sum % 11] === number[17]
}
