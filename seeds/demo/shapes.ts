import { onGrid, signedArea } from './plane.ts'
import type { Point } from './plane.ts'

export function distance(a: Point, b: Point): number {
  const dx = a[0] - b[0], dy = a[1] - b[1]
  return Math.sqrt(dx * dx + dy * dy)
}

export function centreOf(ring: readonly Point[]): Point {
  let [x, y, sum] = [0, 0, 0]
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [a, b] = [ring[before], ring[index]]
    const cross = (a[0] - ring[0][0]) * (b[1] - ring[0][1]) - (b[0] - ring[0][0]) * (a[1] - ring[0][1])
    x += (a[0] + b[0] + ring[0][0]) * cross
    y += (a[1] + b[1] + ring[0][1]) * cross
    sum += cross
  }
  return sum === 0 ? ring[0] : [x / (3 * sum), y / (3 * sum)]
}

export function inside(ring: readonly Point[], point: Point): boolean {
  let odd = false
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [a, b] = [ring[before], ring[index]]
    if (a[1] > point[1] !== b[1] > point[1] && point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) odd = !odd
  }
  return odd
}

/** Nearest point on a segment, its share of the way from a to b, and the metres to it. */
export function nearestOnSegment(point: Point, a: Point, b: Point): { share: number; metres: number; at: Point } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const squared = dx * dx + dy * dy
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / squared))
  const at: Point = [a[0] + share * dx, a[1] + share * dy]
  return { share, metres: distance(point, at), at }
}

export function distanceToRing(point: Point, ring: readonly Point[]): number {
  let metres = Infinity
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    metres = Math.min(metres, nearestOnSegment(point, ring[before], ring[index]).metres)
  }
  return metres
}

/** Where segments ab and cd cross, as shares of both; null when they do not or are parallel. */
export function crossing(a: Point, b: Point, c: Point, d: Point): { ofFirst: number; ofSecond: number } | null {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const cross = rx * sy - ry * sx
  if (Math.abs(cross) < 1e-12) return null
  const ofFirst = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross
  const ofSecond = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross
  return ofFirst >= 0 && ofFirst <= 1 && ofSecond >= 0 && ofSecond <= 1 ? { ofFirst, ofSecond } : null
}

export function lengthOf(line: readonly Point[]): number {
  let metres = 0
  for (let index = 1; index < line.length; index++) metres += distance(line[index - 1], line[index])
  return metres
}

/** Point at a distance along a line, with the unit direction there. */
export function along(line: readonly Point[], metres: number): { at: Point; direction: Point } {
  let left = metres
  for (let index = 1; index < line.length; index++) {
    const [a, b] = [line[index - 1], line[index]]
    const step = distance(a, b)
    if (left <= step || index === line.length - 1) {
      const share = step === 0 ? 0 : left / step
      return { at: [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share], direction: [(b[0] - a[0]) / step, (b[1] - a[1]) / step] }
    }
    left -= step
  }
  throw new RangeError(`a line of at least two points was expected, got ${line.length}`)
}

/** The line moved to its left by so many metres (negative: to its right). */
export function besideLine(line: readonly Point[], metres: number): Point[] {
  return line.map((point, index) => {
    const [before, after] = [line[Math.max(0, index - 1)], line[Math.min(line.length - 1, index + 1)]]
    const length = distance(before, after)
    return onGrid(point[0] - ((after[1] - before[1]) / length) * metres, point[1] + ((after[0] - before[0]) / length) * metres)
  })
}

/** A smooth line through control points (Catmull-Rom), one point about every so many metres. */
export function smoothLine(control: readonly Point[], stepMetres: number): Point[] {
  const line: Point[] = []
  for (let index = 0; index + 1 < control.length; index++) {
    const [p0, p1, p2, p3] = [control[Math.max(0, index - 1)], control[index], control[index + 1], control[Math.min(control.length - 1, index + 2)]]
    const steps = Math.max(1, Math.round(distance(p1, p2) / stepMetres))
    for (let step = 0; step < steps; step++) line.push(onGrid(spline(p0[0], p1[0], p2[0], p3[0], step / steps), spline(p0[1], p1[1], p2[1], p3[1], step / steps)))
  }
  line.push(onGrid(...control[control.length - 1]))
  return line
}

/** Corners cut twice (Chaikin): a closed ring that bends like a garden path. */
export function rounded(ring: readonly Point[], times = 2): Point[] {
  let smooth: Point[] = [...ring]
  for (let round = 0; round < times; round++) {
    smooth = smooth.flatMap((a, index) => {
      const b = smooth[(index + 1) % smooth.length]
      return [onGrid(a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25), onGrid(a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75)]
    })
  }
  return smooth
}

/** The ring moved inward, edge by edge, by the metres given for each edge (edge i runs from point i to i + 1). Empty when nothing is left. */
export function insetRing(ring: readonly Point[], metres: readonly number[]): Point[] {
  const distances = metres.slice()
  const count = ring.length
  for (let round = 0; round < 2; round++) {
    for (let index = 0; index < count; index++) {
      const next = (index + 1) % count
      if (Math.abs(turnAt(ring, next)) < 0.2) distances[index] = distances[next] = Math.max(distances[index], distances[next])
    }
  }
  let sides = ring.map((a, index) => side(a, ring[(index + 1) % count], distances[index])).filter((each) => each.length > 0.05)
  for (let guard = 0; guard < count; guard++) {
    if (sides.length < 3) return []
    const corners = sides.map((each, index) => meet(sides[(index + sides.length - 1) % sides.length], each))
    const flipped = sides.findIndex((each, index) => {
      const [a, b] = [corners[index], corners[(index + 1) % sides.length]]
      return (b[0] - a[0]) * each.dx + (b[1] - a[1]) * each.dy <= 0.01
    })
    if (flipped < 0) return signedArea(corners) > 0 ? corners.map((corner) => onGrid(...corner)) : []
    sides = sides.filter((_, index) => index !== flipped)
  }
  return []
}

/** Sine of the turn at a vertex. */
function turnAt(ring: readonly Point[], index: number): number {
  const [a, b, c] = [ring[(index + ring.length - 1) % ring.length], ring[index], ring[(index + 1) % ring.length]]
  return ((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])) / (distance(a, b) * distance(b, c) || 1)
}

type Side = { x: number; y: number; dx: number; dy: number; length: number }

function side(a: Point, b: Point, inward: number): Side {
  const length = distance(a, b)
  const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
  return { x: a[0] - dy * inward, y: a[1] + dx * inward, dx, dy, length }
}

function meet(first: Side, second: Side): Point {
  const cross = first.dx * second.dy - first.dy * second.dx
  if (Math.abs(cross) < 1e-4) return [second.x, second.y]
  const step = ((second.x - first.x) * second.dy - (second.y - first.y) * second.dx) / cross
  return [first.x + first.dx * step, first.y + first.dy * step]
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
}
