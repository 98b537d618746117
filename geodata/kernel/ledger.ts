import type { Group } from '../model/facility.ts'
import { areaLevels } from '../model/area.ts'
import type { City } from './columns.ts'
import { homeKinds } from './home.ts'

/**
 * Homes in the order of their area and estate, with what they count for copied in that order, so that a roll-up reads each column once and
 * adds to an area once for a whole run of homes. Run r holds positions runOffsets[r] .. runOffsets[r + 1].
 */
export type Ledger = {
  homes: Int32Array
  residents: Record<Group, Int32Array>
  counted: Uint8Array
  households: Int32Array
  landSquareMetres: Int32Array
  runOffsets: Int32Array
  /** Area index of the run, areas.count = outside. */
  runArea: Int32Array
  /** Estate index of the run, -1 = none. */
  runEstate: Int32Array
  /** Areas such that each comes before the one it is part of; estates are not among them. */
  upward: Int32Array
  /** Buildings nobody knows the residents of, by area, rolled up. */
  noDataBuildings: Float64Array
}

const ledgers = new WeakMap<City['buildings'], Ledger>()

export function ledgerOf(city: City): Ledger {
  const known = ledgers.get(city.buildings)
  if (known) return known
  const ledger = makeLedger(city)
  ledgers.set(city.buildings, ledger)
  return ledger
}

/** Adds each area's own figure to all areas it is part of. */
export function rollUp(city: City, upward: Int32Array, figures: Float64Array): void {
  for (const area of upward) if (city.areas.parents[area] >= 0) figures[city.areas.parents[area]] += figures[area]
}

function makeLedger(city: City): Ledger {
  const { buildings, areas } = city
  const homes = homesInOrder(city)
  const runOffsets: number[] = [], runArea: number[] = [], runEstate: number[] = []
  homes.forEach((home, k) => {
    if (k > 0 && runArea[runArea.length - 1] === buildings.area[home] && runEstate[runEstate.length - 1] === buildings.estate[home]) return
    runOffsets.push(k)
    runArea.push(buildings.area[home])
    runEstate.push(buildings.estate[home])
  })
  runOffsets.push(homes.length)
  const inOrder = (column: Int32Array): Int32Array => homes.map((home) => column[home])
  const upward = upwardOf(city)
  const noDataBuildings = new Float64Array(areas.count + 1)
  for (let i = 0; i < buildings.count; i++) {
    if (buildings.kind[i] !== homeKinds.noData) continue
    noDataBuildings[buildings.area[i]]++
    if (buildings.estate[i] >= 0) noDataBuildings[buildings.estate[i]]++
  }
  rollUp(city, upward, noDataBuildings)
  const { residents } = buildings
  return {
    homes, upward, noDataBuildings,
    residents: { all: inOrder(residents.all), '60plus': inOrder(residents['60plus']), '80plus': inOrder(residents['80plus']), children: inOrder(residents.children) },
    counted: Uint8Array.from(homes, (home) => buildings.counted[home]), households: inOrder(buildings.households), landSquareMetres: inOrder(buildings.landSquareMetres),
    runOffsets: Int32Array.from(runOffsets), runArea: Int32Array.from(runArea), runEstate: Int32Array.from(runEstate),
  }
}

/** Counting sort by area, then within an area by estate; dense order breaks ties. */
function homesInOrder(city: City): Int32Array {
  const { count, kind, area, estate } = city.buildings
  const keys = new Float64Array(count)
  let homes = 0
  for (let i = 0; i < count; i++) if (kind[i] === homeKinds.home) keys[homes++] = i
  const order = Int32Array.from(keys.subarray(0, homes))
  const sortBy = (column: Int32Array, bins: number): void => {
    const offsets = new Int32Array(bins + 1)
    for (const i of order) offsets[column[i] + 2 > bins ? bins : column[i] + 2]++
    for (let bin = 0; bin < bins; bin++) offsets[bin + 1] += offsets[bin]
    const sorted = new Int32Array(order.length)
    for (const i of order) sorted[offsets[column[i] + 1]++] = i
    order.set(sorted)
  }
  sortBy(estate, city.areas.count + 3)
  sortBy(area, city.areas.count + 3)
  return order
}

function upwardOf(city: City): Int32Array {
  const { count, parents, levels } = city.areas
  const depth = (area: number): number => {
    let steps = 0
    for (let at = area; parents[at] >= 0; at = parents[at]) steps++
    return steps
  }
  const estate = areaLevels.indexOf('estate')
  const administrative = Array.from({ length: count }, (_, area) => area).filter((area) => levels[area] !== estate)
  const depths = administrative.map(depth)
  return Int32Array.from(administrative.map((_, k) => k).toSorted((a, b) => depths[b] - depths[a] || a - b), (k) => administrative[k])
}
