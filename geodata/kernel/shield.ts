import type { Group } from '../model/facility.ts'
import { groups } from '../model/facility.ts'
import type { BuildingCounts } from '../model/overlay.ts'
import type { Blocks } from './blocks.ts'
import { blocksOf, crossedBy } from './blocks.ts'
import type { BuildingColumns, City } from './columns.ts'
import { carryFootings } from './footing.ts'
import { homeKinds } from './home.ts'
import { withResidents } from './revise.ts'
import { carryCells } from './straight.ts'

/** People by age, each in one of four, and households: the figures that are put together into blocks, each for itself. */
export const bands = ['children', 'between', 'older', 'oldest', 'households'] as const
export type Band = (typeof bands)[number]

/**
 * A city from which any sum may be told: every question over it is a sum of block totals, each 0 or at least k, so no combination of limits, groups, areas
 * and categories gives away a count of 1 to k - 1. `city` differs from the true one in persons, households and `counted` of buildings alone.
 */
export type Shield = {
  k: number
  city: City
  /** By area, areas.count = outside every area, + 1 = the whole city: 1 where a block crosses the boundary, so that the figure is not the area's own. */
  inexact: Record<Group | 'households', Uint8Array>
}

/** A band's blocks and, by block, what is told of it. */
export type ShieldedBand = { blocks: Blocks; told: Float64Array; seat: Int32Array }

/**
 * The city with the people of each block moved to one of its homes: the one of most land, of equal ones the first. `base`: the counts that buildings changed
 * since had when the city was loaded. Blocks are made of them and never change; what is told of a block moves in steps of k. RangeError for a k below 2.
 * O(bands x buildings).
 */
export function shieldOf(city: City, k: number, base: readonly BuildingCounts[] = []): Shield {
  const { buildings, areas } = city
  const bandsOf = Object.fromEntries(bands.map((band) => [band, shieldedBand(city, k, base, band)])) as Record<Band, ShieldedBand>
  const columns = Object.fromEntries(bands.map((band) => [band, seated(bandsOf[band], buildings.count)])) as Record<Band, Int32Array>
  const sum = (...parts: readonly Band[]): Int32Array => columns[parts[0]].map((_, i) => parts.reduce((total, band) => total + columns[band][i], 0))
  const shielded: City = {
    ...city,
    buildings: {
      ...buildings, households: columns.households, counted: countedAt(buildings, bandsOf),
      residents: { all: sum('children', 'between', 'older', 'oldest'), '60plus': sum('older', 'oldest'), '80plus': columns.oldest, children: columns.children },
    },
  }
  shareReach(city, shielded)
  const crossed = Object.fromEntries(bands.map((band) => [band, crossedBy(city, bandsOf[band].blocks)])) as Record<Band, Uint8Array>
  const either = (parts: readonly Band[]): Uint8Array => Uint8Array.from({ length: areas.count + 2 }, (_, area) => Number(parts.some((band) => crossed[band][area] === 1)))
  const inexact = Object.fromEntries(groups.map((group) => [group, either(bandsIn[group])])) as Record<Group, Uint8Array>
  return { k, city: shielded, inexact: { ...inexact, households: crossed.households } }
}

/** The shield of a city in which sites and gates have changed and people have not. */
export function shieldMoved(shield: Shield, city: City): Shield {
  const moved: City = { ...city, buildings: shield.city.buildings }
  shareReach(city, moved)
  return { ...shield, city: moved }
}

function shareReach(city: City, shielded: City): void {
  carryFootings(city, shielded, 'walks')
  carryCells(city, shielded)
}

/** The disjoint parts of each group. */
export const bandsIn: Readonly<Record<Group, readonly Band[]>> = { all: ['children', 'between', 'older', 'oldest'], '60plus': ['older', 'oldest'], '80plus': ['oldest'], children: ['children'] }

/** What the shield makes of one band; for shieldOf and for proofs. */
export function shieldedBand(city: City, k: number, base: readonly BuildingCounts[], band: Band): ShieldedBand {
  if (!(Number.isInteger(k) && k >= 2)) throw new RangeError(`k: expected a whole number from 2, got ${k}`)
  const { buildings } = city
  const now = columnOf(buildings, band)
  const blocks = blocksOf(city, base.length > 0 ? columnOf(withResidents(city, base, city.versions).buildings, band) : now, k)
  const count = blocks.node.length
  const sums = new Float64Array(count), seat = new Int32Array(count).fill(-1)
  for (let i = 0; i < buildings.count; i++) {
    const block = blocks.of[i]
    sums[block] += now[i]
    if (buildings.kind[i] === homeKinds.home && (seat[block] < 0 || buildings.landSquareMetres[i] > buildings.landSquareMetres[seat[block]])) seat[block] = i
  }
  const untold = city.areas.count + 2
  return { blocks, seat, told: sums.map((sum, block) => (blocks.node[block] === untold ? 0 : inSteps(blocks.total[block], sum, k))) }
}

/** What is told of a block: its base and whole steps of k from there towards what it is now; 0 exactly when nobody is there, never 1 to k - 1. */
export function inSteps(base: number, now: number, k: number): number {
  if (now === 0) return 0
  return Math.max(k + (base % k), base + k * Math.trunc((now - base) / k))
}

function columnOf({ residents, households }: BuildingColumns, band: Band): Int32Array {
  const { all, '60plus': over60, '80plus': over80, children } = residents
  if (band === 'households') return households
  if (band === 'children') return children
  if (band === 'oldest') return over80
  const rest = band === 'older' ? over60.map((count, i) => count - over80[i]) : all.map((count, i) => count - over60[i] - children[i])
  const wrong = rest.findIndex((count) => count < 0)
  if (wrong >= 0) throw new RangeError(`residents of building ${wrong}: expected groups within the whole, got ${all[wrong]} of whom ${over60[wrong]} over 60, ${over80[wrong]} over 80, ${children[wrong]} children`)
  return rest
}

function seated({ told, seat }: ShieldedBand, count: number): Int32Array {
  const column = new Int32Array(count)
  told.forEach((people, block) => { if (people > 0) column[seat[block]] += people })
  return column
}

/** Whether most of the people seated at a home come from blocks of which most are counted. */
function countedAt(buildings: BuildingColumns, bandsOf: Record<Band, ShieldedBand>): Uint8Array {
  const lead = new Float64Array(buildings.count)
  for (const band of bandsIn.all) {
    const { blocks, told, seat } = bandsOf[band]
    const counted = new Float64Array(told.length)
    const now = columnOf(buildings, band)
    for (let i = 0; i < now.length; i++) counted[blocks.of[i]] += buildings.counted[i] === 1 ? now[i] : -now[i]
    told.forEach((people, block) => { if (people > 0) lead[seat[block]] += counted[block] > 0 ? people : -people })
  }
  return Uint8Array.from(lead, (most, i) => (most === 0 ? buildings.counted[i] : Number(most > 0)))
}
