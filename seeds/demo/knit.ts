import { onGrid } from './plane.ts'
import type { Point } from './plane.ts'
import { crossing, distance, nearestOnSegment } from './shapes.ts'
import type { DraftLine } from './draft.ts'

/** Ends this near to another line fall on it. */
const touchMetres = 0.35
/** Vertices this near to an earlier one are that one, computed twice. */
const sameMetres = 0.03
const cellMetres = 40

/** One number for a place on the centimetre grid: distinct up to 300 km from the middle. */
export const keyOf = (point: Point): number => Math.round(point[0] * 100) * 67108864 + Math.round(point[1] * 100)

type Segment = { line: number; index: number; a: Point; b: Point }

/**
 * Gives lines a shared vertex wherever they cross or touch, then cuts off the ends that stick out beyond their last junction.
 * Lines are changed in place; segments are found through a lattice of 40 m cells, so the work grows with the lines' length.
 */
export function knit(lines: DraftLine[]): void {
  gatherEnds(lines)
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

/** Ends that fall within a hand's breadth of an earlier vertex are moved onto it, and vertices computed twice become one. */
function gatherEnds(lines: readonly DraftLine[]): void {
  const cells = new Map<number, Point[]>()
  const cell = (x: number, y: number): number => Math.floor(x / 2) * 1000003 + Math.floor(y / 2)
  const near = (point: Point, metres: number): Point | undefined => {
    for (let x = point[0] - 2; x <= point[0] + 2; x += 2) for (let y = point[1] - 2; y <= point[1] + 2; y += 2) {
      const found = cells.get(cell(x, y))?.find((each) => distance(each, point) < metres)
      if (found !== undefined) return found
    }
    return undefined
  }
  for (const each of lines) {
    const last = each.line.length - 1
    each.line = each.line.map((point, index) => near(point, index === 0 || index === last ? touchMetres : sameMetres) ?? point).filter((point, index, line) => index === 0 || distance(point, line[index - 1]) > 0.004)
    for (const point of each.line) {
      const key = cell(point[0], point[1])
      const list = cells.get(key)
      if (list === undefined) cells.set(key, [point])
      else list.push(point)
    }
  }
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
  const uses = new Map<number, number>()
  for (const { line } of lines) for (let index = line[0] === line[line.length - 1] ? 1 : 0; index < line.length; index++) uses.set(keyOf(line[index]), (uses.get(keyOf(line[index])) ?? 0) + 1)
  for (const each of lines) {
    if (each.trimMetres === 0) continue
    each.line = cutBack(cutBack(each.line, each.trimMetres, uses).toReversed(), each.trimMetres, uses).toReversed()
  }
}

function cutBack(line: readonly Point[], metres: number, uses: ReadonlyMap<number, number>): Point[] {
  let gone = 0
  for (let index = 0; index < line.length; index++) {
    if ((uses.get(keyOf(line[index])) ?? 0) > 1) return line.length - index >= 2 ? line.slice(index) : [...line]
    if (index + 1 < line.length) gone += distance(line[index], line[index + 1])
    if (gone > metres) return [...line]
  }
  return [...line]
}
