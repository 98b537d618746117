import type { Position } from '../../geodata/model/geometry.ts'

/** Whole units across the world: 2^31, so 1.9 cm on the equator, and a tile's own units are a shift away. */
const worldUnits = 2 ** 31
const most = worldUnits - 1

/** Web Mercator east of the antimeridian, in world units. */
export const unitsEast = (lon: number): number => clamp(((lon + 180) / 360) * worldUnits)

/** Web Mercator south of the northern edge (85.05 degrees), in world units. */
export function unitsSouth(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180)
  return clamp((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * worldUnits)
}

export const unitsOf = ([lon, lat]: Position): [east: number, south: number] => [unitsEast(lon), unitsSouth(lat)]

function clamp(value: number): number {
  return Math.min(most, Math.max(0, Math.floor(value)))
}
