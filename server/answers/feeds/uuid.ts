import { createHash } from 'node:crypto'

/** Of our own making, once: names below it stay the same for ever. */
const ours = Buffer.from('6f0c2d0b8e4f4a5f9b1d6b7d3c1a9e52', 'hex')

/** UUID of version 5 (RFC 9562, 5.5): the same words give the same identifier, in every database and on every day. */
export function uuidOf(...words: readonly string[]): string {
  const bytes = createHash('sha1').update(ours).update(words.join('\u0000')).digest().subarray(0, 16)
  bytes[6] = (bytes[6] & 0x0f) | 0x50
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
