import { residentialUses, type Building } from '../../geodata/model/building.ts'
import { homeKinds } from '../../geodata/kernel/columns.ts'

/** The same three kinds as the kernel's columns; a test holds both against each other. */
export function homeKind({ use, residents }: Pick<Building, 'use' | 'residents'>): number {
  const residential = use !== null && residentialUses.includes(use)
  if (residents !== null && (residential || residents.all > 0)) return homeKinds.home
  return use === null || residential ? homeKinds.noData : homeKinds.other
}
