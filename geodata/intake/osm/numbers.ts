/** A list of numbers that grows in one flat buffer. */
export type Numbers = { push: (value: number) => void; length: () => number; view: (from?: number, to?: number) => Float64Array }

export function numbers(): Numbers {
  let buffer = new Float64Array(1024)
  let count = 0
  return {
    push: (value) => {
      if (count === buffer.length) {
        const larger = new Float64Array(buffer.length * 2)
        larger.set(buffer)
        buffer = larger
      }
      buffer[count++] = value
    },
    length: () => count,
    view: (from = 0, to = count) => buffer.subarray(from, to),
  }
}
