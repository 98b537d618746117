import type { Position } from '../model/geometry.ts'
import type { Made } from './building.ts'
import { leftFor } from './building.ts'
import type { Feature } from './feature.ts'
import { vertexKey } from './vertex.ts'

/** A way into a building; it makes no record of its own but goes into the building whose outline it lies on. */
export function entranceFrom(feature: Feature, onBuildings: ReadonlySet<string>): Made<Position> {
  if (feature.shape?.type !== 'point') return leftFor('wrongGeometry')
  const { position } = feature.shape
  return onBuildings.has(vertexKey(position)) ? { record: position, repairs: [], fault: null } : leftFor('offBuilding')
}
