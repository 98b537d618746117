import { onGrid } from './plane.ts'
import type { Point } from './plane.ts'
import { crossing, distance, inside, nearestOnSegment } from './shapes.ts'

export const roadKinds = ['frame', 'arterial', 'secondary', 'local', 'lane', 'bank', 'river', 'rail', 'railside', 'wall'] as const
export type RoadKind = (typeof roadKinds)[number]

/** What lies along one side of a face: a street (by its centre line), the river, the railway, or a mere boundary (wall). */
export type Edge = { kind: RoadKind; widthMetres: number; name: string }

export type Zone = 'outer' | 'centre' | 'old' | 'east' | 'strip'

/** A piece of land between centre lines. Edge i runs from point i to point i + 1; counter-clockwise. */
export type Face = { ring: Point[]; edges: Edge[]; zone: Zone }

/** Metres within which a new junction falls on an existing corner. */
const cornerMetres = 0.6

/** The pieces of a line that really cut a face, from side to side. */
export type Cut = { line: Point[]; edge: Edge }

/** Cuts every face that the line crosses from side to side; the pieces used are returned as streets to be. */
export function cutFaces(faces: readonly Face[], line: readonly Point[], edge: Edge): { faces: Face[]; cuts: Cut[] } {
  const cuts: Cut[] = []
  const done: Face[] = []
  const waiting = [...faces]
  for (let face = waiting.pop(); face !== undefined; face = waiting.pop()) {
    const piece = firstPieceInside(face, line)
    const halves = piece === null ? null : splitFace(face, piece, edge)
    if (halves === null || piece === null) {
      done.push(face)
      continue
    }
    cuts.push({ line: piece, edge })
    waiting.push(...halves)
  }
  return { faces: done.reverse(), cuts }
}

/** Splits a face by a line whose two ends lie on its ring; null when both ends fall on one place. */
export function splitFace(face: Face, line: readonly Point[], edge: Edge): [Face, Face] | null {
  const opened = { ring: [...face.ring], edges: [...face.edges] }
  const [start, end] = [line[0], line[line.length - 1]]
  cornerAt(opened, start)
  const to = cornerAt(opened, end)
  const from = cornerAt(opened, start)
  if (from === to) return null
  const middle = line.slice(1, -1)
  const forward = walk(opened, to, from)
  const backward = walk(opened, from, to)
  return [
    { ring: [...forward.ring, opened.ring[from], ...middle], edges: [...forward.edges, ...middle.map(() => edge), edge], zone: face.zone },
    { ring: [...backward.ring, opened.ring[to], ...middle.toReversed()], edges: [...backward.edges, ...middle.map(() => edge), edge], zone: face.zone },
  ]
}

/** Corner of the face at a place on its ring, cut into the side where there is none yet. */
function cornerAt(face: { ring: Point[]; edges: Edge[] }, point: Point): number {
  let best = 0
  let metres = Infinity
  for (let index = 0; index < face.ring.length; index++) {
    const here = distance(point, face.ring[index])
    if (here < 0.005) return index
    const near = nearestOnSegment(point, face.ring[index], face.ring[(index + 1) % face.ring.length]).metres
    if (near < metres) [best, metres] = [index, near]
  }
  face.ring.splice(best + 1, 0, point)
  face.edges.splice(best + 1, 0, face.edges[best])
  return best + 1
}

/** Points from one corner up to, not including, another, counter-clockwise. */
function walk(face: { ring: Point[]; edges: Edge[] }, from: number, to: number): { ring: Point[]; edges: Edge[] } {
  const [ring, edges]: [Point[], Edge[]] = [[], []]
  for (let index = from; index !== to; index = (index + 1) % face.ring.length) {
    ring.push(face.ring[index])
    edges.push(face.edges[index])
  }
  return { ring, edges }
}

function firstPieceInside(face: Face, line: readonly Point[]): Point[] | null {
  type Hit = { at: Point; position: number }
  const hits: Hit[] = []
  for (let index = 0; index + 1 < line.length; index++) {
    for (let corner = 0; corner < face.ring.length; corner++) {
      const [c, d] = [face.ring[corner], face.ring[(corner + 1) % face.ring.length]]
      const met = crossing(line[index], line[index + 1], c, d)
      if (met === null) continue
      const raw = onGrid(c[0] + (d[0] - c[0]) * met.ofSecond, c[1] + (d[1] - c[1]) * met.ofSecond)
      const at = distance(raw, c) < cornerMetres ? c : distance(raw, d) < cornerMetres ? d : raw
      hits.push({ at, position: index + met.ofFirst })
    }
  }
  hits.sort((a, b) => a.position - b.position)
  for (let index = 0; index + 1 < hits.length; index++) {
    const [a, b] = [hits[index], hits[index + 1]]
    if (distance(a.at, b.at) < 2) continue
    const between = line.slice(Math.floor(a.position) + 1, Math.ceil(b.position)).filter((point) => distance(point, a.at) > 1 && distance(point, b.at) > 1)
    const piece = [a.at, ...between, b.at]
    if (inside(face.ring, midOf(piece)) && !runsAlong(face, piece)) return piece
  }
  return null
}

function midOf(piece: readonly Point[]): Point {
  const index = Math.floor((piece.length - 1) / 2)
  return [(piece[index][0] + piece[index + 1][0]) / 2, (piece[index][1] + piece[index + 1][1]) / 2]
}

function runsAlong(face: Face, piece: readonly Point[]): boolean {
  const mid = midOf(piece)
  return face.ring.some((a, index) => nearestOnSegment(mid, a, face.ring[(index + 1) % face.ring.length]).metres < 1)
}
