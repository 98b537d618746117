import type { MultiPolygon, Polygon, Position, Ring } from '../model/geometry.ts'

/**
 * A point inside the shape: the centroid of its largest polygon where that lies inside, else the middle of the widest span on the
 * parallel through the centroid (or, if that one is empty, through the middle of the polygon's height).
 */
export function innerPoint(shape: MultiPolygon): Position {
  const polygon = largest(shape)
  const ring = polygon[0]
  if (ring.length === 0) throw new RangeError('inner point: expected a ring with positions, got an empty one')
  const centre = centroid(ring)
  if (ringHolds(ring, centre[0], centre[1]) && !polygon.slice(1).some((hole) => ringHolds(hole, centre[0], centre[1]))) return centre
  let low = Infinity, high = -Infinity
  for (const [, lat] of ring) {
    low = Math.min(low, lat)
    high = Math.max(high, lat)
  }
  return widestSpan(polygon, centre[1]) ?? widestSpan(polygon, (low + high) / 2) ?? ring[0]
}

/** Even-odd rule over all rings of all polygons. */
export function shapeHolds(shape: MultiPolygon, lon: number, lat: number): boolean {
  for (const polygon of shape) {
    let inside = false
    for (const ring of polygon) if (ringHolds(ring, lon, lat)) inside = !inside
    if (inside) return true
  }
  return false
}

/** Area in square degrees of longitude x latitude, holes taken away; the sign of the rings does not matter. */
function squareDegrees(shape: MultiPolygon): number {
  let sum = 0
  for (const polygon of shape) for (let i = 0; i < polygon.length; i++) sum += (i === 0 ? 1 : -1) * Math.abs(signedArea(polygon[i]))
  return sum
}

/** Area on the ellipsoid for shapes of city size: metres per degree at the inner latitude (series of the CGCS2000 meridian). */
export function squareMetres(shape: MultiPolygon): number {
  const degrees = squareDegrees(shape)
  return degrees === 0 ? 0 : degrees * squareMetresPerSquareDegree(innerPoint(shape)[1])
}

/** Meridian and parallel radii of curvature of the CGCS2000 ellipsoid, times radians per degree. */
function squareMetresPerSquareDegree(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180)
  const root = 1 - 0.00669438002290 * sine * sine
  const parallel = (6378137 / Math.sqrt(root)) * Math.cos((lat * Math.PI) / 180)
  const meridian = (6378137 * (1 - 0.00669438002290)) / (root * Math.sqrt(root))
  return parallel * meridian * (Math.PI / 180) ** 2
}

function largest(shape: MultiPolygon): Polygon {
  if (shape.length === 0 || shape[0].length === 0) throw new RangeError('inner point: expected a shape with a ring, got an empty one')
  let best = shape[0]
  for (const polygon of shape) if (Math.abs(signedArea(polygon[0])) > Math.abs(signedArea(best[0]))) best = polygon
  return best
}

function signedArea(ring: Ring): number {
  const [lon0, lat0] = ring[0] ?? [0, 0]
  let doubled = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) doubled += (ring[j][0] - lon0) * (ring[i][1] - lat0) - (ring[i][0] - lon0) * (ring[j][1] - lat0)
  return doubled / 2
}

function centroid(ring: Ring): Position {
  const [lon0, lat0] = ring[0]
  let doubled = 0, lon = 0, lat = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const cross = (ring[j][0] - lon0) * (ring[i][1] - lat0) - (ring[i][0] - lon0) * (ring[j][1] - lat0)
    doubled += cross
    lon += (ring[j][0] + ring[i][0] - 2 * lon0) * cross
    lat += (ring[j][1] + ring[i][1] - 2 * lat0) * cross
  }
  return doubled === 0 ? ring[0] : [lon0 + lon / (3 * doubled), lat0 + lat / (3 * doubled)]
}

function ringHolds(ring: Ring, lon: number, lat: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i], b = ring[j]
    if (a[1] > lat !== b[1] > lat && lon < ((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside
}

function widestSpan(polygon: Polygon, lat: number): Position | null {
  const crossings: number[] = []
  for (const ring of polygon) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[i], b = ring[j]
      if (a[1] > lat !== b[1] > lat) crossings.push(((b[0] - a[0]) * (lat - a[1])) / (b[1] - a[1]) + a[0])
    }
  }
  crossings.sort((a, b) => a - b)
  let best: Position | null = null
  let width = 0
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    if (crossings[i + 1] - crossings[i] <= width) continue
    width = crossings[i + 1] - crossings[i]
    best = [(crossings[i] + crossings[i + 1]) / 2, lat]
  }
  return best
}
