import { ByteWriter } from './byte-writer.ts'

export type TagValue = string | number | boolean

/** Every value of a city's tags once, already encoded as a vector tile Value; a tile then only names which ones it uses. */
export type TagDictionary = { idOf(value: TagValue): number; encoded: readonly Uint8Array[] }

export function tagDictionary(): TagDictionary {
  const ids = new Map<TagValue, number>()
  const encoded: Uint8Array[] = []
  return {
    encoded,
    idOf(value) {
      const known = ids.get(value)
      if (known !== undefined) return known
      ids.set(value, encoded.length)
      encoded.push(encodeValue(value))
      return encoded.length - 1
    },
  }
}

/** Fields of Value in the vector tile specification 2.1: 1 string, 3 double, 5 unsigned, 7 boolean. */
function encodeValue(value: TagValue): Uint8Array {
  const writer = new ByteWriter()
  if (typeof value === 'string') writer.delimited(1, new TextEncoder().encode(value))
  else if (typeof value === 'boolean') {
    writer.tag(7, 0)
    writer.varint(Number(value))
  } else if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) {
    writer.tag(5, 0)
    writer.varint(value)
  } else {
    writer.tag(3, 1)
    writer.double(value)
  }
  return writer.taken()
}
