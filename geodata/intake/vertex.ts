import type { Position } from '../model/geometry.ts'

/** Two vertices are one place when their keys agree: whole 1e-7 degrees, about one centimetre. */
export function vertexKey(position: Position): string {
  return `${Math.round(position[0] * 1e7)},${Math.round(position[1] * 1e7)}`
}
