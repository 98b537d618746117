import type { Position } from '../../geodata/model/geometry.ts'

/** Metres as the crow flies between two positions in degrees, on a ball of 6,371 km (haversine): good to half a percent, enough to say how far away somebody is. */
export const metresBetween = ([lon, lat]: Position, [otherLon, otherLat]: Position): number => {
  const half = (degrees: number): number => Math.sin((degrees * Math.PI) / 360) ** 2
  const across = half(otherLat - lat) + Math.cos((lat * Math.PI) / 180) * Math.cos((otherLat * Math.PI) / 180) * half(otherLon - lon)
  return 2 * 6_371_000 * Math.asin(Math.sqrt(across))
}
