import type { BuildingUse } from '../../geodata/model/building.ts'
import type { GroundKind, StreetClass } from '../../geodata/model/street.ts'
import type { Dice } from './dice.ts'
import type { Face } from './faces.ts'
import type { Point } from './plane.ts'
import { distance, inside, nearestOnSegment } from './shapes.ts'

const siteUses = [
  'lanes', 'compound', 'estate', 'towers', 'resettlement', 'village', 'office', 'school', 'campus', 'hospital', 'government', 'industry',
  'market', 'park', 'square', 'construction', 'institute', 'culture', 'strip',
] as const
/** What one walled piece of land is for. */
export type SiteUse = (typeof siteUses)[number]

export type DraftBuilding = {
  rings: Point[][]
  storeys: number | null
  use: BuildingUse | null
  name: string
  entrances: Point[]
  /** Dwellings in it; 0 for anything that is not a home. */
  dwellings: number
}

export type DraftLine = { line: Point[]; class: StreetClass; name: string; walkable: boolean; steps: boolean; bridge: boolean; widthMetres: number | null; trimMetres: number }

export type DraftGround = { kind: GroundKind; name: string; rings: Point[][] }

export type DraftGate = { name: string; position: Point; locked: 'never' | 'always' | { hours: string } }

/** One piece of land and everything that stands on it. */
export type Site = {
  face: Face
  use: SiteUse
  /** Inside the wall, counter-clockwise. */
  ring: Point[]
  /** Direction of its rows. */
  angle: number
  /** Year it was finished; decides how old its people are. */
  built: number
  name: string
  dice: Dice
  buildings: DraftBuilding[]
  lines: DraftLine[]
  grounds: DraftGround[]
  gates: DraftGate[]
}

/** Adds a building when all of it lies inside the ground given and clear of the others; says whether it did. */
export function build(site: Site, building: DraftBuilding, ground: readonly Point[], clearMetres: number): boolean {
  const outline = building.rings[0]
  if (!outline.every((point) => inside(ground, point))) return false
  if (ground.some((point) => inside(outline, point))) return false
  if (site.buildings.some((other) => tooClose(outline, other.rings[0], clearMetres))) return false
  site.buildings.push(building)
  return true
}

export function path(line: Point[], more: Partial<DraftLine> = {}): DraftLine {
  return { line, class: 'path', name: '', walkable: true, steps: false, bridge: false, widthMetres: 3.5, trimMetres: 0, ...more }
}

/** Whether two outlines overlap or come nearer than so many metres. */
export function tooClose(a: readonly Point[], b: readonly Point[], metres: number): boolean {
  const [boxA, boxB] = [bounds(a), bounds(b)]
  if (boxA[0] > boxB[2] + metres || boxB[0] > boxA[2] + metres || boxA[1] > boxB[3] + metres || boxB[1] > boxA[3] + metres) return false
  if (inside(a, b[0]) || inside(b, a[0])) return true
  for (let i = 0; i < a.length; i++) {
    for (let k = 0; k < b.length; k++) {
      const [p, q, r, s] = [a[i], a[(i + 1) % a.length], b[k], b[(k + 1) % b.length]]
      if (nearestOnSegment(p, r, s).metres < metres || nearestOnSegment(r, p, q).metres < metres || cross(p, q, r, s)) return true
    }
  }
  return false
}

export function bounds(ring: readonly Point[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of ring) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

function cross(p: Point, q: Point, r: Point, s: Point): boolean {
  const turn = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
  return turn(p, q, r) > 0 !== turn(p, q, s) > 0 && turn(r, s, p) > 0 !== turn(r, s, q) > 0 && distance(p, q) > 0
}
