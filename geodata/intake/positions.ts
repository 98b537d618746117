import type { Position } from '../model/geometry.ts'
import type { Shape } from './feature.ts'

/** All positions of a shape, in order. */
export function* positionsOf(shape: Shape | null): Generator<Position> {
  if (shape?.type === 'point') yield shape.position
  else if (shape?.type === 'line') for (const line of shape.lines) yield* line
  else if (shape?.type === 'area') for (const rings of shape.polygons) for (const ring of rings) yield* ring
}
