/**
 * Text as it is compared: full-width signs as their half-width ones (GB 18030 has both), capital letters as small ones, ü as v as it is typed.
 * Sign by sign, so that a place in the folded text is the same place in the original.
 */
export function fold(text: string): string {
  // Most names are folded as they are written; they then need no second string.
  let at = 0
  while (at < text.length && foldedCode(text.charCodeAt(at)) === text.charCodeAt(at)) at++
  if (at === text.length) return text
  let folded = text.slice(0, at)
  for (; at < text.length; at++) folded += String.fromCharCode(foldedCode(text.charCodeAt(at)))
  return folded
}

function foldedCode(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 32
  if (code < 0x80) return code
  if (code === fullWidthSpace) return 0x20
  if (code >= fullWidthFirst && code <= fullWidthLast) return foldedCode(code - fullWidthFirst + 0x21)
  if (code === 0xfc || code === 0xdc) return letterV
  // Capitals of other scripts, where the small one is one sign too.
  if (code >= 0x3400 && code < 0xd800) return code
  const small = String.fromCharCode(code).toLowerCase()
  return small.length === 1 ? small.charCodeAt(0) : code
}

const fullWidthSpace = 0x3000
const fullWidthFirst = 0xff01
const fullWidthLast = 0xff5e
const letterV = 0x76
