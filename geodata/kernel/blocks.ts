import type { City } from './columns.ts'
import { ledgerOf } from './ledger.ts'

/**
 * Every building belongs to one block. `of`: its block, by building. `node`: by block, the smallest area that holds all of it; areas.count = outside every
 * area, + 1 = the whole city, + 2 = the whole city has fewer than k and nothing of it may be told. `total`: by block, the counts it was made from.
 */
export type Blocks = { of: Int32Array; node: Int32Array; total: Float64Array }

/**
 * Puts buildings together until each block has at least k of what `counts` says (by building), or nothing at all. Within an area's own buildings blocks
 * follow dense order, which runs along a curve, so that a block's buildings are neighbours; what is left below k joins the last of them. Where an area
 * makes no block its buildings wait for the area above: there those of several areas make one, or join the block that lies nearest. O(buildings + areas)
 * but for the few that wait. The zero of an area where nobody lives is a block of its own.
 */
export function blocksOf(city: City, counts: ArrayLike<number>, k: number): Blocks {
  const { areas, buildings } = city
  const outside = areas.count, whole = areas.count + 1, untold = areas.count + 2
  const of = new Int32Array(buildings.count).fill(-1)
  const node: number[] = [], total: number[] = [], first: number[] = []
  const made: number[][] = Array.from({ length: whole + 1 }, () => [])
  const parts: number[][] = Array.from({ length: whole + 1 }, () => [])
  const waiting: Waiting[][] = Array.from({ length: whole + 1 }, () => [])
  const above = (area: number): number => parentOf(city, area)
  const upward = [...ledgerOf(city).upward, outside]
  for (const area of upward) parts[above(area)].push(area)

  const make = (area: number, { members, sum }: Waiting): number => {
    const block = node.length
    node.push(area)
    total.push(sum)
    first.push(members[0])
    made[area].push(block)
    for (let i = 0; i < members.length; i++) of[members[i]] = block
    return block
  }
  const join = (block: number, { members, sum }: Waiting): void => {
    total[block] += sum
    for (let i = 0; i < members.length; i++) of[members[i]] = block
  }
  /** The block of at least k in an area or its parts whose first building is nearest along the curve; -1 for none. */
  const nearestIn = (area: number, to: number): number => {
    let best = -1
    const look = (block: number): void => {
      if (total[block] >= k && (best < 0 || Math.abs(first[block] - to) < Math.abs(first[best] - to))) best = block
    }
    const stack = [area]
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      made[at].forEach(look)
      stack.push(...parts[at])
    }
    return best
  }

  const { offsets, order } = byArea(city)
  for (const area of [...upward, whole]) {
    if (area !== whole) {
      let last = -1, from = offsets[area], sum = 0
      for (let at = from; at < offsets[area + 1]; at++) {
        sum += counts[order[at]]
        if (sum < k) continue
        last = make(area, { members: order.subarray(from, at + 1), sum })
        from = at + 1
        sum = 0
      }
      const rest = { members: order.subarray(from, offsets[area + 1]), sum }
      if (rest.members.length > 0) {
        if (last >= 0) join(last, rest)
        else if (sum === 0) make(area, rest)
        else waiting[area].push(rest)
      }
    }
    const pooled = gather(waiting[area].toSorted((a, b) => a.members[0] - b.members[0]), k)
    let last = -1
    for (const block of pooled.full) last = make(area, block)
    if (!pooled.rest) continue
    const target = last >= 0 ? last : nearestIn(area, pooled.rest.members[0])
    if (target >= 0) {
      join(target, pooled.rest)
      node[target] = area
    } else if (area === whole) node[make(whole, pooled.rest)] = untold
    else waiting[above(area)].push(pooled.rest)
  }
  return { of, node: Int32Array.from(node), total: Float64Array.from(total) }
}

/** 1 for every area whose boundary a block crosses, so that its figure is not the sum of its own people; entry areas.count = outside, + 1 = the whole city. */
export function crossedBy(city: City, { of, node }: Blocks): Uint8Array {
  const whole = city.areas.count + 1
  const crossed = new Uint8Array(whole + 1)
  for (let i = 0; i < of.length; i++) {
    const top = node[of[i]]
    for (let at = city.buildings.area[i]; at !== top; at = parentOf(city, at)) {
      crossed[at] = 1
      if (at === whole) break
    }
  }
  return crossed
}

type Waiting = { members: ArrayLike<number>; sum: number }

/** Runs of at least k, and what is left over at the end. */
function gather(items: readonly Waiting[], k: number): { full: Waiting[]; rest: Waiting | null } {
  const full: Waiting[] = []
  let open: number[] = [], total = 0
  for (const { members, sum } of items) {
    // Not spread: a band that hardly anyone is of waits with all buildings of a city.
    for (let i = 0; i < members.length; i++) open.push(members[i])
    total += sum
    if (total < k) continue
    full.push({ members: open, sum: total })
    open = []
    total = 0
  }
  return { full, rest: open.length > 0 ? { members: open, sum: total } : null }
}

/** Area one level up; the whole city above topmost areas and above what lies outside all. */
function parentOf({ areas }: City, area: number): number {
  return area < areas.count && areas.parents[area] >= 0 ? areas.parents[area] : areas.count + 1
}

/** Buildings of area a: order[offsets[a]] .. order[offsets[a + 1]], in dense order. */
function byArea({ areas, buildings }: City): { offsets: Int32Array; order: Int32Array } {
  const offsets = new Int32Array(areas.count + 2)
  for (const area of buildings.area) offsets[area + 1]++
  for (let area = 0; area <= areas.count; area++) offsets[area + 1] += offsets[area]
  const next = offsets.slice()
  const order = new Int32Array(buildings.count)
  for (let i = 0; i < buildings.count; i++) order[next[buildings.area[i]]++] = i
  return { offsets, order }
}
