import type { Footing } from './footing.ts'
import { liesIn, membersOf } from './members.ts'
import { alongEdge, byAreas, startsOf } from './reach.ts'
import type { Starts } from './search.ts'
import { bucketMetres, forget, ringFor, roomFor } from './search.ts'
import type { Source } from './sources.ts'

/** The nearest source of every building, however far: its facility index (-1 = none connected) and metres. Equally near: the lowest index. */
export type Nearest = { facility: Int32Array; metres: Float32Array }

/** One unbounded search for each set of areas that sources are confined to. O(arcs + buildings) per set. */
export function nearestOf(footing: Footing, sources: readonly Source[]): Nearest {
  const { count } = footing.city.buildings
  const nearest: Nearest = { facility: new Int32Array(count).fill(-1), metres: new Float32Array(count).fill(Infinity) }
  const { first, further, furtherBuilding, edgeOffsets, edgeItems } = footing.doors
  for (const confined of byAreas(sources)) {
    const areas = confined[0].onlyAreas
    const snaps = footing.snapPlaces(confined)
    const owner = searchOwners(footing, startsOf(snaps), Int32Array.from({ length: confined.length * 2 }, (_, i) => confined[i >> 1].facility))
    const { metres } = footing.scratch
    const reachAt = (building: number, from: number, fromMetres: number, to: number, toMetres: number): void => {
      const a = metres[from] + fromMetres, b = metres[to] + toMetres
      if (a < Infinity) offer(nearest, building, a, owner[from])
      if (b < Infinity) offer(nearest, building, b, owner[to])
    }
    const members = areas.length > 0 ? membersOf(footing.city, areas) : null
    for (let k = 0; k < (members ? members.length : count); k++) {
      const i = members ? members[k] : k
      reachAt(i, first.from[i], first.fromMetres[i], first.to[i], first.toMetres[i])
    }
    const holds = (building: number): boolean => areas.length === 0 || areas.some((area) => liesIn(footing.city, building, area))
    for (let k = 0; k < further.count; k++) if (holds(furtherBuilding[k])) reachAt(furtherBuilding[k], further.from[k], further.fromMetres[k], further.to[k], further.toMetres[k])
    for (let s = 0; s < snaps.count; s++) {
      const edge = snaps.edge[s]
      if (edge < 0) continue
      for (let k = edgeOffsets[edge]; k < edgeOffsets[edge + 1]; k++) {
        const item = edgeItems[k]
        const building = item < first.count ? item : furtherBuilding[item - first.count]
        if (!holds(building)) continue
        offer(nearest, building, item < first.count ? alongEdge(snaps, s, first, item) : alongEdge(snaps, s, further, item - first.count), confined[s].facility)
      }
    }
  }
  return nearest
}

/** Takes the nearer of two; of two equally near the lower index. */
export function offer(nearest: Nearest, building: number, metres: number, facility: number): void {
  if (metres > nearest.metres[building] || (metres === nearest.metres[building] && facility >= nearest.facility[building])) return
  nearest.metres[building] = metres
  nearest.facility[building] = facility
}

/** The search of search.ts without a bound, carrying along whose walk it is. Returns the owner of each node (-1 = untouched). */
function searchOwners(footing: Footing, starts: Starts, startOwners: Int32Array): Int32Array {
  const { walk, scratch } = footing
  forget(scratch)
  const heads = ringFor(walk, scratch, starts)
  const { metres, touched } = scratch
  const mask = heads.length - 1
  const owner = new Int32Array(walk.nodeCount).fill(-1)
  let pool = roomFor(scratch, starts.count * 2)
  let touchedCount = 0, free = 0, waitingCount = 0, bucket = 0x7fffffff

  const relax = (node: number, total: number, by: number): void => {
    if (total > metres[node] || (total === metres[node] && by >= owner[node])) return
    if (metres[node] === Infinity) touched[touchedCount++] = node
    metres[node] = total
    owner[node] = by
    const later = Math.floor(total / bucketMetres)
    if (free + 2 > pool.length) pool = roomFor(scratch, pool.length * 2)
    pool[free] = node
    pool[free + 1] = heads[later & mask]
    heads[later & mask] = free
    free += 2
    waitingCount++
    if (later < bucket) bucket = later
  }

  for (let i = 0; i < starts.count; i++) if (!walk.blocked[starts.nodes[i]] && starts.metres[i] < Infinity) relax(starts.nodes[i], starts.metres[i], startOwners[i])
  for (; waitingCount > 0; bucket++) {
    for (let entry = heads[bucket & mask]; entry >= 0; entry = heads[bucket & mask]) {
      heads[bucket & mask] = pool[entry + 1]
      waitingCount--
      const node = pool[entry]
      if (Math.floor(metres[node] / bucketMetres) < bucket) continue
      for (let arc = walk.offsets[node]; arc < walk.offsets[node + 1]; arc++) {
        if (walk.metres[arc] < Infinity) relax(walk.targets[arc], metres[node] + walk.metres[arc], owner[node])
      }
    }
  }
  scratch.touchedCount = touchedCount
  return owner
}
