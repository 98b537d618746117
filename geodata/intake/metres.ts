import type { MultiPolygon, Position } from '../model/geometry.ts'
import { ringArea } from './inside.ts'

/** Mean radius of the earth; areas and short lengths here feed estimates and tolerances, where 0.3 % does not matter. */
const earthRadiusMetres = 6_371_008.8
const metresPerDegree = (earthRadiusMetres * Math.PI) / 180

/** Ground covered by a shape, at the latitude of its first vertex. */
export function areaSquareMetres(shape: MultiPolygon): number {
  const scale = metresPerDegree * metresPerDegree * Math.cos((shape[0][0][0][1] * Math.PI) / 180)
  return scale * Math.abs(shape.reduce((sum, rings) => sum + rings.reduce((part, ring) => part + ringArea(ring), 0), 0))
}

/** Length of a line, on a plane at its first vertex. */
export function lengthMetres(line: readonly Position[]): number {
  const shrink = Math.cos((line[0][1] * Math.PI) / 180)
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += Math.hypot((line[i][0] - line[i - 1][0]) * shrink, line[i][1] - line[i - 1][1])
  return sum * metresPerDegree
}

/** Degrees of latitude that `metres` span. */
export function degreesOf(metres: number): number {
  return metres / metresPerDegree
}
