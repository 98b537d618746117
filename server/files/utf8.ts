import { isUtf8 } from 'node:buffer'
import { damage } from './damage.ts'

/** Text of a whole file in UTF-8, without its byte order mark; the first byte that does not fit is named. */
export function utf8Text(bytes: Uint8Array, file: string): string {
  if (!isUtf8(bytes)) throw damage('encodingBroken', file, { byte: firstBadByte(bytes) }, { encoding: 'UTF-8' })
  return new TextDecoder('utf-8').decode(bytes)
}

/** By halving over prefixes that end before a character, since a prefix cut inside one is never sound. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (good < bad) {
    const middle = startOfCharacter(bytes, Math.ceil((good + bad) / 2), good)
    if (middle === good) break
    if (isUtf8(bytes.subarray(good, middle))) good = middle
    else bad = Math.min(middle, bad - 1)
  }
  while (good < bytes.length && isUtf8(bytes.subarray(good, good + length(bytes[good])))) good += length(bytes[good])
  return good
}

function startOfCharacter(bytes: Uint8Array, from: number, floor: number): number {
  let at = from
  while (at > floor && (bytes[at] & 0xc0) === 0x80) at -= 1
  return at
}

function length(first: number): number {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
}
