import type { Position } from '../../../geodata/model/geometry.ts'
import type { Scene } from '../../../geodata/model/organisation.ts'
import type { Garden, GardenBuilding, GardenCommunity } from './garden.ts'
import { internetNames, parkNames, quarterNames, towerNames } from './twoNewNames.ts'

/** 载体: where firms are. `communities`: its own, then others it reaches into. */
export type Carrier = { id: string; name: string; kind: Exclude<Scene, 'other'>; position: Position; communities: readonly [string, ...string[]]; floors: number | null; building: string | null }

/** Towers are office houses of at least so many storeys. */
const towerStoreys = 15
/** Markets of the district that have firms of their own, the largest last. */
const marketCount = 6

/** The tallest office house of each site is a tower, the largest works are parks; the first tower stands in two communities. */
export function carriersOf(garden: Garden): Carrier[] {
  const houses = garden.communities.flatMap((community) => community.buildings.map((building) => ({ building, community })))
  const towers = oneOfEachSite(houses.filter(({ building }) => building.use === 'office' && (building.storeys ?? 0) >= towerStoreys), (a, b) => (b.storeys ?? 0) - (a.storeys ?? 0))
  const works = oneOfEachSite(houses.filter(({ building }) => building.use === 'industrial'), (a, b) => (b.storeys ?? 0) - (a.storeys ?? 0))
  const halls = oneOfEachSite(houses.filter(({ building }) => building.use === 'office' && building.name === '商场'), () => 0)
  const markets = garden.communities.flatMap((community) => community.facilities.filter(({ category }) => category === 'market').map((market) => ({ market, community }))).slice(-marketCount)
  const made: Omit<Carrier, 'id'>[] = [
    ...towers.slice(0, towerNames.length).map(({ building, community }, at) => ({ name: towerNames[at], kind: 'tower' as const, ...house(building), communities: at === 0 ? [community.code, neighbourOf(garden, community)] as const : [community.code] as const })),
    ...works.slice(0, parkNames.length).map(({ building, community }, at) => ({ name: parkNames[at], kind: 'park' as const, ...house(building), building: null, floors: null, communities: [community.code] as const })),
    ...markets.map(({ market, community }) => ({ name: market.name, kind: 'market' as const, position: market.position, floors: null, building: null, communities: [community.code] as const })),
    ...halls.slice(0, quarterNames.length).map(({ building, community }, at) => ({ name: quarterNames[at], kind: 'market' as const, ...house(building), communities: [community.code] as const })),
    ...towers.slice(-internetNames.length).map(({ building, community }, at) => ({ name: internetNames[at], kind: 'internet' as const, ...house(building), communities: [community.code] as const })),
  ]
  return made.map((carrier, at) => ({ id: `carrier-${at + 1}`, ...carrier }))
}

const house = ({ id, position, storeys }: GardenBuilding): Pick<Carrier, 'position' | 'floors' | 'building'> => ({ position, floors: storeys, building: id })

/** Houses of one site share the id up to its last part. */
function oneOfEachSite(houses: readonly { building: GardenBuilding; community: GardenCommunity }[], order: (a: GardenBuilding, b: GardenBuilding) => number): { building: GardenBuilding; community: GardenCommunity }[] {
  const sites = new Map<string, (typeof houses)[number]>()
  for (const one of houses.toSorted((a, b) => order(a.building, b.building))) {
    const site = one.building.id.replace(/-\d+$/, '')
    if (!sites.has(site)) sites.set(site, one)
  }
  return [...sites.values()].toSorted((a, b) => order(a.building, b.building) || (a.building.id < b.building.id ? -1 : 1))
}

/** The community of the same street whose houses lie nearest. */
function neighbourOf({ communities }: Garden, { code, street, centre }: GardenCommunity): string {
  const away = (one: GardenCommunity): number => (one.centre && centre ? Math.hypot(one.centre[0] - centre[0], one.centre[1] - centre[1]) : Infinity)
  return communities.filter((one) => one.street === street && one.code !== code).toSorted((a, b) => away(a) - away(b)).at(0)?.code ?? code
}
