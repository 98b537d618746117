import type { City } from '../../../geodata/kernel/columns.ts'
import { ledgerOf, rollUp } from '../../../geodata/kernel/ledger.ts'
import { wholeCity } from '../../../geodata/kernel/coverage.ts'
import { areaLevels } from '../../../geodata/model/area.ts'

/** By area index; areas.count = outside all, + 1 = the whole city. An area is among those of its own level. */
export type AreaCounts = { communities: Float64Array; grids: Float64Array; /** Of any kind. */ buildings: Float64Array }

const kept = new WeakMap<City['buildings'], AreaCounts>()

/** Counted once for each city. */
export function areaCounts(city: City): AreaCounts {
  const known = kept.get(city.buildings)
  if (known) return known
  const { areas, buildings } = city
  const column = (): Float64Array => new Float64Array(areas.count + 2)
  const counts: AreaCounts = { communities: column(), grids: column(), buildings: column() }
  const [community, grid] = [areaLevels.indexOf('community'), areaLevels.indexOf('grid')]
  for (let at = 0; at < areas.count; at++) {
    if (areas.levels[at] === community) counts.communities[at]++
    if (areas.levels[at] === grid) counts.grids[at]++
  }
  for (let i = 0; i < buildings.count; i++) counts.buildings[buildings.area[i]]++
  for (const figures of Object.values(counts)) {
    rollUp(city, ledgerOf(city).upward, figures)
    figures[areas.count + 1] = wholeCity(city, figures)
  }
  kept.set(city.buildings, counts)
  return counts
}
