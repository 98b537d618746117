import type { Box, MultiPolygon, Position, Ring } from '../../geodata/model/geometry.ts'

/** Metres in the city's own turned frame: x along the main streets eastward, y northward. */
export type Point = readonly [x: number, y: number]

/** An invented place on a plain; it has no relation to the ground there. */
const originLon = 112.6
const originLat = 30.4
/** The city's axes stand this far from north (grammar: 3 to 8 degrees). */
const turnDegrees = 5
const turnCos = Math.cos((turnDegrees * Math.PI) / 180)
const turnSin = Math.sin((turnDegrees * Math.PI) / 180)

/** CGCS2000 ellipsoid: semi-major axis in metres and first eccentricity squared. */
const semiMajorMetres = 6378137
const eccentricitySquared = 0.006694380022900788
const metresPerDegreeLat = meridianMetresPerDegree(originLat)

/** Longitude and latitude of a point, rounded to a ten-millionth of a degree (about a centimetre). */
export function toPosition(point: Point): Position {
  const east = point[0] * turnCos - point[1] * turnSin
  const north = point[0] * turnSin + point[1] * turnCos
  const lat = originLat + north / metresPerDegreeLat
  return [rounded(originLon + east / parallelMetresPerDegree(lat)), rounded(lat)]
}

/** Closed ring, counter-clockwise for outer rings and clockwise for holes. */
function toRing(points: readonly Point[], hole = false): Ring {
  const positions = points.map(toPosition)
  if (signedArea(points) > 0 === hole) positions.reverse()
  return [...positions, positions[0]]
}

export function toMultiPolygon(rings: readonly (readonly Point[])[]): MultiPolygon {
  return [rings.map((ring, index) => toRing(ring, index > 0))]
}

/** Box that holds all positions of the points, widened by a margin in degrees. */
export function boxOf(points: Iterable<Point>, marginDegrees: number): Box {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const point of points) {
    const [lon, lat] = toPosition(point)
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  return [rounded(west - marginDegrees), rounded(south - marginDegrees), rounded(east + marginDegrees), rounded(north + marginDegrees)]
}

/** Rounds to the centimetre, so that points computed twice are one point. */
export function onGrid(x: number, y: number): Point {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100]
}

/** Twice-signed half: positive when the ring runs counter-clockwise; square metres. */
export function signedArea(ring: readonly Point[]): number {
  let sum = 0
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    sum += ring[before][0] * ring[index][1] - ring[index][0] * ring[before][1]
  }
  return sum / 2
}

function meridianMetresPerDegree(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180)
  return ((semiMajorMetres * (1 - eccentricitySquared)) / (1 - eccentricitySquared * sine * sine) ** 1.5) * (Math.PI / 180)
}

function parallelMetresPerDegree(lat: number): number {
  const phi = (lat * Math.PI) / 180
  return (semiMajorMetres / Math.sqrt(1 - eccentricitySquared * Math.sin(phi) ** 2)) * Math.cos(phi) * (Math.PI / 180)
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}
