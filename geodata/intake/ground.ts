import type { Ground } from '../model/street.ts'
import type { Provenance } from '../model/provenance.ts'
import type { Made } from './building.ts'
import { leftFor } from './building.ts'
import type { Feature } from './feature.ts'
import { cleanPolygons } from './polygons.ts'
import { isDenied } from './tables/denied.ts'
import { groundOf } from './tables/grounds.ts'

/** What covers the land, for drawing. A residential area is ground only: it becomes no 小区 of the registers. */
export function groundFrom(feature: Feature, source: Provenance): Made<Ground> {
  if (isDenied(feature.tags)) return leftFor('refused')
  const row = groundOf(feature.tags)
  if (!row) return leftFor('notInTable')
  if (feature.shape?.type !== 'area') return leftFor(feature.fault ?? (feature.shape ? 'wrongGeometry' : 'noGeometry'))
  const clean = cleanPolygons(feature.shape.polygons)
  if (!clean.shape) return leftFor(clean.fault)
  return { record: { id: feature.id, kind: row.meaning, name: feature.tags['name'] ?? '', shape: clean.shape, ...source }, repairs: [...feature.repairs, ...clean.repairs], fault: null }
}
