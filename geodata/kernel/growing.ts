type Numbers = Int32Array | Float32Array | Float64Array | Uint8Array

/** A typed array that doubles when full: the builder does not know how many records are coming. */
export type Growing<T extends Numbers> = { push(value: number): void; readonly length: number; at(index: number): number; set(index: number, value: number): void; take(): T }

export const growingInts = (): Growing<Int32Array> => growing((size) => new Int32Array(size))
export const growingFloats = (): Growing<Float32Array> => growing((size) => new Float32Array(size))
export const growingDoubles = (): Growing<Float64Array> => growing((size) => new Float64Array(size))
export const growingBytes = (): Growing<Uint8Array> => growing((size) => new Uint8Array(size))

function growing<T extends Numbers>(allocate: (size: number) => T): Growing<T> {
  let values = allocate(1024)
  let length = 0
  return {
    push(value) {
      if (length === values.length) {
        const wider = allocate(values.length * 2)
        wider.set(values)
        values = wider
      }
      values[length++] = value
    },
    get length() { return length },
    at: (index) => values[index],
    set(index, value) { values[index] = value },
    /** The values, cut to length; the collector is spent. */
    take() {
      const taken = values.slice(0, length) as T
      values = allocate(0)
      return taken
    },
  }
}
