/** Smallest box around points in the plane, metres; all 0 when there are none. */
export type Extent = { west: number; south: number; east: number; north: number }

export function extentOf(x: Float32Array, y: Float32Array): Extent {
  if (x.length === 0) return { west: 0, south: 0, east: 0, north: 0 }
  let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity
  for (let i = 0; i < x.length; i++) {
    west = Math.min(west, x[i])
    east = Math.max(east, x[i])
    south = Math.min(south, y[i])
    north = Math.max(north, y[i])
  }
  return { west, south, east, north }
}
