/** Rows of degrees tiles (EPSG:4490, Tianditu's set c) under a web mercator tile: at the same level both have the same columns, and only rows lie otherwise. */

/** Where one row of pixels of the mercator tile is found: from so many pixel rows below the northern pole at that level, so high. */
export type SourceRow = { from: number; height: number }

/** One for each of `pixels` rows from the top. A level z of set c has 360/2^z degrees a tile (0.703125 degrees a pixel at level 1), counted from 90 degrees north. */
export const sourceRows = (z: number, y: number, pixels: number): SourceRow[] => {
  const edges = Array.from({ length: pixels + 1 }, (_none, at) => degreesRow(latitudeOf((y + at / pixels) / 2 ** z), z, pixels))
  return edges.slice(0, -1).map((from, at) => ({ from, height: (edges[at + 1] as number) - from }))
}

/** Rows of degrees tiles needed for these, from the north; there are half as many as columns. */
export const tileRows = (rows: readonly SourceRow[], z: number, pixels: number): number[] => {
  const last = rows.at(-1)
  const [first, end] = [Math.floor((rows[0]?.from ?? 0) / pixels), Math.ceil(((last?.from ?? 0) + (last?.height ?? 0)) / pixels) - 1]
  const most = Math.max(0, 2 ** (z - 1) - 1)
  return Array.from({ length: Math.max(0, Math.min(most, end) - first + 1) }, (_none, at) => first + at)
}

/** Degrees north at a share 0..1 of the mercator world from its northern edge. */
export const latitudeOf = (south: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * south))) * 180) / Math.PI
/** Pixel rows from the pole, at a level of set c. */
export const degreesRow = (latitude: number, z: number, pixels: number): number => ((90 - latitude) / (360 / 2 ** z)) * pixels
