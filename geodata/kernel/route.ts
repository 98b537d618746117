import type { City } from './columns.ts'
import { alongEdge, startsOf } from './reach.ts'
import type { Footing } from './footing.ts'
import { unproject } from './plane.ts'
import { searchFrom } from './search.ts'
import type { Snaps } from './snap.ts'
import type { Source } from './sources.ts'

/** One door of a building: its snap and where it stands. */
export type Door = { snaps: Snaps; at: number; x: number; y: number }

/** A way on foot: its points in degrees, its length, and whether it leads over stairs. */
export type WalkedWay = { line: [number, number][]; metres: number; steps: boolean }

export const routeTo = (footing: Footing, doors: readonly Door[], source: Source, boundMetres: number): [number, number][] | null => wayTo(footing, doors, source, boundMetres)?.line ?? null

/** The shortest walk from one of the doors to the site; null when there is none. The search runs from the site; the way is read off downhill. */
export function wayTo(footing: Footing, doors: readonly Door[], source: { x: number; y: number }, boundMetres: number): WalkedWay | null {
  const { city, walk, scratch } = footing
  const site = footing.snapPlaces([source])
  searchFrom(walk, scratch, startsOf(site), boundMetres)
  let least = Infinity
  let take: ((edges: number[]) => number[]) | null = null
  for (const door of doors) {
    const { snaps, at } = door
    if (snaps.edge[at] < 0) continue
    const byFrom = scratch.metres[snaps.from[at]] + snaps.fromMetres[at]
    const byTo = scratch.metres[snaps.to[at]] + snaps.toMetres[at]
    const direct = snaps.edge[at] === site.edge[0] ? alongEdge(snaps, at, site, 0) : Infinity
    const best = Math.min(byFrom, byTo, direct)
    if (best >= least) continue
    least = best
    take = (edges) => best === direct ? [door.x, door.y, ...walked(city, edges, snaps.edge[at], along(snaps, at), along(site, 0)), source.x, source.y]
      : [door.x, door.y, ...walked(city, edges, snaps.edge[at], along(snaps, at), best === byFrom ? 0 : Infinity),
        ...downhill(footing, site, best === byFrom ? snaps.from[at] : snaps.to[at], edges), source.x, source.y]
  }
  if (!take || least > boundMetres) return null
  const edges: number[] = []
  return { line: degrees(city, take(edges)), metres: least, steps: edges.some((edge) => city.network.edgeSteps[edge] === 1) }
}

const along = (snaps: Snaps, at: number): number => snaps.fromMetres[at] - snaps.walkMetres[at]

/** From a node over ever nearer nodes to the site's edge and along it; the edges walked are put down. Metres are exact multiples of 1/256, so the way is found by equality. */
function downhill(footing: Footing, site: Snaps, start: number, edges: number[]): number[] {
  const { city, walk, scratch } = footing
  const points: number[] = []
  for (let node = start; ;) {
    const rest = scratch.metres[node]
    if (node === site.from[0] && rest === site.fromMetres[0]) return [...points, ...walked(city, edges, site.edge[0], 0, along(site, 0))]
    if (node === site.to[0] && rest === site.toMetres[0]) return [...points, ...walked(city, edges, site.edge[0], Infinity, along(site, 0))]
    let best = -1, miss = Infinity
    for (let arc = walk.offsets[node]; arc < walk.offsets[node + 1]; arc++) {
      const next = scratch.metres[walk.targets[arc]]
      const off = Math.abs(next + walk.metres[arc] - rest)
      if (next >= rest || !(off < miss)) continue
      best = arc
      miss = off
    }
    if (best < 0) return points
    const edge = walk.edges[best]
    points.push(...(city.network.edgeFrom[edge] === node ? walked(city, edges, edge, 0, Infinity) : walked(city, edges, edge, Infinity, 0)))
    node = walk.targets[best]
  }
}

/** The piece, and the edge put down where any of it is walked. */
function walked(city: City, edges: number[], edge: number, fromMetres: number, toMetres: number): number[] {
  const end = city.network.edgeMetres[edge]
  if (Math.min(fromMetres, end) !== Math.min(toMetres, end)) edges.push(edge)
  return piece(city, edge, fromMetres, toMetres)
}

/** Points of an edge between two places along it (metres from its start, clamped), in walking order, both included. */
function piece(city: City, edge: number, fromMetres: number, toMetres: number): number[] {
  const { lineX, lineY, lineOffsets } = city.network
  const low = Math.min(fromMetres, toMetres), high = Math.max(fromMetres, toMetres)
  const points: number[] = []
  let walked = 0
  for (let p = lineOffsets[edge]; p < lineOffsets[edge + 1]; p++) {
    if (walked >= low && walked <= high) points.push(lineX[p], lineY[p])
    if (p + 1 === lineOffsets[edge + 1]) break
    const length = Math.hypot(lineX[p + 1] - lineX[p], lineY[p + 1] - lineY[p])
    for (const cut of low === high ? [low] : [low, high]) {
      if (cut <= walked || cut >= walked + length) continue
      const share = (cut - walked) / length
      points.push(lineX[p] + share * (lineX[p + 1] - lineX[p]), lineY[p] + share * (lineY[p + 1] - lineY[p]))
    }
    walked += length
  }
  return fromMetres <= toMetres ? points : reversed(points)
}

function reversed(points: readonly number[]): number[] {
  const back: number[] = []
  for (let i = points.length - 2; i >= 0; i -= 2) back.push(points[i], points[i + 1])
  return back
}

/** Pairs of metres to positions; points within 2 cm of the one before are left out. */
function degrees(city: City, points: readonly number[]): [number, number][] {
  const line: [number, number][] = []
  let lastX = NaN, lastY = NaN
  for (let i = 0; i < points.length; i += 2) {
    if (Math.hypot(points[i] - lastX, points[i + 1] - lastY) < 0.02) continue
    lastX = points[i]
    lastY = points[i + 1]
    const [lon, lat] = unproject(city.plane, lastX, lastY)
    line.push([lon, lat])
  }
  return line
}
