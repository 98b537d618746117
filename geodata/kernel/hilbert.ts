import { extentOf } from './extent.ts'

/**
 * Place along the Hilbert curve over side x side cells, side a power of two up to 2^26 (then the place has 52 bits and is still exact).
 * x and y are cell numbers, clamped. The usual walk down the quadrants: two bits of place per level, the quadrant turned upright.
 */
export function hilbertOfCell(x: number, y: number, side: number): number {
  let column = x < 0 ? 0 : x > side - 1 ? side - 1 : x | 0
  let row = y < 0 ? 0 : y > side - 1 ? side - 1 : y | 0
  let place = 0
  for (let s = side >> 1; s > 0; s >>= 1) {
    const right = (column & s) > 0 ? 1 : 0
    const upper = (row & s) > 0 ? 1 : 0
    place = place * 4 + ((3 * right) ^ upper)
    if (upper === 0) {
      if (right === 1) {
        column = side - 1 - column
        row = side - 1 - row
      }
      const swap = column
      column = row
      row = swap
    }
  }
  return place
}

/** Order of n points along the curve, ties by index. One Float64 sort of key x 2^23 + index (53 bits), without a comparator. RangeError above 2^23 points. */
export function hilbertOrder(x: Float32Array, y: Float32Array): Int32Array {
  const count = x.length
  if (count > 8388608) throw new RangeError(`points to order: expected at most 8388608, got ${count}`)
  const { west, south, east, north } = extentOf(x, y)
  const scale = (orderSide - 1) / (Math.max(east - west, north - south) || 1)
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) keys[i] = hilbertOfCell((x[i] - west) * scale, (y[i] - south) * scale, orderSide) * 8388608 + i
  keys.sort()
  const order = new Int32Array(count)
  for (let i = 0; i < count; i++) order[i] = keys[i] % 8388608
  return order
}

/** 2^15: the place takes 30 bits and leaves 23 of a Float64 for the index. */
const orderSide = 32768
