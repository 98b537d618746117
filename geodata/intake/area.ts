import type { Area } from '../model/area.ts'
import type { Provenance } from '../model/provenance.ts'
import type { Made } from './building.ts'
import { leftFor } from './building.ts'
import type { Feature, Tags } from './feature.ts'
import { cleanPolygons } from './polygons.ts'
import { levelByAdminLevel } from './tables/levels.ts'

/** Levels that a row of a table may name, from the largest. */
export const namedLevels = ['city', 'district', 'street', 'community', 'grid'] as const
export type NamedLevel = (typeof namedLevels)[number]

export type AreaName = { level: Area['level']; code: string; name: string }

/** An area with the areas above it as its row names them, from the largest; none are named by OSM. */
export type AreaFound = { area: Area; above: readonly AreaName[] }

export function areaFrom(feature: Feature, source: Provenance): Made<AreaFound> {
  const named = feature.tags['linli:level'] === undefined ? fromBoundary(feature.tags, feature.id) : fromRow(feature.tags)
  if (named === null) return leftFor('notInTable')
  if (named.self.name === '') return leftFor('noName')
  if (feature.shape?.type !== 'area') return leftFor(feature.fault ?? (feature.shape ? 'wrongGeometry' : 'noGeometry'))
  const clean = cleanPolygons(feature.shape.polygons)
  if (!clean.shape) return leftFor(clean.fault)
  const parent = feature.tags['linli:parent'] ?? named.above[named.above.length - 1]?.code ?? null
  return { record: { area: { ...named.self, parent, boundary: clean.shape, ...source }, above: named.above }, repairs: [...feature.repairs, ...clean.repairs], fault: null }
}

function fromBoundary(tags: Tags, id: string): { self: AreaName; above: AreaName[] } | null {
  const level = levelByAdminLevel[tags['admin_level'] ?? '']
  return level ? { self: { level, code: id, name: tags['name'] ?? '' }, above: [] } : null
}

/** Codes as stated; without one, the names from the largest area down, which no two areas of a city share. */
function fromRow(tags: Tags): { self: AreaName; above: AreaName[] } | null {
  const chain: AreaName[] = []
  let names = ''
  for (const level of namedLevels) {
    const name = tags[`linli:${level}`]
    if (name === undefined) continue
    if (!names.endsWith(name)) names += name
    chain.push({ level, code: tags[`linli:${level}:code`] ?? names, name })
  }
  const self = chain[chain.length - 1]
  if (!self) return null
  return { self: { level: tags['linli:level'] as Area['level'], code: tags['linli:code'] ?? self.code, name: self.name }, above: chain.slice(0, -1) }
}
