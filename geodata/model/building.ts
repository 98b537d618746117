import type { MultiPolygon, Position } from './geometry.ts'
import type { Provenance, ResidentBasis } from './provenance.ts'

export const buildingUses = [
  'residential', 'dormitory', 'office', 'commercial', 'school', 'hospital', 'government', 'culture', 'sport', 'industrial',
  'transport', 'ancillary', 'religious', 'other',
] as const
export type BuildingUse = (typeof buildingUses)[number]

export const residentialUses: readonly BuildingUse[] = ['residential', 'dormitory']

/** Whole persons. over80 is part of over60; every group is part of all. */
export type ResidentCounts = { all: number; over60: number; over80: number; children: number }

export type Residents = ResidentCounts & Provenance & {
  households: number
  basis: ResidentBasis
  /** true: from a register; false: estimated from floor area by the catalogue's rule. */
  counted: boolean
}

export type Building = Provenance & {
  id: string
  /** 20 digits in the demo, any text elsewhere, null when there is none. */
  code: string | null
  name: string
  footprint: MultiPolygon
  storeys: number | null
  use: BuildingUse | null
  /** Code of the estate (小区) it belongs to. */
  estate: string | null
  /** Code of the grid a register states; null: the area under the building's inner point decides. */
  grid: string | null
  /** Doors to the street or path; empty: the nearest street from the inner point is taken. */
  entrances: readonly Position[]
  residents: Residents | null
}

/** What of a building the desk knows: everything but its shape. Only the counts are edited; `position` is the point inside that the figures use. */
export type BuildingCountsRecord = Pick<Building, 'id' | 'name' | 'code'> & { position: Position } & Pick<Building, 'use' | 'storeys' | 'residents'> & Provenance

/** Where a walk passes a wall. Its position is a vertex of a street. */
export type Gate = Provenance & {
  id: string
  name: string
  position: Position
  estate: string | null
  /** open; locked all day; or the hours it is locked, understood later (then it counts as passable). */
  locked: 'never' | 'always' | { hours: string }
}
