import type { Position } from '../../geodata/model/geometry.ts'

/** WGS84: equatorial radius in metres and flattening. */
const radiusMetres = 6_378_137
const flattening = 1 / 298.257223563
const squaredEccentricity = flattening * (2 - flattening)

/** A place so many metres to the east and to the north; over a few kilometres true to a part in ten thousand. Kept to 7 decimals, a centimetre. */
export const movedBy = ([lon, lat]: Position, eastMetres: number, northMetres: number): Position => {
  const { perLon, perLat } = metresOfDegree(lat)
  return [rounded(lon + eastMetres / perLon), rounded(lat + northMetres / perLat)]
}

/** Metres from one place to another over a few kilometres: east and north counted apart, and straight. */
export const metresBetween = (from: Position, to: Position): { east: number; north: number; straight: number } => {
  const { perLon, perLat } = metresOfDegree((from[1] + to[1]) / 2)
  const east = (to[0] - from[0]) * perLon
  const north = (to[1] - from[1]) * perLat
  return { east, north, straight: Math.hypot(east, north) }
}

export const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** Radii of curvature of the ellipsoid, along the parallel and along the meridian. */
const metresOfDegree = (latitude: number): { perLon: number; perLat: number } => {
  const angle = (latitude * Math.PI) / 180
  const bend = 1 - squaredEccentricity * Math.sin(angle) ** 2
  const degree = (Math.PI / 180) * radiusMetres
  return { perLon: (degree * Math.cos(angle)) / Math.sqrt(bend), perLat: (degree * (1 - squaredEccentricity)) / bend ** 1.5 }
}
