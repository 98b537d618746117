import type { Gate } from '../model/building.ts'
import type { Provenance } from '../model/provenance.ts'
import type { Made } from './building.ts'
import { leftFor } from './building.ts'
import type { Feature, Tags } from './feature.ts'
import { rounded } from './polygons.ts'
import { isDeniedName } from './tables/denied.ts'
import { footAllows } from './tables/highways.ts'
import { vertexKey } from './vertex.ts'

/** A gate on a street; `onStreet` tells whether a walkable street has a vertex there. */
export function gateFrom(feature: Feature, source: Provenance, onStreet: (key: string) => boolean): Made<Gate> {
  if (isDeniedName(feature.tags['name'] ?? '')) return leftFor('refused')
  if (feature.shape?.type !== 'point') return leftFor('wrongGeometry')
  const position = rounded(feature.shape.position)
  if (!onStreet(vertexKey(position))) return leftFor('offStreet')
  return { record: { id: feature.id, name: feature.tags['name'] ?? '', position, estate: null, locked: lockedFor(feature.tags) ? 'always' : 'never', ...source }, repairs: [], fault: null }
}

/** Locked for walkers: it says so, or it is private and no tag lets them in. */
function lockedFor(tags: Tags): boolean {
  if (footAllows.has(tags['foot'] ?? '')) return false
  return tags['locked'] === 'yes' || tags['foot'] === 'no' || tags['access'] === 'no' || tags['access'] === 'private'
}
