import type { BuildingCounts, Overlay } from '../model/overlay.ts'
import type { City } from './columns.ts'
import { withResidents } from './revise.ts'

const revised = new WeakMap<readonly BuildingCounts[], WeakMap<City, City>>()

/** The city whose buildings hold the counts of the overlay; the same object for the same overlay, and the city itself when it changes none. */
export function overlaid(city: City, { residents }: Overlay): City {
  if (residents.length === 0) return city
  const kept = revised.get(residents) ?? new WeakMap<City, City>()
  revised.set(residents, kept)
  const known = kept.get(city)
  if (known) return known
  const after = withResidents(city, residents, city.versions)
  kept.set(city, after)
  // An answer that rests on another asks for it again.
  kept.set(after, after)
  return after
}
