import { apportion } from '../../geodata/kernel/apportion.ts'
import type { District } from './district.ts'
import { keyOf } from './knit.ts'
import type { People } from './people.ts'
import type { Point } from './plane.ts'
import { centreOf, distance } from './shapes.ts'
import type { Door, Walks } from './walk.ts'

/** A building with people in it, with its doors on the network. */
export type Home = { site: number; building: number; centre: Point; doors: Door[]; people: People }

export function homesOf(district: District, people: readonly (readonly (People | null)[])[], walks: Walks): Home[] {
  return district.sites.flatMap((site, index) => site.buildings.flatMap((building, order): Home[] => {
    const who = people[index][order]
    if (who === null) return []
    const doors = building.entrances.map((entrance) => walks.door(entrance)).filter((door) => door !== null)
    return [{ site: index, building: order, centre: centreOf(building.rings[0]), doors, people: who }]
  }))
}

/** Indices of the homes within so many metres on foot of a place. */
export function homesWithin(homes: readonly Home[], walks: Walks, place: Point, limitMetres: number, opened?: ReadonlySet<number>): Set<number> {
  const reach = walks.from(place, limitMetres, opened)
  const found = new Set<number>()
  homes.forEach((home, index) => {
    if (distance(home.centre, place) > limitMetres + 60) return
    if (home.doors.some((door) => reach(door) <= limitMetres)) found.add(index)
  })
  return found
}

/** Homes within ten minutes of a place, worked out once for each place. */
export type Reached = (place: Point) => ReadonlySet<number>

export function reachedOnce(homes: readonly Home[], walks: Walks, limitMetres: number): Reached {
  const known = new Map<number, ReadonlySet<number>>()
  return (place) => {
    const key = keyOf(place)
    const found = known.get(key) ?? homesWithin(homes, walks, place, limitMetres)
    known.set(key, found)
    return found
  }
}

export const count = (homes: readonly Home[], members: Iterable<number>, of: (people: People) => number): number => {
  let sum = 0
  for (const member of members) sum += of(homes[member].people)
  return sum
}

/** Sets so that the members together hold exactly so many residents and older residents; the largest remainders take the odd ones. */
export function resize(homes: readonly Home[], members: readonly number[], all: number, over60: number): void {
  const people = members.map((member) => homes[member].people)
  const counts = apportion(people.map((who) => who.all), all)
  const older = apportion(people.map((who, index) => (who.over60 + 1) * (counts[index] / Math.max(1, who.all))), over60)
  people.forEach((who, index) => {
    const factor = counts[index] / Math.max(1, who.all)
    who.households = Math.max(1, Math.round(who.households * Math.min(1.02, factor)))
    who.all = counts[index]
    who.over60 = Math.min(older[index], who.all)
    who.over80 = Math.round(who.over60 * 0.146)
    who.children = Math.min(who.all - who.over60, Math.round(who.children * factor))
  })
}
