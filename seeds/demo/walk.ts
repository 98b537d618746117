import type { DraftLine, Site } from './draft.ts'
import { keyOf } from './knit.ts'
import type { Point } from './plane.ts'
import { distance, nearestOnSegment } from './shapes.ts'

/** The walkable ways of a district as a graph, for planting places at known distances; answers are computed elsewhere. */
export type Walks = {
  /** Metres on foot from a place to each of the others asked, Infinity beyond the limit; `opened` are gate keys walked through though locked. */
  from: (start: Point, limitMetres: number, opened?: ReadonlySet<number>) => (door: Door) => number
  door: (point: Point) => Door | null
}

/** A place on the graph: the two ends of the segment it stands by, with the metres to each. */
export type Door = { a: number; b: number; toA: number; toB: number; segment: number }

const snapMetres = 150
const cellMetres = 50

export function walksOf(lines: readonly DraftLine[], sites: readonly Site[]): Walks {
  const index = new Map<number, number>()
  const points: Point[] = []
  const near: { to: number; metres: number }[][] = []
  const nodeOf = (point: Point): number => {
    const key = keyOf(point)
    const known = index.get(key)
    if (known !== undefined) return known
    index.set(key, points.length)
    points.push(point)
    near.push([])
    return points.length - 1
  }
  const segments: [number, number][] = []
  const cells = new Map<number, number[]>()
  for (const { line, walkable } of lines) {
    if (!walkable) continue
    for (let at = 0; at + 1 < line.length; at++) {
      const [a, b] = [nodeOf(line[at]), nodeOf(line[at + 1])]
      const metres = distance(line[at], line[at + 1])
      near[a].push({ to: b, metres })
      near[b].push({ to: a, metres })
      register(cells, segments.length, line[at], line[at + 1])
      segments.push([a, b])
    }
  }
  const locked = new Set(sites.flatMap((site) => site.gates.filter((gate) => gate.locked === 'always').map((gate) => keyOf(gate.position))))
  const lockedNodes = new Map([...locked].map((key) => [index.get(key) ?? -1, key]))

  const door = (point: Point): Door | null => {
    let best: Door | null = null
    let least = snapMetres
    for (const segment of around(cells, point)) {
      const [a, b] = segments[segment]
      const found = nearestOnSegment(point, points[a], points[b])
      if (found.metres >= least) continue
      least = found.metres
      best = { a, b, segment, toA: found.metres + distance(found.at, points[a]), toB: found.metres + distance(found.at, points[b]) }
      if (least < 0.01) return best
    }
    return best
  }

  return {
    door,
    from: (start, limitMetres, opened) => {
      const metres = new Float64Array(points.length).fill(Infinity)
      const source = door(start)
      if (source === null) return () => Infinity
      const buckets: number[][] = []
      const push = (node: number, at: number): void => {
        if (at > limitMetres || at >= metres[node]) return
        metres[node] = at
        ;(buckets[Math.floor(at / 10)] ??= []).push(node)
      }
      push(source.a, source.toA)
      push(source.b, source.toB)
      for (let bucket = 0; bucket < buckets.length; bucket++) {
        const list = buckets[bucket]
        if (list === undefined) continue
        for (let at = 0; at < list.length; at++) {
          const node = list[at]
          const here = metres[node]
          if (Math.floor(here / 10) < bucket) continue
          if (lockedNodes.has(node) && opened?.has(lockedNodes.get(node) ?? 0) !== true) continue
          for (const next of near[node]) push(next.to, here + next.metres)
        }
      }
      return (to) => {
        const along = to.segment === source.segment ? Math.abs(to.toA - source.toA) : Infinity
        const round = Math.min(metres[to.a] + to.toA, metres[to.b] + to.toB, along)
        return round <= limitMetres ? round : Infinity
      }
    },
  }
}

function register(cells: Map<number, number[]>, segment: number, a: Point, b: Point): void {
  const steps = Math.max(1, Math.ceil(distance(a, b) / 8))
  let last = Number.NaN
  for (let step = 0; step <= steps; step++) {
    const key = cellOf(a[0] + ((b[0] - a[0]) * step) / steps, a[1] + ((b[1] - a[1]) * step) / steps)
    if (key === last) continue
    last = key
    const list = cells.get(key)
    if (list === undefined) cells.set(key, [segment])
    else if (list[list.length - 1] !== segment) list.push(segment)
  }
}

function* around(cells: ReadonlyMap<number, readonly number[]>, point: Point): Generator<number> {
  for (let ring = 0; ring <= 3; ring++) {
    for (let dx = -ring; dx <= ring; dx++) {
      for (let dy = -ring; dy <= ring; dy++) {
        if (Math.max(Math.abs(dx), Math.abs(dy)) === ring) yield* cells.get(cellOf(point[0] + dx * cellMetres, point[1] + dy * cellMetres)) ?? []
      }
    }
  }
}

function cellOf(x: number, y: number): number {
  return Math.floor(x / cellMetres) * 1000003 + Math.floor(y / cellMetres)
}
