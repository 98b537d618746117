import { innerPoint } from '../../../geodata/kernel/inner.ts'
import type { Area } from '../../../geodata/model/area.ts'
import type { BuildingUse } from '../../../geodata/model/building.ts'
import type { CityRecord } from '../../../geodata/model/city.ts'
import type { Facility, Unit } from '../../../geodata/model/facility.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { diceOf, type Dice } from '../dice.ts'
import { leftOutOf } from './leftOut.ts'

export type GardenBuilding = { id: string; name: string; use: BuildingUse | null; storeys: number | null; position: Position; residents: number; over60: number; households: number; grid: string | null; estate: string | null }
export type GardenArea = { code: string; name: string; parent: string | null; residents: number; over60: number; households: number; buildings: GardenBuilding[]; /** Middle of its buildings; null: none. */ centre: Position | null }
export type GardenCommunity = GardenArea & { street: string; grids: GardenArea[]; estates: GardenArea[]; units: Unit[]; facilities: Facility[] }

/** The grown district as the registers' seeds see it. */
export type Garden = {
  city: string; district: string
  streets: GardenArea[]
  /** By code; those of the first street (the source document's) come first. */
  communities: GardenCommunity[]
  units: readonly Unit[]
  facilities: readonly Facility[]
  buildings: readonly GardenBuilding[]
  /** The day it is planted on, yyyy-mm-dd; null: the day its records speak of. */
  planted: string | null
  /** Chance of its own for each purpose, so that one register's seeds leave another's alone. */
  dice: (purpose: string) => Dice
  /** Homes of an area that the product counts as left out, by category. */
  leftOut: (category: string) => (area: string) => number
}

export function gardenOf(records: readonly CityRecord[], seed: number, planted: string | null = null): Garden {
  const areas = records.flatMap((one) => (one.kind === 'area' ? [one.record] : []))
  const units = records.flatMap((one) => (one.kind === 'unit' ? [one.record] : [])), facilities = records.flatMap((one) => (one.kind === 'facility' ? [one.record] : []))
  const buildings = records.flatMap((one): GardenBuilding[] => {
    if (one.kind !== 'building') return []
    const { id, name, use, storeys, footprint, residents, grid, estate } = one.record
    const [lon, lat] = innerPoint(footprint)
    return [{ id, name, use, storeys, position: [lon, lat], residents: residents?.all ?? 0, over60: residents?.over60 ?? 0, households: residents?.households ?? 0, grid, estate }]
  })
  const of = (level: Area['level']): Area[] => areas.filter((area) => area.level === level).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const grids = of('grid').map((area) => gardenArea(area, buildings.filter(({ grid }) => grid === area.code)))
  const estates = of('estate').map((area) => gardenArea(area, buildings.filter(({ estate }) => estate === area.code)))
  const communities = of('community').map((area): GardenCommunity => {
    const own = grids.filter((grid) => grid.parent === area.code)
    return {
      ...gardenArea(area, own.flatMap((grid) => grid.buildings)), street: area.parent ?? '', grids: own, estates: estates.filter((estate) => estate.parent === area.code),
      units: units.filter(({ community }) => community === area.code), facilities: [],
    }
  })
  // Facilities know no community: each belongs to that of the nearest building.
  const home = facilities.map((facility) => nearestBuilding(buildings, facility.position)?.grid ?? '')
  for (const community of communities) community.facilities = facilities.filter((_, i) => community.grids.some(({ code }) => code === home[i]))
  const streets = of('street').map((area) => gardenArea(area, communities.filter(({ street }) => street === area.code).flatMap((community) => community.buildings)))
  return { city: of('city')[0]?.code ?? '', district: of('district')[0]?.code ?? '', streets, communities, units, facilities, buildings, planted, dice: (purpose) => diceOf(seed, `register ${purpose}`), leftOut: (category) => leftOutOf(records, category) }
}

function gardenArea({ code, name, parent }: Area, buildings: GardenBuilding[]): GardenArea {
  const sum = (of: 'residents' | 'over60' | 'households'): number => buildings.reduce((total, building) => total + building[of], 0)
  const middle = (axis: 0 | 1): number => buildings.reduce((total, { position }) => total + position[axis], 0) / buildings.length
  return { code, name, parent, residents: sum('residents'), over60: sum('over60'), households: sum('households'), buildings, centre: buildings.length === 0 ? null : [middle(0), middle(1)] }
}

function nearestBuilding(buildings: readonly GardenBuilding[], [lon, lat]: Position): GardenBuilding | null {
  let best: GardenBuilding | null = null, least = Infinity
  for (const building of buildings) {
    const distance = (building.position[0] - lon) ** 2 * 0.6 + (building.position[1] - lat) ** 2
    if (distance < least) [best, least] = [building, distance]
  }
  return best
}
