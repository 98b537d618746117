import { onGrid } from './plane.ts'
import type { Point } from './plane.ts'
import { centreOf } from './shapes.ts'

/** A site's own axes: u along its rows eastward, v northward across them, origin at its middle. */
export type Local = { toWorld: (u: number, v: number) => Point; ring: Point[]; low: number; high: number; left: number; right: number; of: (point: Point) => Point }

export type Span = readonly [from: number, to: number]

export function localOf(ring: readonly Point[], angle: number): Local {
  const centre = centreOf(ring)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const of = (point: Point): Point => [(point[0] - centre[0]) * cos + (point[1] - centre[1]) * sin, (point[1] - centre[1]) * cos - (point[0] - centre[0]) * sin]
  const own = ring.map(of)
  return {
    of, ring: own,
    toWorld: (u, v) => onGrid(centre[0] + u * cos - v * sin, centre[1] + u * sin + v * cos),
    low: Math.min(...own.map((point) => point[1])), high: Math.max(...own.map((point) => point[1])),
    left: Math.min(...own.map((point) => point[0])), right: Math.max(...own.map((point) => point[0])),
  }
}

/** Where the line v = constant lies inside a ring in local axes. */
export function spansAt(ring: readonly Point[], v: number): Span[] {
  const us: number[] = []
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [a, b] = [ring[before], ring[index]]
    if (a[1] > v !== b[1] > v) us.push(a[0] + ((v - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
  }
  us.sort((a, b) => a - b)
  const spans: Span[] = []
  for (let index = 0; index + 1 < us.length; index += 2) spans.push([us[index], us[index + 1]])
  return spans
}

/** Where a strip from v0 to v1 lies wholly inside, narrowed by a margin on both ends. */
export function stripSpans(ring: readonly Point[], v0: number, v1: number, marginMetres: number): Span[] {
  let spans = spansAt(ring, v0)
  for (const v of [(v0 + v1) / 2, v1]) spans = intersect(spans, spansAt(ring, v))
  return spans.map(([from, to]): Span => [from + marginMetres, to - marginMetres]).filter(([from, to]) => to > from)
}

/** A rectangle in local axes as a ring in the city's. */
export function box(local: Local, u0: number, v0: number, u1: number, v1: number): Point[] {
  return [local.toWorld(u0, v0), local.toWorld(u1, v0), local.toWorld(u1, v1), local.toWorld(u0, v1)]
}

function intersect(first: readonly Span[], second: readonly Span[]): Span[] {
  return first.flatMap((a) => second.map((b): Span => [Math.max(a[0], b[0]), Math.min(a[1], b[1])]).filter(([from, to]) => to > from))
}
