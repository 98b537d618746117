import type { Building } from '../../geodata/model/building.ts'
import type { BuildingCounts } from '../../geodata/model/overlay.ts'

/** The counts of a building as an overlay or a revision names them. */
export function countsOf({ residents }: Pick<Building, 'residents'>, building: number): BuildingCounts {
  if (residents === null) return { building, all: 0, over60: 0, over80: 0, children: 0, households: 0, counted: false, unknown: true }
  const { all, over60, over80, children, households, counted } = residents
  return { building, all, over60, over80, children, households, counted }
}
