import type { BuildingCounts } from '../model/overlay.ts'
import type { City } from './columns.ts'

/** Refuses what no building holds. */
export function checkCounts(city: City, row: BuildingCounts): void {
  if (!(Number.isInteger(row.building) && row.building >= 0 && row.building < city.buildings.count)) throw new RangeError(`building with other counts: expected 0 to ${city.buildings.count - 1}, got ${row.building}`)
  for (const name of ['all', 'over60', 'over80', 'children', 'households'] as const) {
    if (!(Number.isInteger(row[name]) && row[name] >= 0)) throw new RangeError(`${name} of building ${row.building}: expected a whole number from 0, got ${row[name]}`)
  }
}
