import type { District } from './district.ts'
import type { SiteUse } from './draft.ts'
import { count } from './homes.ts'
import type { Home, Reached } from './homes.ts'
import { residentialUses } from './landuse.ts'
import type { Point } from './plane.ts'
import { distance } from './shapes.ts'

/** Ten minutes at the planning speed of 1 m/s. */
export const tenMinutesMetres = 600
/** Community canteens: one for 2.6 communities. */
const communityCanteens = 10
/** Dining halls of units that let residents in, beside the four of the first street. */
const openHalls = 9
/** Nothing is served this near to the middle of the gap that the demo keeps open in the north-east, so that 1.2 km of it stay empty. */
const gapClearMetres = 1130

/** A dining place: on a shop's door, or in the building of a unit that owns it. */
export type Canteen = { position: Point; site: number; building: number; audience: 'everyone' | 'retired' | 'staff' | 'byArrangement'; owner: 'community' | 'unit' }

function gapCentre(district: District): Point {
  return [district.plan.centre[0] + 1020, district.plan.centre[1] + 900]
}

/** Doors of shops, where a community canteen can stand. */
export function shopDoors(district: District): Canteen[] {
  return district.sites.flatMap((site, index) => site.buildings.flatMap((building, order): Canteen[] => (
    building.use === 'commercial' && building.entrances.length > 0 && residentialUses.includes(site.use) ? [{ position: building.entrances[0], site: index, building: order, audience: 'everyone', owner: 'community' }] : [])))
}

/** Doors of places of work whose own dining hall could let people in. */
export function workDoors(district: District, uses: readonly SiteUse[]): Canteen[] {
  return district.sites.flatMap((site, index) => {
    if (!uses.includes(site.use) || site.buildings.length === 0) return []
    const hall = Math.max(0, site.buildings.findIndex((building) => building.name.endsWith('食堂')))
    const door = site.buildings[hall].entrances[0]
    return door === undefined ? [] : [{ position: door, site: index, building: hall, audience: 'retired' as const, owner: 'unit' as const }]
  })
}

/** Puts community canteens one by one where they newly reach most older residents, clear of the gap and of whoever must stay unreached. */
export function placeCanteens(district: District, homes: readonly Home[], reached: Reached, given: readonly Canteen[], keepOut: (place: Point) => boolean): Canteen[] {
  const gap = gapCentre(district)
  const candidates = shopDoors(district).filter((each, index) => index % 2 === 0 && distance(each.position, gap) > gapClearMetres && !keepOut(each.position))
  const fromShops = candidates.map((each) => reached(each.position))
  const covered = new Set(given.flatMap((each) => [...reached(each.position)]))
  const chosen = [...given]
  while (chosen.filter((each) => each.owner === 'community').length < communityCanteens) {
    let [best, most] = [-1, 0]
    fromShops.forEach((members, index) => {
      const gain = count(homes, [...members].filter((member) => !covered.has(member)), (people) => people.over60)
      if (gain > most) [best, most] = [index, gain]
    })
    if (best < 0) break
    chosen.push(candidates[best])
    for (const member of fromShops[best]) covered.add(member)
  }
  const halls = workDoors(district, ['office', 'hospital', 'government', 'school', 'campus', 'culture', 'industry']).filter((each) => beyondFirstStreet(district, each.position) && distance(each.position, gap) > gapClearMetres && !keepOut(each.position) && !chosen.some((other) => other.site === each.site))
  const reachedHalls = halls.map((each) => reached(each.position))
  for (let round = 0; round < openHalls; round++) {
    const gains = reachedHalls.map((members) => count(homes, [...members].filter((member) => !covered.has(member)), (people) => people.over60))
    const best = gains.indexOf(Math.max(...gains))
    if (best < 0 || gains[best] < 150) break
    chosen.push({ ...halls[best], audience: round % 2 === 0 ? 'retired' : 'everyone' })
    for (const member of reachedHalls[best]) covered.add(member)
  }
  return chosen
}

/** The first street lies south of the river and west; its canteens are told by the source document. */
function beyondFirstStreet({ plan }: District, place: Point): boolean {
  return place[0] > plan.centre[0] + 900 || place[1] > Math.max(...plan.river.filter((point) => Math.abs(point[0] - place[0]) < 60).map((point) => point[1]))
}
