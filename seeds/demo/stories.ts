import type { Canteen } from './canteens.ts'
import { placeCanteens, shopDoors, tenMinutesMetres, workDoors } from './canteens.ts'
import type { District } from './district.ts'
import { count, homesWithin, reachedOnce, resize } from './homes.ts'
import type { Home, Reached } from './homes.ts'
import { keyOf } from './knit.ts'
import type { People } from './people.ts'
import { onGrid } from './plane.ts'
import type { Point } from './plane.ts'
import { distance } from './shapes.ts'
import { distanceTo } from './streets.ts'
import type { Walks } from './walk.ts'

/** Figures of the two stories planted now (invented; see the domain notes on the demo city). */
export const storyFigures = {
  wall: { opening: { all: 1340, over60: 412 }, newRoom: { all: 1510, over60: 388 }, sideGate: 260 },
  river: { buildings: 9, residents: 1120, straightMetres: 280, walkMetres: 1450 },
} as const

/** Story 1, a wall apart: a staff canteen, a room that could be built nearby, a locked side gate; and the homes each would newly reach. */
export type WallStory = { canteen: Canteen; newRoom: Point; gate: { site: number; gate: number }; opening: Home[]; room: Home[]; gateOnly: Home[] }
/** Story 2, a river apart: nine buildings across from a canteen. */
export type RiverStory = { canteen: Canteen; homes: Home[] }
export type Stories = { canteens: Canteen[]; wall: WallStory; river: RiverStory }

/** A district whose plan has no room for a story; another plan is drawn for the same seed. */
export class StoryMisfit extends Error {}

/** Chooses places whose reach comes near the figures, then sets the residents of the homes concerned so that they are met exactly. */
export function plantStories(district: District, homes: readonly Home[], walks: Walks): Stories {
  const river = riverStory(district, homes, walks)
  const west = district.plan.centre[0] + 200
  const south = (place: Point): boolean => place[1] < district.plan.centre[1] - 120 && place[0] < west
  const institute = workDoors(district, ['institute']).at(0)
  if (institute === undefined) throw new StoryMisfit('the plan left no block for the design institute')
  const near = (place: Point): boolean => distance(place, institute.position) < 620
  const reachRiver = walks.from(river.homes[4].centre, 1700)
  const tooNear = (place: Point): boolean => {
    const door = walks.door(place)
    return near(place) || (door !== null && reachRiver(door) < storyFigures.river.walkMetres + 130)
  }
  const retired = spread(workDoors(district, ['school', 'government', 'office', 'market', 'industry']).filter((each) => south(each.position) && !near(each.position)), 4)
  const reached = reachedOnce(homes, walks, tenMinutesMetres)
  const canteens = placeCanteens(district, homes, reached, [...retired, river.canteen], tooNear)
  const wall = wallStory(district, homes, walks, reached, canteens, institute)
  resize(homes, river.homes.map((home) => homes.indexOf(home)), storyFigures.river.residents, Math.round(storyFigures.river.residents * 0.33))
  return { canteens: [...wall.canteens, { ...institute, audience: 'staff' }], wall: wall.story, river }
}

/** Places as far from one another as can be, beginning with the first. */
function spread(places: readonly Canteen[], wanted: number): Canteen[] {
  const chosen = places.slice(0, 1)
  while (chosen.length < Math.min(wanted, places.length)) {
    const apart = (place: Canteen): number => Math.min(...chosen.map((each) => distance(each.position, place.position)))
    chosen.push(places.reduce((best, each) => (apart(each) > apart(best) ? each : best)))
  }
  return chosen
}

function riverStory(district: District, homes: readonly Home[], walks: Walks): RiverStory {
  const { plan } = district
  const northEast = homes.filter((home) => home.centre[0] > plan.centre[0] + 900 && home.centre[1] > riverY(plan.river, home.centre[0]) && home.centre[1] < riverY(plan.river, home.centre[0]) + 420)
  let best: RiverStory | null = null
  let least = Infinity
  for (const canteen of bankDoors(district)) {
    const reach = walks.from(canteen.position, 2600)
    const rated = northEast.map((home) => {
      const walk = Math.min(...home.doors.map(reach))
      const straight = distance(home.centre, canteen.position)
      return { home, cost: Math.abs(straight - storyFigures.river.straightMetres) / 28 + Math.abs(walk - storyFigures.river.walkMetres) / 90 }
    }).filter((each) => Number.isFinite(each.cost)).toSorted((a, b) => a.cost - b.cost).slice(0, storyFigures.river.buildings)
    const cost = rated.reduce((sum, each) => sum + each.cost, 0)
    if (rated.length === storyFigures.river.buildings && cost < least) [best, least] = [{ canteen, homes: rated.map((each) => each.home) }, cost]
  }
  if (best === null) throw new StoryMisfit('no place for the canteen across the river was found: widen the search in the south-east bank')
  return best
}

/** Doors in the walls along the south-east bank road, one each 15 m. */
function bankDoors(district: District): Canteen[] {
  const { plan } = district
  return district.sites.flatMap((site, index) => site.ring.flatMap((a, corner): Canteen[] => {
    const b = site.ring[(corner + 1) % site.ring.length]
    const steps = Math.ceil(distance(a, b) / 15)
    return Array.from({ length: steps }, (_, step): Point => onGrid(a[0] + ((b[0] - a[0]) * step) / steps, a[1] + ((b[1] - a[1]) * step) / steps))
      .filter(([x, y]) => x > plan.centre[0] + 900 && x < plan.centre[0] + 1500 && y < riverY(plan.river, x) && distanceTo([x, y], plan.river) < 128)
      .map((position) => ({ position, site: index, building: -1, audience: 'everyone', owner: 'community' }))
  }))
}

function wallStory(district: District, homes: readonly Home[], walks: Walks, within: Reached, canteens: Canteen[], institute: Canteen): { canteens: Canteen[]; story: WallStory } {
  const byInstitute = within(institute.position)
  const figures = storyFigures.wall
  const shifting = canteens.findIndex((each) => each.audience === 'retired')
  const others = new Set(canteens.filter((_, index) => index !== shifting).flatMap((each) => [...within(each.position)]))
  const left = [...byInstitute].filter((member) => !others.has(member))
  const spots = shopDoors(district).filter((each) => distance(each.position, institute.position) < 1150)
  const work = workDoors(district, ['school', 'government', 'office', 'market', 'industry']).filter((each) => distance(each.position, institute.position) < 1300)
  const rated = [canteens[shifting], ...work, ...spots].map((spot) => {
    const taken = within(spot.position)
    const opening = left.filter((member) => !taken.has(member))
    return { spot, taken, opening, off: Math.abs(Math.log(Math.max(1, count(homes, opening, allOf)) / figures.opening.all)) }
  })
  let best: { cost: number; canteens: Canteen[]; story: WallStory } | null = null
  for (const { spot, taken, opening, off } of rated.toSorted((a, b) => a.off - b.off).slice(0, 14)) {
    const list = canteens.map((each, index) => (index === shifting ? { ...spot, audience: 'retired' as const, owner: 'unit' as const } : each))
    const today = new Set([...others, ...taken])
    const room = bestRoom(district, homes, within, today, opening, institute.position)
    const gate = room === null ? null : bestGate(district, homes, walks, [...list.map((each) => each.position), institute.position], new Set([...today, ...opening]), institute.position, new Set(room.members))
    if (room === null || gate === null) continue
    const cost = room.cost + gate.cost + off
    if (best !== null && cost >= best.cost) continue
    const pick = (members: readonly number[]): Home[] => members.map((member) => homes[member])
    best = { cost, canteens: list, story: { canteen: { ...institute, audience: 'staff' }, newRoom: room.place, gate: { site: gate.site, gate: gate.gate }, opening: pick(opening), room: pick(room.members), gateOnly: pick(gate.members) } }
  }
  if (best === null) throw new StoryMisfit('no set of places tells the story of the wall: the institute stands where canteens are too near or too far')
  settleWall(homes, best.story)
  return best
}

/** The shop door near the institute whose newly reached homes come nearest to the figure while differing from those of opening. */
function bestRoom(district: District, homes: readonly Home[], within: Reached, today: ReadonlySet<number>, opening: readonly number[], near: Point): { place: Point; members: number[]; cost: number } | null {
  const target = storyFigures.wall.newRoom.all
  let best: { place: Point; members: number[]; cost: number } | null = null
  for (const { position } of shopDoors(district)) {
    if (distance(position, near) > 700) continue
    const members = [...within(position)].filter((member) => !today.has(member))
    const own = new Set(opening)
    const sums = [members.filter((member) => own.has(member)), members.filter((member) => !own.has(member)), opening.filter((member) => !members.includes(member))].map((set) => count(homes, set, (people) => people.all))
    if (sums[1] < 260 || sums[2] < 120 || sums[0] < 120) continue
    const cost = Math.abs(Math.log((sums[0] + sums[1]) / target)) + distance(position, near) / 4000
    if (best === null || cost < best.cost) best = { place: position, members, cost }
  }
  return best
}

function bestGate(district: District, homes: readonly Home[], walks: Walks, places: readonly Point[], covered: ReadonlySet<number>, near: Point, room: ReadonlySet<number>): { site: number; gate: number; members: number[]; cost: number } | null {
  let best: { site: number; gate: number; members: number[]; cost: number } | null = null
  district.sites.forEach((site, index) => site.gates.forEach((gate, order) => {
    if (gate.locked !== 'always' || distance(gate.position, near) > 560) return
    const opened = new Set([keyOf(gate.position)])
    const members = new Set<number>()
    for (const place of places) if (distance(place, gate.position) < tenMinutesMetres) for (const member of homesWithin(homes, walks, place, tenMinutesMetres, opened)) if (!covered.has(member)) members.add(member)
    const all = count(homes, members, (people) => people.all)
    if (all === 0) return
    const shared = [...members].filter((member) => room.has(member)).length
    const cost = Math.abs(Math.log(all / storyFigures.wall.sideGate)) * 0.7 + shared * 0.3
    if (best === null || cost < best.cost) best = { site: index, gate: order, members: [...members], cost }
  }))
  return best
}

/** Sets the residents of the homes that only opening, only the new room, both, or only the gate would reach. */
function settleWall(homes: readonly Home[], story: WallStory): void {
  const { opening, newRoom, sideGate } = storyFigures.wall
  const index = new Map(homes.map((home, member) => [home, member]))
  const members = (list: readonly Home[]): number[] => list.map((home) => index.get(home) ?? -1)
  const room = new Set(story.room)
  const gateOnly = new Set(story.gateOnly)
  const own = new Set(story.opening)
  const both = members(story.opening.filter((home) => room.has(home)))
  const onlyOpening = members(story.opening.filter((home) => !room.has(home)))
  const roomAndGate = story.room.filter((home) => gateOnly.has(home))
  const gateAlone = members(story.gateOnly)
  const gateInRoom = roomAndGate.reduce((sum, home) => sum + home.people.all, 0)
  const onlyRoom = members(story.room.filter((home) => !own.has(home) && !gateOnly.has(home)))
  const gateAll = count(homes, gateAlone, (people) => people.all)
  resize(homes, gateAlone, sideGate, Math.round(sideGate * 0.3))
  const inRoom = roomAndGate.length === 0 ? 0 : roomAndGate.reduce((sum, home) => sum + home.people.all, 0)
  const inRoomOlder = roomAndGate.reduce((sum, home) => sum + home.people.over60, 0)
  if (gateAll < gateInRoom) throw new StoryMisfit(`the gate reaches ${gateAll} residents, of whom ${gateInRoom} were counted twice`)
  const all = fit([both, onlyOpening, onlyRoom].map((set) => count(homes, set, (people) => people.all)), opening.all, newRoom.all - inRoom)
  const older = fit([both, onlyOpening, onlyRoom].map((set, part) => (count(homes, set, olderOf) / Math.max(1, count(homes, set, allOf))) * all[part]), opening.over60, newRoom.over60 - inRoomOlder)
  ;[both, onlyOpening, onlyRoom].forEach((set, part) => resize(homes, set, all[part], older[part]))
}

const allOf = (people: People): number => people.all
const olderOf = (people: People): number => people.over60

/** Sizes of (both, first only, second only) with both + first = a and both + second = b, as near to the raw sizes as can be. */
function fit([both, first, second]: number[], a: number, b: number): [number, number, number] {
  let [best, least] = [0, Infinity]
  for (let size = 1; size < Math.min(a, b); size++) {
    const cost = Math.log(size / Math.max(1, both)) ** 2 + Math.log((a - size) / Math.max(1, first)) ** 2 + Math.log((b - size) / Math.max(1, second)) ** 2
    if (cost < least) [best, least] = [size, cost]
  }
  return [best, a - best, b - best]
}

function riverY(river: readonly Point[], x: number): number {
  return river.reduce((best, each) => (Math.abs(each[0] - x) < Math.abs(best[0] - x) ? each : best))[1]
}
