import type { City } from './columns.ts'
import type { Footing } from './footing.ts'
import { alongEdge } from './reach.ts'
import type { Door } from './route.ts'
import { searchFrom } from './search.ts'
import type { Snaps } from './snap.ts'

/** The doors of a building (or its inner point) that meet a street; none: it is cut off. */
export function doorsOf(footing: Footing, building: number): Door[] {
  const { x, y, doorOffsets, doorX, doorY } = footing.city.buildings
  const places = Array.from({ length: doorOffsets[building + 1] - doorOffsets[building] }, (_, k) => ({ x: doorX[doorOffsets[building] + k], y: doorY[doorOffsets[building] + k] }))
  return doorsAt(footing, places.length > 0 ? places : [{ x: x[building], y: y[building] }])
}

/** The same of any places of the plane. */
export function doorsAt(footing: Footing, places: readonly { x: number; y: number }[]): Door[] {
  const snaps = footing.snapPlaces(places)
  return places.map(({ x, y }, at) => ({ snaps, at, x, y })).filter((door) => snaps.edge[door.at] >= 0)
}

/** Where all sites of the city meet the streets, in the order of its columns; worked out once for sites that stay where they are. */
export function siteSnaps({ city, doors, snapPlaces }: Footing): Snaps {
  const kept = snapsBySites.get(city.facilities) ?? new Map<Footing['doors'], Snaps>()
  snapsBySites.set(city.facilities, kept)
  const { x, y } = city.facilities
  const snaps = kept.get(doors) ?? snapPlaces(Array.from(x, (_, i) => ({ x: x[i], y: y[i] })))
  kept.set(doors, snaps)
  return snaps
}
const snapsBySites = new WeakMap<City['facilities'], Map<Footing['doors'], Snaps>>()

/** Walking metres to every place, by the nearest of the doors; Infinity beyond the bound. One search: O(arcs within the bound + places). */
export function walksFrom(footing: Footing, doors: readonly Door[], places: Snaps, boundMetres: number): Float32Array {
  const { walk, scratch } = footing
  const starts = { nodes: Int32Array.from(doors.flatMap(({ snaps, at }) => [snaps.from[at], snaps.to[at]])), metres: Float32Array.from(doors.flatMap(({ snaps, at }) => [snaps.fromMetres[at], snaps.toMetres[at]])), count: doors.length * 2 }
  searchFrom(walk, scratch, starts, boundMetres)
  const { metres } = scratch
  const walks = new Float32Array(places.count)
  for (let i = 0; i < places.count; i++) {
    let least = Math.min(metres[places.from[i]] + places.fromMetres[i], metres[places.to[i]] + places.toMetres[i])
    // On the same street it may be nearer along it than over its ends.
    for (const { snaps, at } of doors) if (places.edge[i] >= 0 && snaps.edge[at] === places.edge[i]) least = Math.min(least, alongEdge(snaps, at, places, i))
    walks[i] = least <= boundMetres ? least : Infinity
  }
  return walks
}
