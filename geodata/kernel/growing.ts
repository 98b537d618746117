type Numbers = Int32Array | Float32Array | Float64Array | Uint8Array

/** Numbers whose count is not known beforehand: kept in pieces, so that growing copies nothing and leaves no large holes in memory. */
export type Growing<T extends Numbers> = {
  push(value: number): void
  readonly length: number
  at(index: number): number
  /** The values in one array; the collector is spent. */
  take(): T
}

export const growingInts = (): Growing<Int32Array> => growing((size) => new Int32Array(size))
export const growingFloats = (): Growing<Float32Array> => growing((size) => new Float32Array(size))
export const growingDoubles = (): Growing<Float64Array> => growing((size) => new Float64Array(size))
export const growingBytes = (): Growing<Uint8Array> => growing((size) => new Uint8Array(size))

/** Numbers in a piece, a power of two: small enough for tiny cities, few enough pieces for a million buildings. */
const bits = 16
const pieceLength = 1 << bits

function growing<T extends Numbers>(allocate: (size: number) => T): Growing<T> {
  let pieces: T[] = []
  let length = 0
  return {
    push(value) {
      if (length >> bits === pieces.length) pieces.push(allocate(pieceLength))
      pieces[length >> bits][length & (pieceLength - 1)] = value
      length++
    },
    get length() { return length },
    at: (index) => pieces[index >> bits][index & (pieceLength - 1)],
    take() {
      const taken = allocate(length)
      pieces.forEach((piece, k) => taken.set(piece.subarray(0, Math.min(pieceLength, length - k * pieceLength)), k * pieceLength))
      pieces = []
      return taken
    },
  }
}
