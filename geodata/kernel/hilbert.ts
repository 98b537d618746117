import type { Box } from '../model/geometry.ts'

/** Place along a Hilbert curve of 2^15 x 2^15 cells (0 .. 2^30 - 1); x and y are cell numbers, clamped. */
export function hilbertOfCell(x: number, y: number): number {
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

/** Place of a position along the curve laid over the box; positions outside count as on its rim. */
export function hilbertOf(lon: number, lat: number, box: Box): number {
  const width = box[2] - box[0] || 1
  const height = box[3] - box[1] || 1
  return hilbertOfCell(((lon - box[0]) / width) * (side - 1), ((lat - box[1]) / height) * (side - 1))
}

/**
 * Order of n points along the curve, ties by index. One Float64 sort of key x 2^23 + index (53 bits), without a comparator.
 * RangeError above 2^23 points.
 */
export function hilbertOrder(x: Float32Array, y: Float32Array): Int32Array {
  const count = x.length
  if (count > 8388608) throw new RangeError(`points to order: expected at most 8388608, got ${count}`)
  let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity
  for (let i = 0; i < count; i++) {
    west = Math.min(west, x[i])
    east = Math.max(east, x[i])
    south = Math.min(south, y[i])
    north = Math.max(north, y[i])
  }
  const scale = (side - 1) / (Math.max(east - west, north - south) || 1)
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) keys[i] = hilbertOfCell((x[i] - west) * scale, (y[i] - south) * scale) * 8388608 + i
  keys.sort()
  const order = new Int32Array(count)
  for (let i = 0; i < count; i++) order[i] = keys[i] % 8388608
  return order
}

const side = 32768
