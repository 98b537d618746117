import type { Position } from '../../model/geometry.ts'

/** Coordinates of the nodes that ways need: 16 bytes per node, found by halving. */
export type Coordinates = {
  put: (id: number, lonE7: number, latE7: number) => void
  /** null: the file does not hold this node. */
  at: (id: number) => Position | null
}

/** `needed` are node ids, with repeats, in any order; it is sorted in place. */
export function coordinates(needed: Float64Array): Coordinates {
  needed.sort()
  let count = 0
  for (let i = 0; i < needed.length; i++) if (i === 0 || needed[i] !== needed[i - 1]) needed[count++] = needed[i]
  const ids = needed.slice(0, count)
  const lons = new Int32Array(count)
  const lats = new Int32Array(count)
  const found = new Uint8Array(count)
  return {
    put: (id, lonE7, latE7) => {
      const index = indexOf(ids, id)
      if (index < 0) return
      lons[index] = lonE7
      lats[index] = latE7
      found[index] = 1
    },
    at: (id) => {
      const index = indexOf(ids, id)
      return index < 0 || found[index] === 0 ? null : [lons[index] / 1e7, lats[index] / 1e7]
    },
  }
}

function indexOf(ids: Float64Array, id: number): number {
  let low = 0
  let high = ids.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (ids[middle] === id) return middle
    if (ids[middle] < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}
