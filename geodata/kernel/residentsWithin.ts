import { groups, type Group } from '../model/facility.ts'
import type { Position } from '../model/geometry.ts'
import type { City } from './columns.ts'
import { homeKinds } from './home.ts'
import { project } from './plane.ts'

/** Who lives within a drawn line. */
export type Within = {
  /** Homes whose people are known, and buildings of which nobody knows whether anyone lives there. */
  buildings: number
  noDataBuildings: number
  households: number
  residents: Record<Group, number>
  /** Of residents.all, those that are estimated. */
  estimated: number
  /** Positions of all of them, in dense order. */
  positions: Int32Array
}

/** Buildings whose inner point lies within the ring (longitude, latitude; first corner not repeated; even-odd where it crosses itself) and who lives there. O(buildings x corners near them). */
export function residentsWithin(city: City, ring: readonly Position[]): Within {
  if (ring.length < 3) throw new RangeError(`ring: expected at least 3 corners, got ${ring.length}`)
  const xs = new Float64Array(ring.length), ys = new Float64Array(ring.length), point = new Float64Array(2)
  ring.forEach(([lon, lat], k) => {
    project(city.plane, lon, lat, point)
    xs[k] = point[0]
    ys[k] = point[1]
  })
  const west = Math.min(...xs), east = Math.max(...xs), south = Math.min(...ys), north = Math.max(...ys)
  const { count, x, y, kind, households, residents, counted } = city.buildings
  const positions: number[] = []
  const within: Within = { buildings: 0, noDataBuildings: 0, households: 0, residents: { all: 0, '60plus': 0, '80plus': 0, children: 0 }, estimated: 0, positions: new Int32Array(0) }
  for (let i = 0; i < count; i++) {
    if (kind[i] !== homeKinds.home && kind[i] !== homeKinds.noData) continue
    if (x[i] < west || x[i] > east || y[i] < south || y[i] > north || !isInside(xs, ys, x[i], y[i])) continue
    positions.push(i)
    if (kind[i] === homeKinds.noData) {
      within.noDataBuildings++
      continue
    }
    within.buildings++
    within.households += households[i]
    for (const group of groups) within.residents[group] += residents[group][i]
    if (counted[i] === 0) within.estimated += residents.all[i]
  }
  return { ...within, positions: Int32Array.from(positions) }
}

/** Crossings of a ray to the east are odd. */
function isInside(xs: Float64Array, ys: Float64Array, x: number, y: number): boolean {
  let inside = false
  for (let a = 0, b = xs.length - 1; a < xs.length; b = a++) {
    if (ys[a] > y !== ys[b] > y && x < ((xs[b] - xs[a]) * (y - ys[a])) / (ys[b] - ys[a]) + xs[a]) inside = !inside
  }
  return inside
}
