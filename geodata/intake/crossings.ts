import type { Position } from '../model/geometry.ts'

/**
 * Whether any two edges of the rings cross, or lie on one another for a stretch. Edges that merely meet at a vertex do not.
 * Sweep by longitude over whole 1e-7 degrees, exact for shapes up to some degrees across; O(n log n) for rings that wind little.
 */
export function hasCrossing(rings: readonly (readonly Position[])[]): boolean {
  const edges = edgesOf(rings)
  const order = Uint32Array.from({ length: edges.length / 4 }, (_, index) => index * 4).sort((a, b) => edges[a] - edges[b])
  for (let i = 0; i < order.length; i++) {
    const a = order[i]
    for (let j = i + 1; j < order.length && edges[order[j]] <= edges[a + 2]; j++) if (cross(edges, a, order[j])) return true
  }
  return false
}

/** Flat edges ax, ay, bx, by with ax <= bx. */
function edgesOf(rings: readonly (readonly Position[])[]): Float64Array {
  const edges = new Float64Array(rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0) * 4)
  let at = 0
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const a = ring[i - 1]
      const b = ring[i]
      const [west, east] = a[0] <= b[0] ? [a, b] : [b, a]
      edges[at++] = Math.round(west[0] * 1e7)
      edges[at++] = Math.round(west[1] * 1e7)
      edges[at++] = Math.round(east[0] * 1e7)
      edges[at++] = Math.round(east[1] * 1e7)
    }
  }
  return edges
}

function cross(edges: Float64Array, a: number, b: number): boolean {
  const [ax, ay, bx, by] = [edges[a], edges[a + 1], edges[a + 2], edges[a + 3]]
  const [cx, cy, dx, dy] = [edges[b], edges[b + 1], edges[b + 2], edges[b + 3]]
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false
  const c = side(ax, ay, bx, by, cx, cy)
  const d = side(ax, ay, bx, by, dx, dy)
  if (c === 0 && d === 0) return overlap(ax, ay, bx, by, cx, cy, dx, dy)
  if (c * d >= 0) return false
  return side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
}

/** Both on one line: whether they share more than a point. */
function overlap(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): boolean {
  const acrossX = Math.abs(bx - ax) >= Math.abs(by - ay)
  const [a, b, c, d] = acrossX ? [ax, bx, cx, dx] : [ay, by, cy, dy]
  return Math.min(Math.max(a, b), Math.max(c, d)) > Math.max(Math.min(a, b), Math.min(c, d))
}

function side(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
}
