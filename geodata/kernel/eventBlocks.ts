import { areaLevels } from '../model/area.ts'
import type { AreaColumns } from './columns.ts'
import { eventBands, type EventBand } from './eventBands.ts'
import type { EventColumns, EventRows } from './events.ts'
import { inOrder } from './events.ts'
import { growingInts } from './growing.ts'
import { seededRandom, seedOf } from './random.ts'

/**
 * Events from which any sum may be told. Within each stream and month the events of each band (eventBands.ts) are put together into blocks of at least k: what
 * a grid has too few of joins neighbouring grids of its community, then other categories there, then neighbouring communities, and what a whole city has too
 * few of in a month other months. `seated`: one row a block, standing in one of its grids, categories and months that is drawn by lot, so that over many
 * blocks each place has about its own. Every sum over these rows is a sum of blocks, 0 or at least k: no difference of areas, hexagons, months, categories or
 * rates gives away a count of 1 to k - 1. A figure that a block crosses is not quite the true one (`crossedIn`).
 */
export type EventBlocks = {
  k: number
  seated: EventColumns
  /** Blocks of several parts: those of block b are parts offsets[b] .. offsets[b + 1]. A part is what one area has of a band in one month and category. */
  joined: {
    offsets: Int32Array; area: Int32Array; month: Int32Array; kind: Int32Array
    /** By block: its number in eventBands, and the part it stands in; -1 = fewer than k in all, told nowhere. */
    band: Uint8Array; seat: Int32Array
  }
  parents: Int32Array
}

/** Blocks over all bands. RangeError for a k below 2. O(rows x bands + parts x levels). */
export function eventBlocks(columns: EventColumns, areas: AreaColumns, k: number): EventBlocks {
  if (!(Number.isInteger(k) && k >= 2)) throw new RangeError(`k: expected a whole number from 2, got ${k}`)
  const tree = treeOf(areas)
  const seats = { month: growingInts(), kind: growingInts(), area: growingInts(), hexagon: growingInts(), times: growingInts(), people: growingInts(), responded: growingInts(), resolved: growingInts(), satisfied: growingInts() }
  const joined = { offsets: [0], area: growingInts(), month: growingInts(), kind: growingInts(), band: [] as number[], seat: [] as number[] }
  /** By lot, from what everybody may know; in a place before none. */
  const drawn = (band: EventBand, parts: readonly Part[]): Part => {
    const placed = parts.filter(({ area }) => area < areas.count && columns.middle[area] >= 0)
    const choice = placed.length > 0 ? placed : parts
    return choice.length === 1 ? choice[0] : choice[Math.floor(seededRandom(seedOf(k, `${band.name} ${choice.map(({ area, month, kind }) => `${areas.codes[area] ?? ''} ${columns.months[month]} ${columns.kinds[kind].category}`).join()}`))() * choice.length)]
  }

  const settle = (band: EventBand, { sum, parts }: Pile, untold: boolean): void => {
    const seat = drawn(band, parts)
    if (parts.length > 1 || untold) {
      joined.band.push(eventBands.indexOf(band))
      joined.seat.push(untold ? -1 : joined.area.length + parts.indexOf(seat))
      for (const part of parts) {
        joined.area.push(part.area)
        joined.month.push(part.month)
        joined.kind.push(part.kind)
      }
      joined.offsets.push(joined.area.length)
    }
    if (untold) return
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
      const rest = gather(columns.months.flatMap((_, month) => blocksOfMonth(tree, partsOf(columns, band, month, kinds), k, made) ?? []), made, made, k)
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
    joined: { offsets: Int32Array.from(joined.offsets), area: joined.area.take(), month: joined.month.take(), kind: joined.kind.take(), band: Uint8Array.from(joined.band), seat: Int32Array.from(joined.seat) },
  }
}

type Part = { area: number; month: number; kind: number }
/** `kind`: of all its parts; -1 = of several. */
type Pile = { sum: number; kind: number; parts: Part[] }

/** Parents by area, areas.count = events of no area, the last = the whole city; depth below it; 1 for grids, whose rest waits by category. */
type Tree = { parents: Int32Array; depth: Int32Array; isGrid: Uint8Array; whole: number }

function treeOf({ count, parents: up, levels }: AreaColumns): Tree {
  const whole = count + 1
  const parents = Int32Array.from({ length: count + 2 }, (_, area) => (area === whole ? -1 : area < count && up[area] >= 0 ? up[area] : whole))
  const depth = Int32Array.from(parents, (_, area) => {
    let steps = 0
    for (let at = area; parents[at] >= 0; at = parents[at]) steps++
    return steps
  })
  const grid = areaLevels.indexOf('grid')
  return { parents, depth, isGrid: Uint8Array.from(parents, (_, area) => Number(area < count && levels[area] === grid)), whole }
}

/** What each area has of a band in one month, by category; areas in their order. */
function partsOf(columns: EventColumns, band: EventBand, month: number, kinds: readonly number[]): Pile[] {
  const { offsets, area } = columns
  return kinds.flatMap((kind) => {
    const at = month * columns.kinds.length + kind
    const sums = new Map<number, number>()
    for (let row = offsets[at]; row < offsets[at + 1]; row++) {
      const count = band.of(columns, row)
      if (count > 0) sums.set(area[row], (sums.get(area[row]) ?? 0) + count)
    }
    return [...sums].toSorted(([a], [b]) => a - b).map(([where, sum]) => ({ sum, kind, parts: [{ area: where, month, kind }] }))
  })
}

/** Blocks of one month, added to `made`; what is left of the whole city below k. */
function blocksOfMonth({ parents, depth, isGrid, whole }: Tree, parts: readonly Pile[], k: number, made: Pile[]): Pile | null {
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
    for (const area of (level ?? []).toSorted((a, b) => a - b)) {
      const blocks = under.get(area) ?? [], fresh: Pile[] = []
      const rests = [...grouped(waiting.get(area) ?? [])].flatMap(([kind, piles]) => (kind < 0 ? piles : (gather(piles, fresh, blocks.filter((block) => block.kind === kind), k) ?? [])))
      const known = [...blocks, ...fresh]
      const above = isGrid[area] === 1 ? rests : [gather(rests, fresh, known, k) ?? []].flat()
      for (const block of fresh) made.push(block)
      if (area === whole) left = above[0] ?? null
      else {
        const next = under.get(parents[area])
        for (const block of blocks) next?.push(block)
        for (const block of fresh) next?.push(block)
        for (const pile of above) put(waiting, parents[area], pile)
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

function grouped(piles: readonly Pile[]): Map<number, Pile[]> {
  const groups = new Map<number, Pile[]>()
  for (const pile of piles) put(groups, pile.kind, pile)
  return groups
}

/** Runs of at least k are blocks, added to `fresh`; what is left over joins the last of them, else the smallest of `known`; what no block takes is left. */
function gather(piles: readonly Pile[], fresh: Pile[], known: readonly Pile[], k: number): Pile | null {
  let open: Pile | null = null, last: Pile | null = null
  for (const pile of piles) {
    open = open ? joined(open, pile) : pile
    if (open.sum < k) continue
    fresh.push(open)
    last = open
    open = null
  }
  if (!open) return null
  const target = last ?? (known.length > 0 ? known.reduce((least, block) => (block.sum < least.sum ? block : least)) : null)
  if (!target) return open
  Object.assign(target, joined(target, open))
  return null
}

const joined = (pile: Pile, other: Pile): Pile => ({ sum: pile.sum + other.sum, kind: pile.kind === other.kind ? pile.kind : -1, parts: [...pile.parts, ...other.parts] })
