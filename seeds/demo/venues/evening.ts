import type { Facility } from '../../../geodata/model/facility.ts'
import type { Community } from '../grids.ts'
import type { Home } from '../homes.ts'
import { count, homesWithin } from '../homes.ts'
import type { Point } from '../plane.ts'
import type { Services } from '../services.ts'
import { distance } from '../shapes.ts'
import type { Walks } from '../walk.ts'

/**
 * Story 4, the sign hangs and the door is shut: a community with all ten items, whose seven rooms are shut by 17:00 save two. Of its residents so many live
 * within five minutes on foot of a room of the seven kinds, whosever it is, that is open at 18:30 of a workday.
 */
export const eveningFigures = { rooms: 7, open: 2, reach: 0.12 } as const

/** 七室 by category (示例目录). */
const roomCategories: readonly string[] = ['activityRoom', 'readingRoom', 'meetingRoom', 'clinic', 'policeRoom', 'mediation', 'daycare']
/** Those one may think of as open in the evening. */
const eveningCategories: readonly string[] = roomCategories.slice(0, 5)
/** Those with a door of their own, which may change it with a shop. */
const ownDoor: readonly string[] = ['activityRoom', 'clinic', 'policeRoom']
/** Five minutes at the planning speed of 1 m/s. */
const fiveMinutesMetres = 300
/** A door is not changed for less than this share of the residents. */
const worthChanging = 0.003

/**
 * `sites`: all ten, each as large as it has to be; `rooms`: the seven; `open`: the two that are open after 17:00; `quiet`: rooms of others near its homes, which
 * open later or shut earlier; `exchanged`: rooms and shops that change doors.
 */
export type Evening = { community: number; sites: ReadonlySet<string>; rooms: ReadonlySet<string>; open: ReadonlySet<string>; quiet: ReadonlySet<string>; exchanged: readonly (readonly [room: string, shop: string])[] }

/** A room at its own door or at a shop's, with the homes it reaches. */
type Seat = { id: string; shop: string | null; reached: ReadonlySet<number> }
type Choice = { community: number; seats: readonly [Seat, Seat] }

export function eveningOf({ slots, shops, doors }: Services, facilities: readonly Facility[], communities: readonly Community[], homes: readonly Home[], walks: Walks): Evening | null {
  let best: Choice | null = null
  let least = Infinity
  for (const [community, sites] of slots.entries()) {
    if (sites.length < 10) continue
    const members = membersOf(communities[community], homes)
    const residents = count(homes, members, (people) => people.all)
    const seats = seatsOf(sites, shops[community])
    for (const [at, first] of seats.entries()) for (const second of seats.slice(at + 1)) {
      if (first.id === second.id || (first.shop !== null && first.shop === second.shop)) continue
      const reach = count(homes, members.filter((member) => first.reached.has(member) || second.reached.has(member)), (people) => people.all) / residents
      const cost = Math.abs(reach - eveningFigures.reach) + worthChanging * (Number(first.shop !== null) + Number(second.shop !== null))
      if (cost < least) [best, least] = [{ community, seats: [first, second] }, cost]
    }
  }
  return best === null ? null : told(best)

  function seatsOf(sites: readonly Facility[], nearby: readonly Facility[]): Seat[] {
    return sites.filter(({ category }) => eveningCategories.includes(category)).flatMap(({ id, category }) => [
      seatAt(id, null), ...(ownDoor.includes(category) ? nearby.map((shop) => seatAt(id, shop.id)) : []),
    ])
  }

  function seatAt(id: string, shop: string | null): Seat {
    return { id, shop, reached: homesWithin(homes, walks, doors.get(shop ?? id) ?? [0, 0], fiveMinutesMetres) }
  }

  function told({ community, seats }: Choice): Evening {
    const sites = slots[community]
    const open = new Set(seats.map(({ id }) => id))
    const members = membersOf(communities[community], homes).map((member) => homes[member])
    const near = (door: Point | undefined): boolean => door !== undefined && members.some(({ centre }) => distance(centre, door) < fiveMinutesMetres + 60)
    const quiet = facilities.filter(({ id, category }) => roomCategories.includes(category) && !open.has(id) && near(doors.get(id)))
    return {
      community, open, sites: new Set(sites.map(({ id }) => id)), rooms: new Set(sites.filter(({ category }) => roomCategories.includes(category)).map(({ id }) => id)),
      quiet: new Set(quiet.map(({ id }) => id)), exchanged: seats.flatMap(({ id, shop }) => (shop === null ? [] : [[id, shop] as const])),
    }
  }
}

const membersOf = ({ sites }: Community, homes: readonly Home[]): number[] => homes.flatMap(({ site }, index) => (sites.includes(site) ? [index] : []))
