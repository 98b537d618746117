/** Ids by dense index and back: UTF-8 in one block and an open hash table, 30 bytes an id instead of 120 for strings in a Map. */
export type IdIndex = { count: number; at(index: number): string; find(id: string): number | null }

export type IdIndexBuilder = { add(id: string): void; finish(): IdIndex }

export function idIndexBuilder(): IdIndexBuilder {
  let bytes = Buffer.allocUnsafe(65_536)
  let offsets = new Uint32Array(4096)
  let count = 0
  return {
    add(id) {
      const length = Buffer.byteLength(id)
      if (offsets[count] + length > bytes.length) bytes = Buffer.concat([bytes], Math.max(bytes.length * 2, offsets[count] + length))
      if (count + 2 > offsets.length) {
        const larger = new Uint32Array(offsets.length * 2)
        larger.set(offsets)
        offsets = larger
      }
      offsets[count + 1] = offsets[count] + bytes.write(id, offsets[count])
      count++
    },
    finish() {
      return idIndex(Buffer.from(bytes.subarray(0, offsets[count])), offsets.slice(0, count + 1))
    },
  }
}

function idIndex(bytes: Buffer, offsets: Uint32Array): IdIndex {
  const count = offsets.length - 1
  // At most half full, so that a search ends soon.
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, count * 2)))
  const slots = new Int32Array(size).fill(-1)
  for (let i = 0; i < count; i++) {
    let slot = hash(bytes, offsets[i], offsets[i + 1]) & (size - 1)
    while (slots[slot] >= 0) slot = (slot + 1) & (size - 1)
    slots[slot] = i
  }
  return {
    count,
    at(index) {
      if (!(Number.isInteger(index) && index >= 0 && index < count)) throw new RangeError(`id: expected 0 to ${count - 1}, got ${index}`)
      return bytes.toString('utf8', offsets[index], offsets[index + 1])
    },
    find(id) {
      const sought = Buffer.from(id)
      for (let slot = hash(sought, 0, sought.length) & (size - 1); slots[slot] >= 0; slot = (slot + 1) & (size - 1)) {
        if (sought.equals(bytes.subarray(offsets[slots[slot]], offsets[slots[slot] + 1]))) return slots[slot]
      }
      return null
    },
  }
}

/** FNV-1a, 32 bits (Fowler, Noll and Vo, 1991). */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = 2_166_136_261
  for (let i = from; i < to; i++) value = Math.imul(value ^ bytes[i], 16_777_619)
  return value >>> 0
}
