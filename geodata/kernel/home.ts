import type { Building } from '../model/building.ts'
import { residentialUses } from '../model/building.ts'

/** 0 = known not to be a home, 1 = home with residents, 2 = nobody knows whether or how many people live there. */
export const homeKinds = { other: 0, home: 1, noData: 2 } as const
export type HomeKind = (typeof homeKinds)[keyof typeof homeKinds]

/** Residents make a home, unless the use is known to be another and nobody lives there; without a record a home, or a building of unknown use, is "no data". */
export function homeKindOf({ use, residents }: Pick<Building, 'use' | 'residents'>): HomeKind {
  return homeKindWith(useKindOf(use), residents === null ? null : residents.all)
}

/** What the use of a building says of people living in it. */
export const useKinds = { unknown: 0, residential: 1, other: 2 } as const

export function useKindOf(use: Building['use']): number {
  if (use === null) return useKinds.unknown
  return residentialUses.includes(use) ? useKinds.residential : useKinds.other
}

/** The same of a use kind and the residents on record; null: there is no record. */
export function homeKindWith(useKind: number, residents: number | null): HomeKind {
  if (residents !== null && (useKind === useKinds.residential || residents > 0)) return homeKinds.home
  return useKind === useKinds.other ? homeKinds.other : homeKinds.noData
}
