import type { MultiPolygon, Position } from '../model/geometry.ts'

/** Whether `position` lies inside the closed ring (even-odd rule; on the line either answer may come). */
export function insideRing(position: Position, ring: readonly Position[]): boolean {
  const [x, y] = position
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]
    const [xj, yj] = ring[j]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** Whether `position` lies on the land of `shape`, not in its holes. */
export function insideShape(position: Position, shape: MultiPolygon): boolean {
  return shape.some(([outer, ...holes]) => insideRing(position, outer) && !holes.some((hole) => insideRing(position, hole)))
}

/**
 * A position inside the shape: the middle of the longest stretch that a horizontal line through the middle of the
 * largest part's box has inside it. O(vertices log vertices).
 */
export function innerPosition(shape: MultiPolygon): Position {
  const polygon = shape.reduce((best, each) => (Math.abs(ringArea(each[0])) > Math.abs(ringArea(best[0])) ? each : best))
  const [south, north] = latitudes(polygon[0])
  const y = south + (north - south) * 0.5000123 // off the middle, so that the line rarely meets a vertex
  const cuts: number[] = []
  for (const ring of polygon) {
    for (let i = 1; i < ring.length; i++) {
      const [xa, ya] = ring[i - 1]
      const [xb, yb] = ring[i]
      if (ya > y !== yb > y) cuts.push(xa + ((xb - xa) * (y - ya)) / (yb - ya))
    }
  }
  cuts.sort((a, b) => a - b)
  let best = 0
  for (let i = 2; i + 1 < cuts.length; i += 2) if (cuts[i + 1] - cuts[i] > cuts[best + 1] - cuts[best]) best = i
  return cuts.length >= 2 ? [(cuts[best] + cuts[best + 1]) / 2, y] : polygon[0][0]
}

/** Area of a closed ring: signed, in square degrees, positive counter-clockwise. */
export function ringArea(ring: readonly Position[]): number {
  let sum = 0
  const [x0, y0] = ring[0]
  for (let i = 1; i < ring.length; i++) sum += (ring[i - 1][0] - x0) * (ring[i][1] - y0) - (ring[i][0] - x0) * (ring[i - 1][1] - y0)
  return sum / 2
}

function latitudes(ring: readonly Position[]): [south: number, north: number] {
  let south = Infinity
  let north = -Infinity
  for (const [, lat] of ring) {
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return [south, north]
}
