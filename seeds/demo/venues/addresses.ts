import type { DraftLine } from '../draft.ts'
import type { Point } from '../plane.ts'
import { nearestOnSegment } from '../shapes.ts'
import { cellsOf } from './cells.ts'

/** A door farther than this from any street with a name has no address of its own. */
const farthestMetres = 260
/** One house number on each side for so many metres of street. */
const metresPerNumber = 12

type Piece = { name: string; a: Point; b: Point }

/** Street and number of a door: along the nearest street with a name, odd numbers to its left; null where none is near. */
export function addressesOf(lines: readonly DraftLine[]): (door: Point) => string | null {
  const named = lines.filter(({ name, class: kind, bridge }) => name !== '' && kind !== 'rail' && kind !== 'path' && !bridge)
  const pieces = named.flatMap(({ name, line }) => line.slice(1).map((b, index): Piece => ({ name, a: line[index], b })))
  const starts = new Map<string, Run>()
  for (const { name, line } of named) starts.set(name, runOf(line, starts.get(name)))
  const around = cellsOf(pieces, ({ a, b }) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])])
  return (door) => {
    let best: Piece | null = null
    let least = farthestMetres
    for (const piece of around(door, farthestMetres)) {
      const { metres } = nearestOnSegment(door, piece.a, piece.b)
      if (metres < least) [best, least] = [piece, metres]
    }
    return best === null ? null : `${best.name}${numberOf(door, best, starts.get(best.name))}号`
  }
}

/** Extent of a street, from which its numbers are counted: west to east, or south to north where that is longer. */
type Run = { west: number; east: number; south: number; north: number }

function runOf(line: readonly Point[], known: Run = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity }): Run {
  return line.reduce((run, [x, y]) => ({ west: Math.min(run.west, x), east: Math.max(run.east, x), south: Math.min(run.south, y), north: Math.max(run.north, y) }), known)
}

function numberOf([x, y]: Point, { a, b }: Piece, run: Run | undefined): number {
  if (run === undefined) return 1
  const eastward = run.east - run.west > run.north - run.south
  const metres = Math.max(0, eastward ? x - run.west : y - run.south)
  const forward = eastward ? b[0] >= a[0] : b[1] >= a[1]
  const left = (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) > 0 === forward
  return 2 * Math.floor(metres / metresPerNumber) + (left ? 1 : 2)
}
