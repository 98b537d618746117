import type { MultiPolygon } from './geometry.ts'
import type { Provenance } from './provenance.ts'

/** From the largest to the smallest. An estate (小区) lies beside the grids of its community, not above them. */
export const areaLevels = ['city', 'district', 'street', 'community', 'estate', 'grid', 'building'] as const
export type AreaLevel = (typeof areaLevels)[number]

/** Levels that partition the city: each is the parent of the next. */
export const administrativeLevels = ['city', 'district', 'street', 'community', 'grid'] as const
export type AdministrativeLevel = (typeof administrativeLevels)[number]

/** Level `building` never occurs as an Area record: buildings have their own table. */
export type Area = Provenance & {
  code: string
  level: Exclude<AreaLevel, 'building'>
  name: string
  /** Code of the area one level up; null for the topmost one. */
  parent: string | null
  /** null: the register knows the area, the map does not. */
  boundary: MultiPolygon | null
}

/** How many digits the statistical codes have at each level (demo city; other codings are kept as text). */
export const codeDigits: Readonly<Partial<Record<AreaLevel, number>>> = {
  district: 6, street: 9, community: 12, grid: 15, building: 20,
}

export type AreaCoding = 'statistical' | 'text'
