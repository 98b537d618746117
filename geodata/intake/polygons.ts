import { featureCollection, polygon as turfPolygon, union } from '@turf/turf'
import type { MultiPolygon, Polygon, Position, Ring } from '../model/geometry.ts'
import { hasCrossing } from './crossings.ts'
import { ringArea } from './inside.ts'
import type { LeftReason, Repair } from './report.ts'

export type CleanPolygons = { shape: MultiPolygon; repairs: Repair[]; fault: null } | { shape: null; repairs: Repair[]; fault: LeftReason }

type Rings = readonly (readonly Position[])[]

/** 1e-7 degree, about one centimetre: two vertices are the same place when they agree to it. */
export function rounded(position: Position): Position {
  return [Math.round(position[0] * 1e7) / 1e7, Math.round(position[1] * 1e7) / 1e7]
}

/**
 * Polygons as they came -> polygons as the city keeps them: rounded, closed, without repeated points, outer rings
 * counter-clockwise, holes clockwise, edges that cross untied by a union of the shape with itself.
 */
export function cleanPolygons(polygons: readonly Rings[]): CleanPolygons {
  const repairs = new Set<Repair>()
  const kept = polygons.map((rings) => cleanRings(rings, repairs)).filter((rings) => rings !== null).flatMap((rings) => untie(rings, repairs))
  if (kept.length === 0) return { shape: null, repairs: [], fault: 'degenerate' }
  return { shape: kept, repairs: [...repairs], fault: null }
}

/** One shape from the pieces of it, e.g. a building cut at the edges of map tiles. */
export function mergePolygons(pieces: readonly MultiPolygon[]): MultiPolygon {
  const flat = pieces.flat()
  const whole = flat.length < 2 ? flat : united(flat)
  return whole.length > 0 ? whole : flat
}

function cleanRings(rings: Rings, repairs: Set<Repair>): Polygon | null {
  const outer = rings.length > 0 ? cleanRing(rings[0], repairs) : null
  if (!outer) return null
  const holes = rings.slice(1).map((ring) => cleanRing(ring, repairs))
  if (holes.includes(null)) repairs.add('holesDropped')
  return [turned(outer, 1), ...holes.filter((hole) => hole !== null).map((hole) => turned(hole, -1))]
}

function cleanRing(ring: readonly Position[], repairs: Set<Repair>): Ring | null {
  const kept: Position[] = []
  for (const raw of ring) {
    const position = rounded(raw)
    const last = kept[kept.length - 1]
    if (last && last[0] === position[0] && last[1] === position[1]) repairs.add('pointsDropped')
    else kept.push(position)
  }
  if (kept.length < 3) return null
  const [first, last] = [kept[0], kept[kept.length - 1]]
  if (first[0] !== last[0] || first[1] !== last[1]) {
    kept.push(first)
    repairs.add('ringClosed')
  }
  return kept.length >= 4 && hasExtent(kept) ? kept : null
}

/** Whether the vertices do not all lie on one line. A ring that crosses itself may enclose nothing on balance, and yet has extent. */
function hasExtent(ring: Ring): boolean {
  const [[ax, ay]] = ring
  const far = ring.reduce((best, each) => (Math.hypot(each[0] - ax, each[1] - ay) > Math.hypot(best[0] - ax, best[1] - ay) ? each : best))
  return ring.some(([x, y]) => Math.abs((far[0] - ax) * (y - ay) - (far[1] - ay) * (x - ax)) > leastSquareDegrees)
}

/** Far below a square centimetre: there is nothing but rounding. */
const leastSquareDegrees = 1e-15

function turned(ring: Ring, sign: 1 | -1): Ring {
  return Math.sign(ringArea(ring)) !== -sign ? ring : [...ring].reverse()
}

function untie(polygon: Polygon, repairs: Set<Repair>): MultiPolygon {
  if (!hasCrossing(polygon)) return [polygon]
  repairs.add('crossingUntied')
  return united([polygon, polygon])
}

function united(polygons: MultiPolygon): MultiPolygon {
  const parts = polygons.map((rings) => turfPolygon(rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))))
  const geometry = unionOf(parts)
  if (!geometry) return []
  const found = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const silent = new Set<Repair>()
  return found.map((rings) => cleanRings(rings.map((ring) => ring.map(([lon, lat]): Position => [lon, lat])), silent)).filter((rings) => rings !== null)
}

/** The union, or null where the method gives up on edges that nearly coincide. */
function unionOf(parts: ReturnType<typeof turfPolygon>[]): NonNullable<ReturnType<typeof union>>['geometry'] | null {
  try {
    return union(featureCollection(parts))?.geometry ?? null
  } catch {
    return null
  }
}
