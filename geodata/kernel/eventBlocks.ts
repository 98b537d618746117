import { areaLevels } from '../model/area.ts'
import type { AreaColumns } from './columns.ts'
import { eventBands, type EventBand } from './eventBands.ts'
import type { EventColumns, EventRows } from './events.ts'
import { inOrder } from './events.ts'
import { growingInts } from './growing.ts'

/**
 * Events from which any sum may be told. Within each stream the events of each band (eventBands.ts) are put together into blocks of at least k: from the
 * smallest areas up, what is left of an area below k joining others under the area above; what is left of a whole city's month and category joins other
 * categories of that month, and what is left of a month other months. `seated`: one row a block, standing in one of its areas, months and categories. Every
 * sum over these rows is a sum of blocks, 0 or at least k, so that no difference of areas, hexagons, months, categories or rates gives away a count of 1 to
 * k - 1. A figure that a block crosses is not the true one (`crossedIn`).
 */
export type EventBlocks = {
  k: number
  seated: EventColumns
  /** Blocks of several parts: those of block b are parts offsets[b] .. offsets[b + 1]. A part is what one area has of a band in one month and category. */
  joined: { offsets: Int32Array; area: Int32Array; month: Int32Array; kind: Int32Array; people: Uint8Array; /** 1: fewer than k in all, told nowhere. */ untold: Uint8Array }
  parents: Int32Array
}

/** Blocks over all bands. RangeError for a k below 2. O(rows x bands + parts x levels). */
export function eventBlocks(columns: EventColumns, areas: AreaColumns, k: number): EventBlocks {
  if (!(Number.isInteger(k) && k >= 2)) throw new RangeError(`k: expected a whole number from 2, got ${k}`)
  const tree = treeOf(areas)
  const seats = { month: growingInts(), kind: growingInts(), area: growingInts(), hexagon: growingInts(), times: growingInts(), people: growingInts(), responded: growingInts(), resolved: growingInts(), satisfied: growingInts() }
  const joined = { offsets: [0], area: growingInts(), month: growingInts(), kind: growingInts(), people: [] as number[], untold: [] as number[] }
  const rankOf = ranking(columns, areas)

  const settle = (band: EventBand, { sum, parts }: Pile, untold: boolean): void => {
    if (parts.length > 1 || untold) {
      for (const part of parts) {
        joined.area.push(part.area)
        joined.month.push(part.month)
        joined.kind.push(part.kind)
      }
      joined.offsets.push(joined.area.length)
      joined.people.push(Number(band.name === 'people'))
      joined.untold.push(Number(untold))
    }
    if (untold) return
    const seat = parts.reduce((best, part) => (rankOf(part.area) > rankOf(best.area) ? part : best))
    seats.month.push(seat.month)
    seats.kind.push(seat.kind)
    seats.area.push(seat.area)
    seats.hexagon.push(seat.area < areas.count ? columns.middle[seat.area] : -1)
    for (const figure of ['times', 'people', 'responded', 'resolved', 'satisfied'] as const) seats[figure].push(band.counts[figure] > 0 ? sum : band.counts[figure])
  }

  for (const stream of new Set(columns.kinds.map((kind) => kind.stream))) {
    const kinds = columns.kinds.flatMap((kind, number) => (kind.stream === stream ? [number] : []))
    for (const band of eventBands) {
      const made: Pile[] = []
      const rest = joinUp(columns.months.map((_, month) => {
        const own: Pile[] = []
        const left = joinUp(kinds.map((kind) => blocksOfKey(tree, partsOf(columns, band, month, kind, tree.whole), k, own)), own, k)
        for (const block of own) made.push(block)
        return left
      }), made, k)
      for (const block of made) settle(band, block, false)
      if (rest) settle(band, rest, true)
    }
  }
  const rows: EventRows = {
    month: seats.month.take(), kind: seats.kind.take(), area: seats.area.take(), hexagon: seats.hexagon.take(), times: seats.times.take(), people: seats.people.take(),
    responded: seats.responded.take(), resolved: seats.resolved.take(), satisfied: seats.satisfied.take(),
  }
  return {
    k, parents: tree.parents, seated: inOrder(rows, columns.months, columns.kinds, { hexagons: columns.hexagons, middle: columns.middle }),
    joined: { offsets: Int32Array.from(joined.offsets), area: joined.area.take(), month: joined.month.take(), kind: joined.kind.take(), people: Uint8Array.from(joined.people), untold: Uint8Array.from(joined.untold) },
  }
}

type Part = { area: number; month: number; kind: number }
type Pile = { sum: number; parts: Part[] }

/** Parents by area, areas.count = events of no area, the last = the whole city; depth below it. */
type Tree = { parents: Int32Array; depth: Int32Array; whole: number }

function treeOf({ count, parents: up }: AreaColumns): Tree {
  const whole = count + 1
  const parents = Int32Array.from({ length: count + 2 }, (_, area) => (area === whole ? -1 : area < count && up[area] >= 0 ? up[area] : whole))
  const depth = Int32Array.from(parents, (_, area) => {
    let steps = 0
    for (let at = area; parents[at] >= 0; at = parents[at]) steps++
    return steps
  })
  return { parents, depth, whole }
}

/** What each area has of a band in one month and category. */
function partsOf(columns: EventColumns, band: EventBand, month: number, kind: number, size: number): Pile[] {
  const { offsets, kinds, area } = columns
  const at = month * kinds.length + kind
  const sums = new Map<number, number>()
  for (let row = offsets[at]; row < offsets[at + 1]; row++) {
    const count = band.of(columns, row)
    if (count > 0 && area[row] < size) sums.set(area[row], (sums.get(area[row]) ?? 0) + count)
  }
  return [...sums].toSorted(([a], [b]) => a - b).map(([where, sum]) => ({ sum, parts: [{ area: where, month, kind }] }))
}

/** Blocks of one month and category, added to `made`; what is left of the whole city below k. */
function blocksOfKey({ parents, depth, whole }: Tree, parts: readonly Pile[], k: number, made: Pile[]): Pile | null {
  const waiting = new Map<number, Pile[]>(), under = new Map<number, Pile[]>()
  const byDepth: number[][] = []
  const visit = (area: number): void => {
    if (under.has(area)) return
    under.set(area, [])
    const level = byDepth[depth[area]] ??= []
    level.push(area)
    if (parents[area] >= 0) visit(parents[area])
  }
  for (const pile of parts) {
    visit(pile.parts[0].area)
    put(waiting, pile.parts[0].area, pile)
  }
  let left: Pile | null = null
  for (const level of byDepth.toReversed()) {
    for (const area of level ?? []) {
      const blocks = under.get(area) ?? []
      const before = blocks.length
      const rest = joinUp(waiting.get(area) ?? [], blocks, k)
      for (let block = before; block < blocks.length; block++) made.push(blocks[block])
      if (area === whole) left = rest
      else {
        const above = under.get(parents[area])
        for (const block of blocks) above?.push(block)
        if (rest) put(waiting, parents[area], rest)
      }
    }
  }
  return left
}

function put(waiting: Map<number, Pile[]>, area: number, pile: Pile): void {
  const piles = waiting.get(area)
  if (piles) piles.push(pile)
  else waiting.set(area, [pile])
}

/** Piles of k and more are blocks, the smaller ones together another if they are enough, else part of the smallest block; what no block takes is left. */
function joinUp(piles: readonly (Pile | null)[], blocks: Pile[], k: number): Pile | null {
  const rest: Pile = { sum: 0, parts: [] }
  for (const pile of piles) {
    if (pile === null) continue
    if (pile.sum >= k) blocks.push(pile)
    else add(rest, pile)
  }
  if (rest.sum === 0) return null
  if (rest.sum >= k) blocks.push(rest)
  else if (blocks.length > 0) add(blocks.reduce((least, block) => (block.sum < least.sum ? block : least)), rest)
  else return rest
  return null
}

function add(pile: Pile, other: Pile): void {
  pile.sum += other.sum
  pile.parts.push(...other.parts)
}

/** Where a block stands: in the largest of its grids, whatever was counted there; in a place before none, in a grid before a community. */
function ranking(columns: EventColumns, areas: AreaColumns): (area: number) => number {
  const grid = areaLevels.indexOf('grid')
  return (area) => {
    if (area >= areas.count) return -1
    const hasPlace = columns.middle[area] >= 0 ? 1e14 : 0, isGrid = areas.levels[area] === grid ? 1e13 : 0
    return hasPlace + isGrid + (areas.squareMetres[area] || 0)
  }
}
