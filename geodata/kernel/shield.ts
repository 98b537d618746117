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
  /** By band; they stay the same while counts change (shieldWith). */
  blocks: Record<Band, Blocks>
}

/** A band's blocks and, by block, what is told of it. */
export type ShieldedBand = { blocks: Blocks; told: Float64Array; seat: Int32Array }

/**
 * The city with the people of each block moved to one of its homes: the one of most land, of equal ones the first. `base`: the counts that buildings changed
 * since had when the city was loaded. Blocks are made of them and never change; what is told of a block moves in steps of k. RangeError for a k below 2.
 * O(bands x buildings).
 */
export function shieldOf(city: City, k: number, base: readonly BuildingCounts[] = []): Shield {
  if (!(Number.isInteger(k) && k >= 2)) throw new RangeError(`k: expected a whole number from 2, got ${k}`)
  const first = atLoad(city, base)
  return shieldWith(city, k, byBand((band) => blocksOf(city, first(band, k), k)))
}

/**
 * Counts of buildings as they were before anything changed, by band. A building that came later was empty where people were known before, or where it
 * and its like bring fewer than k: the few must not show as a difference. In an area that came with it, it was what it brought.
 */
function atLoad(city: City, base: readonly BuildingCounts[]): (band: Band, k: number) => Int32Array {
  if (base.length === 0) return (band) => columnOf(city.buildings, band)
  const came = base.filter((row) => row.added)
  const empty = withResidents(city, base.map((row) => (row.added ? { ...row, all: 0, over60: 0, over80: 0, children: 0, households: 0 } : row)), city.versions).buildings
  const brought = came.length > 0 ? withResidents(city, came, city.versions).buildings : empty
  const known = new Uint8Array(city.areas.count + 1)
  for (let i = 0; i < empty.count; i++) if (empty.residents.all[i] > 0) known[empty.area[i]] = 1
  return (band, k) => {
    const column = columnOf(empty, band).slice(), fresh = columnOf(brought, band)
    const sums = new Float64Array(city.areas.count + 1)
    for (const { building } of came) sums[empty.area[building]] += fresh[building]
    for (const { building } of came) if (known[empty.area[building]] === 0 && sums[empty.area[building]] >= k) column[building] = fresh[building]
    return column
  }
}

/** The same for a city whose buildings and counts at load are those the blocks were made of. O(bands x buildings), without the search for blocks. */
export function shieldWith(city: City, k: number, blocks: Record<Band, Blocks>): Shield {
  const { buildings, areas } = city
  const bandsOf = byBand((band) => told(city, k, blocks[band], band))
  const columns = byBand((band) => seated(bandsOf[band], buildings.count))
  const shielded: City = {
    ...city,
    buildings: {
      ...buildings, households: columns.households, counted: countedAt(buildings, bandsOf),
      residents: { all: sum(columns.children, columns.between, columns.older, columns.oldest), '60plus': sum(columns.older, columns.oldest), '80plus': columns.oldest, children: columns.children },
    },
  }
  shareReach(city, shielded)
  const crossed = byBand((band) => crossedBy(city, blocks[band]))
  const either = (parts: readonly Band[]): Uint8Array => Uint8Array.from({ length: areas.count + 2 }, (_, area) => Number(parts.some((band) => crossed[band][area] === 1)))
  const inexact = Object.fromEntries(groups.map((group) => [group, either(bandsIn[group])])) as Record<Group, Uint8Array>
  return { k, city: shielded, inexact: { ...inexact, households: crossed.households }, blocks }
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
const bandsIn: Readonly<Record<Group, readonly Band[]>> = { all: ['children', 'between', 'older', 'oldest'], '60plus': ['older', 'oldest'], '80plus': ['oldest'], children: ['children'] }

/** What the shield makes of one band: for proofs. */
export const shieldedBand = (city: City, { k, blocks }: Pick<Shield, 'k' | 'blocks'>, band: Band): ShieldedBand => told(city, k, blocks[band], band)

const byBand = <T>(of: (band: Band) => T): Record<Band, T> => ({ children: of('children'), between: of('between'), older: of('older'), oldest: of('oldest'), households: of('households') })

function told(city: City, k: number, blocks: Blocks, band: Band): ShieldedBand {
  const { buildings } = city
  const now = columnOf(buildings, band)
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

function sum(...parts: readonly Int32Array[]): Int32Array {
  const total = parts[0].slice()
  for (const part of parts.slice(1)) for (let i = 0; i < total.length; i++) total[i] += part[i]
  return total
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
