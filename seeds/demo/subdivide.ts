import type { Dice } from './dice.ts'
import { splitFace } from './faces.ts'
import type { Cut, Edge, Face, RoadKind } from './faces.ts'
import { onGrid, signedArea } from './plane.ts'
import type { Point } from './plane.ts'
import { centreOf, crossing, distance, inside, nearestOnSegment } from './shapes.ts'

/** One step of cutting superblocks down: faces above so many square metres are halved by a street of this kind. */
export type Step = { aboveSquareMetres: number; kind: RoadKind; widthMetres: () => number; name: () => string; angle: number | null }

/** Junctions made so far, so that streets either meet across the road or keep their distance. */
export type Junctions = { add: (point: Point) => void; near: (point: Point, metres: number) => Point[] }

/** Least distance between two junctions on one side of a street. */
const junctionGapMetres = 50

/** Halves faces until each is small enough; returns the blocks and the streets cut. */
export function subdivide(faces: readonly Face[], step: Step, junctions: Junctions, dice: Dice): { faces: Face[]; cuts: Cut[] } {
  const done: Face[] = []
  const cuts: Cut[] = []
  const waiting = [...faces].toReversed()
  for (let face = waiting.pop(); face !== undefined; face = waiting.pop()) {
    const halves = signedArea(face.ring) > step.aboveSquareMetres ? halve(face, step, junctions, dice) : null
    if (halves === null) {
      done.push(face)
      continue
    }
    cuts.push(halves.cut)
    for (const point of [halves.cut.line[0], halves.cut.line[halves.cut.line.length - 1]]) junctions.add(point)
    waiting.push(halves.faces[1], halves.faces[0])
  }
  return { faces: done, cuts }
}

export function junctionsOf(points: Iterable<Point>): Junctions {
  const cell = 80
  const cells = new Map<string, Point[]>()
  const key = (x: number, y: number): string => `${Math.floor(x / cell)} ${Math.floor(y / cell)}`
  const add = (point: Point): void => {
    const here = key(point[0], point[1])
    const list = cells.get(here)
    if (list === undefined) cells.set(here, [point])
    else list.push(point)
  }
  for (const point of points) add(point)
  return {
    add,
    near: (point, metres) => {
      const found: Point[] = []
      for (let x = point[0] - cell; x <= point[0] + cell; x += cell) for (let y = point[1] - cell; y <= point[1] + cell; y += cell) {
        for (const each of cells.get(key(x, y)) ?? []) if (distance(each, point) <= metres) found.push(each)
      }
      return found
    },
  }
}

type Halves = { faces: [Face, Face]; cut: Cut }

function halve(face: Face, step: Step, junctions: Junctions, dice: Dice): Halves | null {
  const angle = step.angle ?? longAngle(face)
  const spread = extent(face.ring, angle)
  const across = spread.length >= spread.depth * 0.92
  const edge: Edge = { kind: step.kind, widthMetres: step.widthMetres(), name: step.name() }
  let best: { score: number; halves: Halves } | null = null
  for (let attempt = 0; attempt < 14; attempt++) {
    const share = 0.5 + (attempt % 2 === 0 ? 1 : -1) * (0.02 + attempt * 0.013) + dice.between(-0.03, 0.03)
    const tilt = dice.between(-0.09, 0.09) * (attempt > 7 ? 2.2 : 1)
    const turn = (across ? angle + Math.PI / 2 : angle) + tilt
    const through: Point = across ? spread.at(share, 0.5) : spread.at(0.5, share)
    const made = tryCut(face, through, turn, edge, junctions, dice)
    if (made !== null && (best === null || made.score > best.score)) best = made
  }
  return best?.halves ?? null
}

function tryCut(face: Face, through: Point, turn: number, edge: Edge, junctions: Junctions, dice: Dice): { score: number; halves: Halves } | null {
  if (!inside(face.ring, through)) return null
  const ends = [1, -1].map((sign) => reach(face, through, [Math.cos(turn) * sign, Math.sin(turn) * sign]))
  const [a, b] = ends.map((end) => (end === null ? null : settle(face, end, junctions)))
  if (a === null || b === null || distance(a.at, b.at) < 60) return null
  const chord: Point = [(b.at[0] - a.at[0]) / distance(a.at, b.at), (b.at[1] - a.at[1]) / distance(a.at, b.at)]
  const meets = Math.min(sineWith(face, a.side, chord), sineWith(face, b.side, chord))
  if (meets < 0.72) return null
  const bend = distance(a.at, b.at) * dice.between(-0.035, 0.035)
  const line = bowed(a.at, b.at, edge.kind === 'lane' ? bend * 1.6 : bend)
  if (!line.slice(1, -1).every((point) => inside(face.ring, point))) return null
  const halves = splitFace(face, line, edge)
  if (halves === null) return null
  const [first, second] = halves.map((half) => signedArea(half.ring))
  if (Math.min(first, second) < (first + second) * 0.27) return null
  const score = Math.min(first, second) / (first + second) + meets * 0.5 + (a.joined ? 0.08 : 0) + (b.joined ? 0.08 : 0)
  return { score, halves: { faces: halves, cut: { line, edge } } }
}

type End = { at: Point; side: number; joined: boolean }

function reach(face: Face, from: Point, direction: Point): { at: Point; side: number } | null {
  const far: Point = [from[0] + direction[0] * 5000, from[1] + direction[1] * 5000]
  let best: { at: Point; side: number } | null = null
  let share = Infinity
  for (let side = 0; side < face.ring.length; side++) {
    const [c, d] = [face.ring[side], face.ring[(side + 1) % face.ring.length]]
    const met = crossing(from, far, c, d)
    if (met === null || met.ofFirst >= share) continue
    share = met.ofFirst
    best = { side, at: [c[0] + (d[0] - c[0]) * met.ofSecond, c[1] + (d[1] - c[1]) * met.ofSecond] }
  }
  return best
}

/** Lets a street's end fall on a junction across the road or keep clear of it; ring roads are met at their joints only. */
function settle(face: Face, end: { at: Point; side: number }, junctions: Junctions): End | null {
  const [c, d] = [face.ring[end.side], face.ring[(end.side + 1) % face.ring.length]]
  const { kind } = face.edges[end.side]
  if (kind === 'river' || kind === 'rail') return null
  if (kind === 'frame') {
    const joint = distance(end.at, c) < distance(end.at, d) ? c : d
    return isCorner(face, joint) || junctions.near(joint, junctionGapMetres).some((each) => distance(each, joint) > 1) ? null : { at: joint, side: end.side, joined: false }
  }
  const close = junctions.near(end.at, junctionGapMetres)
  const across = close.find((each) => nearestOnSegment(each, c, d).metres < 0.05 && !isCorner(face, each))
  if (across !== undefined) return { at: across, side: end.side, joined: true }
  if (close.length > 0 || face.ring.some((corner) => isCorner(face, corner) && distance(corner, end.at) < junctionGapMetres)) return null
  const snapped = [c, d].find((corner) => distance(corner, end.at) < 1.5)
  return { at: snapped ?? onGrid(...end.at), side: end.side, joined: false }
}

function isCorner(face: Face, point: Point): boolean {
  const index = face.ring.findIndex((each) => distance(each, point) < 0.005)
  if (index < 0) return false
  return face.edges[index] !== face.edges[(index + face.edges.length - 1) % face.edges.length] && face.edges[index].name !== face.edges[(index + face.edges.length - 1) % face.edges.length].name
}

function sineWith(face: Face, side: number, direction: Point): number {
  const [c, d] = [face.ring[side], face.ring[(side + 1) % face.ring.length]]
  return Math.abs((d[0] - c[0]) * direction[1] - (d[1] - c[1]) * direction[0]) / (distance(c, d) || 1)
}

function bowed(a: Point, b: Point, bendMetres: number): Point[] {
  const length = distance(a, b)
  const steps = Math.max(2, Math.round(length / 60))
  const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
  const middle = Array.from({ length: steps - 1 }, (_, index) => {
    const share = (index + 1) / steps
    const aside = bendMetres * 4 * share * (1 - share)
    return onGrid(a[0] + (b[0] - a[0]) * share + nx * aside, a[1] + (b[1] - a[1]) * share + ny * aside)
  })
  return [a, ...middle, b]
}

/** Direction of the longest straight run of the ring, folded into a right angle's two axes. */
export function longAngle(face: Face): number {
  let [x, y] = [0, 0]
  face.ring.forEach((a, index) => {
    const b = face.ring[(index + 1) % face.ring.length]
    const four = Math.atan2(b[1] - a[1], b[0] - a[0]) * 4
    const weight = distance(a, b)
    x += Math.cos(four) * weight
    y += Math.sin(four) * weight
  })
  return Math.atan2(y, x) / 4
}

/** Length and depth of a ring along a direction, and places by share of both. */
export function extent(ring: readonly Point[], angle: number): { length: number; depth: number; at: (alongShare: number, depthShare: number) => Point } {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const centre = centreOf(ring)
  const us = ring.map((point) => (point[0] - centre[0]) * cos + (point[1] - centre[1]) * sin)
  const vs = ring.map((point) => (point[1] - centre[1]) * cos - (point[0] - centre[0]) * sin)
  const [u0, u1, v0, v1] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)]
  return {
    length: u1 - u0,
    depth: v1 - v0,
    at: (alongShare, depthShare) => {
      const [u, v] = [u0 + (u1 - u0) * alongShare, v0 + (v1 - v0) * depthShare]
      return [centre[0] + u * cos - v * sin, centre[1] + u * sin + v * cos]
    },
  }
}
