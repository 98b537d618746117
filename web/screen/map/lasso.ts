import type { Box, Position } from '../../../geodata/model/geometry.ts'

/** Polygons of rings of positions, as the areas exchange answers. */
export type Boundary = readonly (readonly (readonly Position[])[])[]

/** Points of a hand's drawing that lie at least so many pixels apart: what it trembled between them is left out. */
export const thinned = <P extends { x: number; y: number }>(points: readonly P[], leastPixels: number): P[] => {
  const kept: P[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (!last || Math.hypot(point.x - last.x, point.y - last.y) >= leastPixels) kept.push(point)
  }
  return kept
}

export const boxOf = (ring: readonly Position[]): Box => ring.reduce<Box>(([west, south, east, north], [lon, lat]) => [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)], [Infinity, Infinity, -Infinity, -Infinity])
export const boxesMeet = (one: Box, other: Box): boolean => one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3]

/** Whether what was drawn round and a boundary have a point in common; the drawing is closed, holes of the boundary are outside. O(points of both multiplied). */
export const touches = (drawn: readonly Position[], boundary: Boundary): boolean => {
  const first = drawn[0]
  if (drawn.length < 3 || !first) return false
  return boundary.some((rings) => {
    const outer = rings[0]?.[0]
    if (!outer) return false
    if (isWithin(outer, [drawn]) || isWithin(first, rings)) return true
    return rings.some((ring) => edges(drawn).some(([a, b]) => edges(ring).some(([c, d]) => meet(a, b, c, d))))
  })
}

type Edge = readonly [Position, Position]
const edges = (ring: readonly Position[]): Edge[] => ring.flatMap((position, at) => {
  const next = ring[(at + 1) % ring.length]
  return next ? [[position, next] as const] : []
})

/** By counting edges to the east: odd is inside, so that a ring within a ring is a hole. */
const isWithin = ([lon, lat]: Position, rings: readonly (readonly Position[])[]): boolean => rings.flatMap(edges).filter(([[west, south], [east, north]]) =>
  (south > lat) !== (north > lat) && lon < west + ((lat - south) / (north - south)) * (east - west)).length % 2 === 1

/** Touching counts. */
const meet = (a: Position, b: Position, c: Position, d: Position): boolean => {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
  if (abc !== abd && cda !== cdb) return true
  return (abc === 0 && isBetween(a, b, c)) || (abd === 0 && isBetween(a, b, d)) || (cda === 0 && isBetween(c, d, a)) || (cdb === 0 && isBetween(c, d, b))
}
const turn = (a: Position, b: Position, c: Position): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
const isBetween = (a: Position, b: Position, c: Position): boolean => c[0] >= Math.min(a[0], b[0]) && c[0] <= Math.max(a[0], b[0]) && c[1] >= Math.min(a[1], b[1]) && c[1] <= Math.max(a[1], b[1])
