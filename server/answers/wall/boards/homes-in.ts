import type { City } from '../../../../geodata/kernel/columns.ts'
import { homeKinds } from '../../../../geodata/kernel/home.ts'
import { within } from '../../../../geodata/kernel/members.ts'
import { areaLevels, type AreaLevel } from '../../../../geodata/model/area.ts'

/** Dense indexes of the homes of an area (-1: of the whole city). O(areas + buildings). */
export function homesIn(city: City, at: number): number[] {
  const { areas, buildings } = city
  const holds = Uint8Array.from({ length: areas.count + 1 }, (_, area) => Number(at < 0 || (area < areas.count && within(city, area, at))))
  const found: number[] = []
  for (let i = 0; i < buildings.count; i++) if (buildings.kind[i] === homeKinds.home && holds[buildings.area[i]] === 1) found.push(i)
  return found
}

/** Code of the community a building lies in; null: none. */
export const communityOf = (city: City, building: number): string | null => areaOf(city, building, 'community')

/** Code of the area of a level a building lies in; null: none. */
export function areaOf({ areas, buildings }: City, building: number, level: AreaLevel): string | null {
  for (let at = buildings.area[building]; at >= 0 && at < areas.count; at = areas.parents[at]) if (areaLevels[areas.levels[at]] === level) return areas.codes[at]
  return null
}
