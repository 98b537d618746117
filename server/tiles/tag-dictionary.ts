import { growingInts } from '../../geodata/kernel/growing.ts'
import { ByteWriter } from './byte-writer.ts'

export type TagValue = string | number | boolean

/** Every value of a city's tags once, already encoded as a vector tile Value; a tile then only names which ones it uses. */
export type TagDictionary = {
  idOf(value: TagValue): number
  readonly count: number
  /** A view into the whole: not to be kept. */
  encodedAt(id: number): Uint8Array
  /** No more values are asked for by name: forgets them, which are most of the weight. */
  close(): void
}

/** Encoded values lie end to end in one writer: an object a value would weigh ten times what it holds. */
export function tagDictionary(): TagDictionary {
  const ids = new Map<TagValue, number>()
  const encoded = new ByteWriter()
  const ends = growingInts()
  return {
    idOf(value) {
      const known = ids.get(value)
      if (known !== undefined) return known
      const id = ends.length
      ids.set(value, id)
      encodeValue(encoded, value)
      ends.push(encoded.length)
      return id
    },
    get count() { return ends.length },
    encodedAt: (id) => encoded.bytes.subarray(id === 0 ? 0 : ends.at(id - 1), ends.at(id)),
    close: () => ids.clear(),
  }
}

/** Fields of Value in the vector tile specification 2.1: 1 string, 3 double, 5 unsigned, 7 boolean. */
function encodeValue(writer: ByteWriter, value: TagValue): void {
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
}
