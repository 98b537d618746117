import type { Facility } from '../../../geodata/model/facility.ts'
import type { Community } from '../grids.ts'
import type { Home } from '../homes.ts'
import { count, homesWithin } from '../homes.ts'
import type { Point } from '../plane.ts'
import { distance } from '../shapes.ts'
import type { Walks } from '../walk.ts'

/**
 * Story 4, the sign hangs and the door is shut: a community with all ten items, whose seven rooms are shut by 17:00 save two. Of its residents so many live
 * within five minutes on foot of a room of the seven kinds, whosever it is, that is open at 18:30 of a workday.
 */
export const eveningFigures = { rooms: 7, open: 2, reach: 0.12 } as const

/** 七室 by category (示例目录). */
export const roomCategories = ['activityRoom', 'readingRoom', 'meetingRoom', 'clinic', 'policeRoom', 'mediation', 'daycare'] as const
/** Those one may think of as open in the evening. */
const eveningCategories: readonly string[] = roomCategories.slice(0, 4)
/** Five minutes at the planning speed of 1 m/s. */
const fiveMinutesMetres = 300

/** `sites`: all ten, each as large as it has to be; `rooms`: the seven; `open`: the two that are open after 17:00; `quiet`: rooms of others near its homes, which open later or shut earlier. */
export type Evening = { community: number; sites: ReadonlySet<string>; rooms: ReadonlySet<string>; open: ReadonlySet<string>; quiet: ReadonlySet<string> }

/** `own`: for each community its sites of the ten items. A door is a facility's place in the plane. */
export function eveningOf(own: readonly (readonly Facility[])[], facilities: readonly Facility[], door: (id: string) => Point, communities: readonly Community[], homes: readonly Home[], walks: Walks): Evening | null {
  let best: { community: number; sites: readonly Facility[]; rooms: Facility[]; open: string[] } | null = null
  let least = Infinity
  for (const [community, sites] of own.entries()) {
    if (sites.length < 10) continue
    const members = homesOf(communities[community], homes)
    const residents = count(homes, members, (people) => people.all)
    const rooms = sites.filter(({ category }) => isRoom(category))
    const candidates = rooms.filter(({ category }) => eveningCategories.includes(category)).map(({ id }) => ({ id, reached: homesWithin(homes, walks, door(id), fiveMinutesMetres) }))
    for (const [at, first] of candidates.entries()) for (const second of candidates.slice(at + 1)) {
      const reach = count(homes, members.filter((member) => first.reached.has(member) || second.reached.has(member)), (people) => people.all) / residents
      const cost = Math.abs(reach - eveningFigures.reach)
      if (cost < least) [best, least] = [{ community, sites, rooms, open: [first.id, second.id] }, cost]
    }
  }
  if (best === null) return null
  const { community, sites, rooms, open } = best
  const members = homesOf(communities[community], homes).map((member) => homes[member])
  const near = facilities.filter(({ id, category }) => isRoom(category) && !open.includes(id) && members.some(({ centre }) => distance(centre, door(id)) < fiveMinutesMetres + 60))
  return { community, sites: new Set(sites.map(({ id }) => id)), rooms: new Set(rooms.map(({ id }) => id)), open: new Set(open), quiet: new Set(near.map(({ id }) => id)) }
}

const isRoom = (category: string): boolean => (roomCategories as readonly string[]).includes(category)

const homesOf = ({ sites }: Community, homes: readonly Home[]): number[] => homes.flatMap(({ site }, index) => (sites.includes(site) ? [index] : []))
