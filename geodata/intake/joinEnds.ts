import type { Position } from '../model/geometry.ts'
import { vertexKey } from './gate.ts'
import { degreesOf } from './metres.ts'
import { rounded } from './polygons.ts'

/** A line to be joined; `level` tells bridges, tunnels and the ground apart. */
export type Joinable = { line: Position[]; level: string }

/** Cells a thousandth of a degree wide list the edges whose box touches them. */
const cellsPerDegree = 1000

type Edge = { line: number; at: number }
type Hit = { edge: Edge; share: number; position: Position; degrees: number }

/**
 * Ties loose ends to the street they stop short of, within `toleranceMetres`: the end moves onto the nearest edge of
 * another line of its level, which gets a vertex there, or onto its nearest vertex. Returns how many ends were tied.
 * For lines that tiles have simplified, so that a junction no longer lies on the through road.
 */
export function joinEnds(lines: readonly Joinable[], toleranceMetres: number): number {
  const uses = new Map<string, number>()
  for (const { line } of lines) for (const position of line) uses.set(vertexKey(position), (uses.get(vertexKey(position)) ?? 0) + 1)
  const cells = edgeCells(lines)
  const tolerance = degreesOf(toleranceMetres)
  const inserts: Hit[] = []
  let joined = 0
  lines.forEach(({ line }, index) => {
    for (const end of [0, line.length - 1]) {
      if (uses.get(vertexKey(line[end])) !== 1) continue
      const hit = nearestEdge(lines, cells, index, line[end], tolerance)
      if (!hit) continue
      line[end] = hit.position
      joined += 1
      if (hit.share > 0 && hit.share < 1) inserts.push(hit)
    }
  })
  inserts.sort((a, b) => b.edge.at - a.edge.at || b.share - a.share)
  for (const { edge, position } of inserts) lines[edge.line].line.splice(edge.at + 1, 0, position)
  return joined
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

function nearestEdge(lines: readonly Joinable[], cells: ReadonlyMap<string, readonly Edge[]>, own: number, end: Position, tolerance: number): Hit | null {
  let best: Hit | null = null
  const shrink = Math.cos((end[1] * Math.PI) / 180)
  for (let column = cell(end[0] - tolerance / shrink); column <= cell(end[0] + tolerance / shrink); column++) {
    for (let row = cell(end[1] - tolerance); row <= cell(end[1] + tolerance); row++) {
      for (const edge of cells.get(`${column},${row}`) ?? []) {
        if (edge.line === own) continue
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

/** Foot of `end` on the edge; a vertex of the edge within tolerance is preferred to a new one. */
function project(end: Position, line: readonly Position[], edge: Edge, shrink: number, tolerance: number): Hit {
  const [a, b] = [line[edge.at], line[edge.at + 1]]
  const distance = (to: Position): number => Math.hypot((to[0] - end[0]) * shrink, to[1] - end[1])
  const [nearer, share] = distance(a) <= distance(b) ? [a, 0] : [b, 1]
  if (distance(nearer) <= tolerance) return { edge, share, position: nearer, degrees: distance(nearer) }
  const [dx, dy] = [(b[0] - a[0]) * shrink, b[1] - a[1]]
  const t = Math.min(1, Math.max(0, ((end[0] - a[0]) * shrink * dx + (end[1] - a[1]) * dy) / (dx * dx + dy * dy)))
  const foot = rounded([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t])
  return { edge, share: t, position: foot, degrees: distance(foot) }
}

function cell(degrees: number): number {
  return Math.floor(degrees * cellsPerDegree)
}
