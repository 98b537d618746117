import type { Building } from '../model/building.ts'
import { residentialUses } from '../model/building.ts'

/** 0 = known not to be a home, 1 = home with residents, 2 = nobody knows whether or how many people live there. */
export const homeKinds = { other: 0, home: 1, noData: 2 } as const
export type HomeKind = (typeof homeKinds)[keyof typeof homeKinds]

/** Residents make a home, unless the use is known to be another and nobody lives there; without a record a home, or a building of unknown use, is "no data". */
export function homeKindOf({ use, residents }: Pick<Building, 'use' | 'residents'>): HomeKind {
  const isResidential = use !== null && residentialUses.includes(use)
  if (residents !== null && (isResidential || residents.all > 0)) return homeKinds.home
  return use === null || isResidential ? homeKinds.noData : homeKinds.other
}
