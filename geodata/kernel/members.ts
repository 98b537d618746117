import type { City } from './columns.ts'

/** Whether the building lies in the area: in it or in a part of it, or is of the estate. */
export function liesIn(city: City, building: number, area: number): boolean {
  if (city.buildings.estate[building] === area) return true
  return within(city, city.buildings.area[building], area)
}

/** Whether an area is another one or a part of it. */
export function within(city: City, part: number, area: number): boolean {
  for (let at = part; at >= 0 && at < city.areas.count; at = city.areas.parents[at]) if (at === area) return true
  return false
}

/** Buildings of any of the areas, in dense order. O(buildings + areas). */
export function membersOf(city: City, areas: readonly number[]): Int32Array {
  for (const area of areas) if (!(area >= 0 && area < city.areas.count)) throw new RangeError(`area: expected 0 to ${city.areas.count - 1}, got ${area}`)
  const holds = new Uint8Array(city.areas.count + 1)
  for (let at = 0; at < city.areas.count; at++) if (areas.some((area) => within(city, at, area))) holds[at] = 1
  const { count, area, estate } = city.buildings
  const members = new Int32Array(count)
  let found = 0
  for (let i = 0; i < count; i++) if (holds[area[i]] || (estate[i] >= 0 && areas.includes(estate[i]))) members[found++] = i
  return members.slice(0, found)
}
