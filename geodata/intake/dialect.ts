import type { Catalogue } from '../model/catalogue.ts'
import { namedLevels } from './area.ts'
import type { Tags } from './feature.ts'
import { buildingColumns, levelColumns, nameColumns, pointColumns, roadColumns, roadWords, useWords } from './tables/columns.ts'
import { tagsFromTilezen } from './tables/tilezen.ts'

export type Form = 'point' | 'line' | 'area'

/** What a user may say that the features of a file are. */
export const sourceKinds = ['buildings', 'roads', 'points', 'areas', 'ground'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** In whose words a file is written, and how to put a row of it into ours. */
export type Dialect = { name: 'osm' | 'tiles' | 'table'; tags: (raw: Tags, form: Form) => Tags }

const osmKeys = ['building', 'highway', 'amenity', 'shop', 'leisure', 'landuse', 'natural', 'railway', 'barrier', 'boundary', 'waterway', 'tourism', 'office']

/**
 * Recognises a file by its columns and forms; `as` decides where columns do not. null: neither does.
 * Order: map tiles, OSM words, administrative areas, buildings, roads, points.
 */
export function dialectOf(columns: ReadonlySet<string>, forms: ReadonlySet<Form>, as: SourceKind | undefined, catalogue: Catalogue): Dialect | null {
  const small = new Set([...columns].map((column) => column.toLowerCase()))
  const has = (names: readonly string[]): boolean => names.some((name) => small.has(name))
  if (as === undefined && small.has('kind') && (small.has('_tile') || small.has('min_zoom'))) return { name: 'tiles', tags: tagsFromTilezen }
  if (as === undefined && has(osmKeys)) return { name: 'osm', tags: (raw) => raw }
  if (as === 'areas' || (as === undefined && forms.has('area') && namedLevels.some((level) => has(levelColumns[level].names)) && !has([...buildingColumns.storeys, ...buildingColumns.use, ...buildingColumns.residents]))) return { name: 'table', tags: areaTags }
  if (as === 'buildings' || (as === undefined && forms.has('area') && has([...buildingColumns.storeys, ...buildingColumns.height, ...buildingColumns.use, ...buildingColumns.residents, ...buildingColumns.households]))) return { name: 'table', tags: buildingTags }
  if (as === 'roads' || (as === undefined && forms.has('line') && has([...roadColumns.class, ...roadColumns.name]))) return { name: 'table', tags: roadTags }
  if (as === 'points' || (as === undefined && forms.has('point') && has(pointColumns.category))) return { name: 'table', tags: pointTags(catalogue) }
  if (as === 'ground') return { name: 'table', tags: (raw) => ({ ...raw, name: first(raw, nameColumns) ?? '', landuse: raw['landuse'] ?? 'grass' }) }
  return null
}

/** Values by column name in small letters. */
function first(raw: Tags, names: readonly string[]): string | undefined {
  const small = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key.toLowerCase(), value]))
  return names.map((name) => small[name]).find((value) => value !== undefined)
}

function areaTags(raw: Tags): Tags {
  const tags: Record<string, string> = {}
  for (const level of namedLevels) {
    const name = first(raw, levelColumns[level].names)
    if (name === undefined) continue
    tags[`linli:${level}`] = name
    tags['linli:level'] = level
    const code = first(raw, levelColumns[level].codes)
    if (code !== undefined) tags[`linli:${level}:code`] = code
  }
  const stated = first(raw, ['level', '级别'])
  if (tags['linli:level'] === undefined) {
    tags['linli:level'] = stated ?? 'community'
    tags['linli:community'] = first(raw, nameColumns) ?? ''
  }
  return tags
}

function buildingTags(raw: Tags): Tags {
  const tags: Record<string, string> = { ...raw, building: raw['building'] ?? 'yes' }
  const put = (key: string, value: string | undefined): void => {
    if (value !== undefined) tags[key] = value
  }
  put('name', first(raw, nameColumns))
  put('building:levels', first(raw, buildingColumns.storeys))
  put('height', first(raw, buildingColumns.height))
  const use = first(raw, buildingColumns.use)
  put('building', useWords.find(([pattern]) => pattern.test(use ?? ''))?.[1])
  for (const key of ['residents', 'households', 'over60', 'over80', 'children', 'code', 'grid', 'estate'] as const) put(`linli:${key}`, first(raw, buildingColumns[key]))
  return tags
}

function roadTags(raw: Tags): Tags {
  const stated = first(raw, roadColumns.class)
  const highway = roadWords.find(([pattern]) => pattern.test(stated ?? ''))?.[1] ?? 'residential'
  const bridge: Record<string, string> = /桥/.test(stated ?? '') ? { bridge: 'yes' } : {}
  return { ...raw, ...bridge, name: first(raw, [...roadColumns.name, ...nameColumns]) ?? '', highway: raw['highway'] ?? highway }
}

/** A category is stated by its code or one of its names; anything else is kept as it is and left for want of a category. */
function pointTags(catalogue: Catalogue): (raw: Tags) => Tags {
  return (raw) => {
    const stated = first(raw, pointColumns.category) ?? ''
    const row = catalogue.categories.find((category) => category.code === stated || category.name === stated || category.nameEn === stated)
    const hours = first(raw, pointColumns.hours)
    const phone = first(raw, pointColumns.phone)
    return { ...raw, name: first(raw, nameColumns) ?? '', 'linli:category': row?.code ?? stated, ...(hours === undefined ? {} : { opening_hours: hours }), ...(phone === undefined ? {} : { phone }) }
  }
}
