import { signedArea } from './plane.ts'
import type { Point } from './plane.ts'
import { distance, nearestOnSegment } from './shapes.ts'
import { keyOf } from './knit.ts'

/** Metres within which a corner of one face counts as lying on the side of its neighbour. */
const onSideMetres = 0.05
const cellMetres = 60
/** Loops smaller than this come from the rounding of corners, not from land. */
const sliverSquareMetres = 0.5

/** Gives neighbouring rings the same vertices along the line they share, so that areas are exact sums of their parts. */
export function conform(rings: readonly (readonly Point[])[]): Point[][] {
  const cells = new Map<number, Point[]>()
  const cell = (x: number, y: number): number => Math.floor(x / cellMetres) * 1000003 + Math.floor(y / cellMetres)
  const seen = new Set<number>()
  for (const ring of rings) {
    for (const point of ring) {
      const key = keyOf(point)
      if (seen.has(key)) continue
      seen.add(key)
      const at = cell(point[0], point[1])
      const list = cells.get(at)
      if (list === undefined) cells.set(at, [point])
      else list.push(point)
    }
  }
  return rings.map((ring) => ring.flatMap((a, index) => {
    const b = ring[(index + 1) % ring.length]
    const found: { share: number; point: Point }[] = []
    for (let x = Math.floor((Math.min(a[0], b[0]) - 1) / cellMetres); x <= Math.floor((Math.max(a[0], b[0]) + 1) / cellMetres); x++) {
      for (let y = Math.floor((Math.min(a[1], b[1]) - 1) / cellMetres); y <= Math.floor((Math.max(a[1], b[1]) + 1) / cellMetres); y++) {
        for (const point of cells.get(x * 1000003 + y) ?? []) {
          const near = nearestOnSegment(point, a, b)
          if (near.metres < onSideMetres && distance(point, a) > 0.006 && distance(point, b) > 0.006) found.push({ share: near.share, point })
        }
      }
    }
    return [a, ...found.toSorted((p, q) => p.share - q.share).map((each) => each.point)]
  }))
}

/** Rings around a set of conformed rings: the sides that only one of them has, chained; outer rings first come counter-clockwise. */
export function unionOf(rings: readonly (readonly Point[])[]): Point[][] {
  const sides = new Map<number, Map<number, { from: Point; to: Point }>>()
  for (const ring of rings) {
    ring.forEach((from, index) => {
      const to = ring[(index + 1) % ring.length]
      const back = sides.get(keyOf(to))
      if (back?.delete(keyOf(from)) === true) return
      const own = sides.get(keyOf(from))
      if (own === undefined) sides.set(keyOf(from), new Map([[keyOf(to), { from, to }]]))
      else own.set(keyOf(to), { from, to })
    })
  }
  const loops: Point[][] = []
  for (const [startKey, starts] of sides) {
    while (starts.size > 0) {
      const loop: Point[] = []
      let key = startKey
      let heading: Point = [0, 0]
      do {
        const next = turnLeast(sides.get(key), heading)
        if (next === null) break
        sides.get(key)?.delete(keyOf(next.to))
        loop.push(next.from)
        heading = [next.to[0] - next.from[0], next.to[1] - next.from[1]]
        key = keyOf(next.to)
      } while (key !== startKey)
      if (loop.length >= 3 && Math.abs(signedArea(loop)) > sliverSquareMetres) loops.push(loop)
    }
  }
  return loops
}

/** Of the sides that leave a vertex, the one farthest to the right: rings that touch at a corner stay apart. */
function turnLeast(sides: ReadonlyMap<number, { from: Point; to: Point }> | undefined, heading: Point): { from: Point; to: Point } | null {
  if (sides === undefined) return null
  let best: { from: Point; to: Point } | null = null
  let least = Infinity
  for (const side of sides.values()) {
    const [dx, dy] = [side.to[0] - side.from[0], side.to[1] - side.from[1]]
    const turn = heading[0] === 0 && heading[1] === 0 ? 0 : -Math.atan2(heading[0] * dy - heading[1] * dx, heading[0] * dx + heading[1] * dy)
    if (turn < least) [best, least] = [side, turn]
  }
  return best
}
