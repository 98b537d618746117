import type { Position } from '../model/geometry.ts'
import { vertexKey } from './vertex.ts'
import { degreesOf } from './metres.ts'
import { rounded } from './polygons.ts'

/** A line to be joined; `level` tells bridges, tunnels and the ground apart. */
export type Joinable = { line: Position[]; level: string }

/** Cells a thousandth of a degree wide list the edges whose box touches them. */
const cellsPerDegree = 1000

type Edge = { line: number; at: number }
type Hit = { edge: Edge; share: number; position: Position; degrees: number }

/**
 * Ties ends of lines to the street they stop short of, within `toleranceMetres`: the end gets a vertex on the nearest edge
 * of another line of its level, or its nearest vertex. A loose end is tied to any line, an end that meets others only to
 * lines it has no connection with. Lines are changed in place.
 * For lines that tiles have simplified, so that a junction no longer lies on the through road.
 */
export function joinEnds(lines: readonly Joinable[], toleranceMetres: number): void {
  const uses = new Map<string, number>()
  for (const { line } of lines) for (const position of line) uses.set(vertexKey(position), (uses.get(vertexKey(position)) ?? 0) + 1)
  const cells = edgeCells(lines)
  const tolerance = degreesOf(toleranceMetres)
  const nets = netsOf(lines)
  const inserts: Hit[] = []
  lines.forEach(({ line }, index) => {
    for (const atStart of [true, false]) {
      const end = atStart ? line[0] : line[line.length - 1]
      const loose = uses.get(vertexKey(end)) === 1
      const hit = nearestEdge(lines, cells, index, end, tolerance, (other) => loose || nets.find(other) !== nets.find(index))
      if (!hit || vertexKey(hit.position) === vertexKey(end)) continue
      inserts.push({ edge: { line: index, at: atStart ? -1 : line.length - 1 }, share: 0.5, position: hit.position, degrees: 0 })
      if (hit.share > 0 && hit.share < 1) inserts.push(hit)
      nets.join(index, hit.edge.line)
    }
  })
  inserts.sort((a, b) => b.edge.at - a.edge.at || b.share - a.share)
  for (const { edge, position } of inserts) lines[edge.line].line.splice(edge.at + 1, 0, position)
}

function edgeCells(lines: readonly Joinable[]): Map<string, Edge[]> {
  const cells = new Map<string, Edge[]>()
  lines.forEach(({ line }, index) => {
    for (let at = 0; at + 1 < line.length; at++) {
      const [a, b] = [line[at], line[at + 1]]
      for (let column = cell(Math.min(a[0], b[0])); column <= cell(Math.max(a[0], b[0])); column++) {
        for (let row = cell(Math.min(a[1], b[1])); row <= cell(Math.max(a[1], b[1])); row++) {
          const key = `${column},${row}`
          const edges = cells.get(key)
          if (edges) edges.push({ line: index, at })
          else cells.set(key, [{ line: index, at }])
        }
      }
    }
  })
  return cells
}

function nearestEdge(lines: readonly Joinable[], cells: ReadonlyMap<string, readonly Edge[]>, own: number, end: Position, tolerance: number, wanted: (line: number) => boolean): Hit | null {
  let best: Hit | null = null
  const shrink = Math.cos((end[1] * Math.PI) / 180)
  for (let column = cell(end[0] - tolerance / shrink); column <= cell(end[0] + tolerance / shrink); column++) {
    for (let row = cell(end[1] - tolerance); row <= cell(end[1] + tolerance); row++) {
      for (const edge of cells.get(`${column},${row}`) ?? []) {
        if (edge.line === own || !wanted(edge.line)) continue
        const hit = project(end, lines[edge.line].line, edge, shrink, tolerance)
        if (hit.degrees > tolerance || (best && hit.degrees >= best.degrees)) continue
        const { line } = lines[edge.line]
        const atTip = (hit.share === 0 && edge.at === 0) || (hit.share === 1 && edge.at === line.length - 2)
        if (lines[edge.line].level === lines[own].level || atTip) best = hit
      }
    }
  }
  return best
}

/** Lines that share vertices, as sets that grow together. */
function netsOf(lines: readonly Joinable[]): { find: (line: number) => number; join: (a: number, b: number) => void } {
  const parents = lines.map((_, index) => index)
  const find = (line: number): number => {
    let root = line
    while (parents[root] !== root) root = parents[root] = parents[parents[root]]
    return root
  }
  const join = (a: number, b: number): void => {
    parents[find(a)] = find(b)
  }
  const firstAt = new Map<string, number>()
  lines.forEach(({ line }, index) => {
    for (const position of line) {
      const key = vertexKey(position)
      const first = firstAt.get(key)
      if (first === undefined) firstAt.set(key, index)
      else join(first, index)
    }
  })
  return { find, join }
}

/** Foot of `end` on the edge; a vertex of the edge within tolerance is preferred to a new one. */
function project(end: Position, line: readonly Position[], edge: Edge, shrink: number, tolerance: number): Hit {
  const [a, b] = [line[edge.at], line[edge.at + 1]]
  const distance = (to: Position): number => Math.hypot((to[0] - end[0]) * shrink, to[1] - end[1])
  const [nearer, share] = distance(a) <= distance(b) ? [a, 0] : [b, 1]
  if (distance(nearer) <= tolerance) return { edge, share, position: nearer, degrees: distance(nearer) }
  const [dx, dy] = [(b[0] - a[0]) * shrink, b[1] - a[1]]
  // Two vertices moved onto one another leave an edge without length; its vertices are beyond tolerance already.
  if (dx === 0 && dy === 0) return { edge, share, position: nearer, degrees: Infinity }
  const t = Math.min(1, Math.max(0, ((end[0] - a[0]) * shrink * dx + (end[1] - a[1]) * dy) / (dx * dx + dy * dy)))
  const foot = rounded([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t])
  return { edge, share: t, position: foot, degrees: distance(foot) }
}

function cell(degrees: number): number {
  return Math.floor(degrees * cellsPerDegree)
}
