import type { Site } from './draft.ts'
import { path } from './draft.ts'
import type { Edge } from './faces.ts'
import { onGrid, signedArea } from './plane.ts'
import type { Point } from './plane.ts'
import { along, crossing, distance, insetRing, lengthOf, rounded } from './shapes.ts'

/** Metres from a street's centre line to the wall beside it. */
export function wallMetres(edge: Edge): number {
  switch (edge.kind) {
    case 'frame': case 'arterial': return edge.widthMetres / 2 + 7
    case 'secondary': return edge.widthMetres / 2 + 5
    case 'bank': return edge.widthMetres / 2 + 5
    case 'local': case 'railside': return edge.widthMetres / 2 + 3.5
    case 'lane': return edge.widthMetres / 2 + 1.2
    case 'wall': return 1.5
    default: return 70
  }
}

/** How near to the centre line a walk along this street passes: sidewalks on arterials, the middle elsewhere. */
export function walkMetres(edge: Edge): number {
  return edge.kind === 'arterial' ? edge.widthMetres / 2 - 3 : 0
}

export const gateable = (edge: Edge): boolean => edge.kind !== 'wall' && edge.kind !== 'river' && edge.kind !== 'rail'

/** A run of one street along the site: its line (the site on the left) and its edge. */
export type Run = { line: Point[]; edge: Edge; lengthMetres: number }

/** Streets along a site, longest first. */
export function runsOf(site: Site): Run[] {
  const { ring, edges } = site.face
  const start = edges.findIndex((edge, index) => edge !== edges[(index + edges.length - 1) % edges.length] && edge.name !== edges[(index + edges.length - 1) % edges.length].name)
  const runs: Run[] = []
  for (let step = 0; step < ring.length; step++) {
    const index = (Math.max(0, start) + step) % ring.length
    const last = runs[runs.length - 1]
    const next = ring[(index + 1) % ring.length]
    if (last !== undefined && last.edge.name === edges[index].name && last.edge.kind === edges[index].kind) last.line.push(next)
    else runs.push({ line: [ring[index], next], edge: edges[index], lengthMetres: 0 })
  }
  for (const run of runs) run.lengthMetres = lengthOf(run.line)
  return runs.sort((a, b) => b.lengthMetres - a.lengthMetres)
}

/** The path that runs around inside the wall; rounded where the estate is young. Empty on sites too small for one. */
export function ringPath(site: Site, insetMetres: number, round: number): Point[] {
  const ring = insetRing(site.ring, site.ring.map(() => insetMetres))
  if (ring.length < 3 || signedArea(ring) < 1500) return []
  const smooth = round > 0 ? rounded(ring, round) : ring
  site.lines.unshift(path([...smooth, smooth[0]], { widthMetres: 4.5, class: 'service' }))
  return smooth
}

/**
 * Gates: the main one on the best street, one for every 3 to 5 ha and at least two, one in three of the others locked.
 * Each gate is a vertex of a way from the street to the ring path.
 */
export function openGates(site: Site, insideMetres: number, mainName = '正门'): void {
  const rank = { secondary: 0, local: 1, bank: 2, railside: 3, lane: 3, frame: 4, arterial: 5, wall: 9, river: 9, rail: 9 }
  const runs = runsOf(site).filter((run) => gateable(run.edge) && run.lengthMetres > 60)
  if (runs.length === 0) return
  const hectares = signedArea(site.ring) / 10000
  const wanted = Math.max(2, Math.round(hectares / 3.6))
  const ordered = runs.toSorted((a, b) => rank[a.edge.kind] - rank[b.edge.kind])
  const used = new Map<string, number>()
  for (let count = 0; count < wanted; count++) {
    const run = ordered[count % ordered.length]
    const again = used.get(run.edge.name) ?? 0
    used.set(run.edge.name, again + 1)
    const share = again === 0 ? site.dice.between(0.38, 0.62) : again % 2 === 1 ? site.dice.between(0.2, 0.3) : site.dice.between(0.7, 0.8)
    const side = sideName(run)
    const locked = count === 0 || !(side === '北门' || side === '东门' || side === '西门') || !site.dice.chance(0.4) ? 'never' as const : site.dice.chance(0.5) ? 'always' as const : { hours: '22:00-6:00' }
    gateAt(site, run, share, insideMetres, count === 0 ? mainName : side, locked)
  }
}

/** One gate in the wall along a street, at a share of its length; null when the wall or the way within cannot be reached from there. */
export function gateAt(site: Site, run: Run, share: number, insideMetres: number, name: string, locked: Site['gates'][number]['locked']): Point | null {
  const { at, direction } = along(run.line, run.lengthMetres * share)
  const inward = (metres: number): Point => onGrid(at[0] - direction[1] * metres, at[1] + direction[0] * metres)
  const wall = firstCrossing(at, inward(140), site.ring)
  if (wall === null) return null
  const loop = site.lines.find((each) => each.line[0] === each.line[each.line.length - 1])
  const way = loop === undefined ? wall + insideMetres : firstCrossing(at, inward(wall + insideMetres + 60), loop.line)
  if (way === null || way < wall) return null
  const walk = walkMetres(run.edge)
  const gate = inward(wall)
  site.gates.push({ name, position: gate, locked })
  site.lines.push(path([inward(walk === 0 ? 0 : walk - 1.5), gate, inward(way + 0.8)], { class: 'service', widthMetres: 6, trimMetres: 12 }))
  return gate
}

/** Metres from a to the first crossing with a closed line on the way to b. */
export function firstCrossing(a: Point, b: Point, ring: readonly Point[]): number | null {
  let least = Infinity
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const met = crossing(a, b, ring[before], ring[index])
    if (met !== null) least = Math.min(least, met.ofFirst * distance(a, b))
  }
  return Number.isFinite(least) ? least : null
}

function sideName(run: Run): string {
  const { direction } = along(run.line, run.lengthMetres / 2)
  const heading = Math.atan2(-direction[0], direction[1])
  return ['东门', '北门', '西门', '南门'][Math.round((heading / (Math.PI / 2)) + 4) % 4]
}
