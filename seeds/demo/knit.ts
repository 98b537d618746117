import { onGrid } from './plane.ts'
import type { Point } from './plane.ts'
import { crossing, distance, nearestOnSegment } from './shapes.ts'
import type { DraftLine } from './draft.ts'

/** Ends this near to another line fall on it. */
const touchMetres = 0.35
const cellMetres = 40

export const keyOf = (point: Point): string => `${point[0]} ${point[1]}`

type Segment = { line: number; index: number; a: Point; b: Point }

/**
 * Gives lines a shared vertex wherever they cross or touch, then cuts off the ends that stick out beyond their last junction.
 * Lines are changed in place; segments are found through a lattice of 40 m cells, so the work grows with the lines' length.
 */
export function knit(lines: DraftLine[]): void {
  const inserts = lines.map((): Map<number, { share: number; at: Point }[]> => new Map())
  const insert = (segment: Segment, at: Point): void => {
    if (distance(at, segment.a) < 0.006 || distance(at, segment.b) < 0.006) return
    const share = nearestOnSegment(at, segment.a, segment.b).share
    const own = inserts[segment.line].get(segment.index)
    if (own === undefined) inserts[segment.line].set(segment.index, [{ share, at }])
    else if (!own.some((each) => distance(each.at, at) < 0.006)) own.push({ share, at })
  }
  for (const [first, second] of pairs(lines)) join(first, second, insert)
  lines.forEach((each, index) => {
    each.line = withInserts(each.line, inserts[index])
  })
  trim(lines)
}

function join(first: Segment, second: Segment, insert: (segment: Segment, at: Point) => void): void {
  let touched = false
  for (const [own, other] of [[first, second], [second, first]]) {
    for (const end of [own.a, own.b]) {
      if (nearestOnSegment(end, other.a, other.b).metres > touchMetres) continue
      touched = true
      const close = [other.a, other.b].find((point) => distance(point, end) < touchMetres)
      if (close === undefined) insert(other, end)
      else if (distance(close, end) > 0.006) insert(own, close)
    }
  }
  if (touched) return
  const met = crossing(first.a, first.b, second.a, second.b)
  if (met === null) return
  const at = onGrid(first.a[0] + (first.b[0] - first.a[0]) * met.ofFirst, first.a[1] + (first.b[1] - first.a[1]) * met.ofFirst)
  insert(first, at)
  insert(second, at)
}

function* pairs(lines: readonly DraftLine[]): Generator<[Segment, Segment]> {
  const cells = new Map<number, Segment[]>()
  const keysOf = (a: Point, b: Point): number[] => {
    const keys: number[] = []
    for (let x = Math.floor((Math.min(a[0], b[0]) - 0.5) / cellMetres); x <= Math.floor((Math.max(a[0], b[0]) + 0.5) / cellMetres); x++) {
      for (let y = Math.floor((Math.min(a[1], b[1]) - 0.5) / cellMetres); y <= Math.floor((Math.max(a[1], b[1]) + 0.5) / cellMetres); y++) keys.push(x * 1000003 + y)
    }
    return keys
  }
  for (let line = 0; line < lines.length; line++) {
    const points = lines[line].line
    for (let index = 0; index + 1 < points.length; index++) {
      const segment: Segment = { line, index, a: points[index], b: points[index + 1] }
      const met = new Set<Segment>()
      for (const key of keysOf(segment.a, segment.b)) {
        const list = cells.get(key)
        if (list === undefined) {
          cells.set(key, [segment])
          continue
        }
        for (const other of list) {
          if (other.line === line || met.has(other)) continue
          met.add(other)
          if (apart(segment, other)) continue
          yield [other, segment]
        }
        list.push(segment)
      }
    }
  }
}

function apart(first: Segment, second: Segment): boolean {
  return Math.max(first.a[0], first.b[0]) + 0.5 < Math.min(second.a[0], second.b[0]) || Math.max(second.a[0], second.b[0]) + 0.5 < Math.min(first.a[0], first.b[0])
    || Math.max(first.a[1], first.b[1]) + 0.5 < Math.min(second.a[1], second.b[1]) || Math.max(second.a[1], second.b[1]) + 0.5 < Math.min(first.a[1], first.b[1])
}

function withInserts(line: readonly Point[], inserts: ReadonlyMap<number, { share: number; at: Point }[]>): Point[] {
  const points: Point[] = [line[0]]
  for (let index = 0; index + 1 < line.length; index++) {
    for (const { at } of (inserts.get(index) ?? []).toSorted((a, b) => a.share - b.share)) points.push(at)
    points.push(line[index + 1])
  }
  return points.filter((point, index) => index === 0 || distance(point, points[index - 1]) > 0.004)
}

/** Cuts loose ends back to their last junction where they are shorter than the line allows. */
function trim(lines: readonly DraftLine[]): void {
  const uses = new Map<string, number>()
  for (const { line } of lines) for (const key of new Set(line.map(keyOf))) uses.set(key, (uses.get(key) ?? 0) + 1)
  for (const each of lines) {
    if (each.trimMetres === 0) continue
    each.line = cutBack(cutBack(each.line, each.trimMetres, uses).toReversed(), each.trimMetres, uses).toReversed()
  }
}

function cutBack(line: readonly Point[], metres: number, uses: ReadonlyMap<string, number>): Point[] {
  let gone = 0
  for (let index = 0; index < line.length; index++) {
    if ((uses.get(keyOf(line[index])) ?? 0) > 1) return line.length - index >= 2 ? line.slice(index) : [...line]
    if (index + 1 < line.length) gone += distance(line[index], line[index + 1])
    if (gone > metres) return [...line]
  }
  return [...line]
}
