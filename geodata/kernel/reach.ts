import type { Footing } from './footing.ts'
import { liesIn, membersOf } from './members.ts'
import type { Starts } from './search.ts'
import { searchFrom } from './search.ts'
import type { Snaps } from './snap.ts'
import type { Source } from './sources.ts'

/**
 * Walking metres from every building to the nearest source, Infinity beyond the bound. One search over the whole network for sources open to
 * all, one more for each set of areas a source is confined to; the smaller number stands.
 * `only`: the buildings to fill, null = all; the others stay Infinity. O(arcs within the bound + buildings) per set of areas.
 */
export function reachColumn(footing: Footing, sources: readonly Source[], boundMetres: number, only: Int32Array | null = null): Float32Array {
  const column = new Float32Array(footing.city.buildings.count)
  // Sources open to all come first and fill every entry.
  const sets = byAreas(sources).toSorted((a, b) => a[0].onlyAreas.length - b[0].onlyAreas.length)
  if (only || sets.length === 0 || sets[0][0].onlyAreas.length > 0) column.fill(Infinity)
  for (const confined of sets) {
    const snaps = footing.snapPlaces(confined)
    searchFrom(footing.walk, footing.scratch, startsOf(snaps), boundMetres)
    const members = confined[0].onlyAreas.length > 0 ? membersOf(footing.city, confined[0].onlyAreas) : null
    if (members || only) gatherSome(footing, meet(only, members, footing.city.buildings.count), boundMetres, column)
    else gatherAll(footing, boundMetres, column)
    walkOneEdge(footing, confined, snaps, boundMetres, column, only)
  }
  return column
}

/** Sources with equal areas together. */
export function byAreas(sources: readonly Source[]): Source[][] {
  const sets = new Map<string, Source[]>()
  for (const source of sources) {
    const set = sets.get(source.onlyKey)
    if (set) set.push(source)
    else sets.set(source.onlyKey, [source])
  }
  return [...sets.values()]
}

/** Both ends of each source's edge. */
export function startsOf(snaps: Snaps): Starts {
  const starts: Starts = { nodes: new Int32Array(snaps.count * 2), metres: new Float32Array(snaps.count * 2), count: snaps.count * 2 }
  for (let i = 0; i < snaps.count; i++) {
    starts.nodes[2 * i] = snaps.from[i]
    starts.metres[2 * i] = snaps.fromMetres[i]
    starts.nodes[2 * i + 1] = snaps.to[i]
    starts.metres[2 * i + 1] = snaps.toMetres[i]
  }
  return starts
}

/** Way between two snaps on the same edge without leaving it. */
export function alongEdge(a: Snaps, i: number, b: Snaps, j: number): number {
  const alongA = a.fromMetres[i] - a.walkMetres[i], alongB = b.fromMetres[j] - b.walkMetres[j]
  return a.walkMetres[i] + b.walkMetres[j] + Math.abs(alongA - alongB)
}

/** Writes every entry of the column. */
function gatherAll(footing: Footing, boundMetres: number, column: Float32Array): void {
  const { first, further, furtherBuilding } = footing.doors
  const { metres } = footing.scratch
  const { from, to, fromMetres, toMetres, count } = first
  for (let i = 0; i < count; i++) {
    const a = metres[from[i]] + fromMetres[i], b = metres[to[i]] + toMetres[i]
    const least = a < b ? a : b
    column[i] = least <= boundMetres ? least : Infinity
  }
  for (let k = 0; k < further.count; k++) {
    const least = Math.min(metres[further.from[k]] + further.fromMetres[k], metres[further.to[k]] + further.toMetres[k])
    if (least <= boundMetres && least < column[furtherBuilding[k]]) column[furtherBuilding[k]] = least
  }
}

function gatherSome(footing: Footing, buildings: Int32Array, boundMetres: number, column: Float32Array): void {
  const { first, further, furtherBuilding } = footing.doors
  const { metres } = footing.scratch
  const wanted = new Uint8Array(column.length)
  for (const i of buildings) {
    wanted[i] = 1
    const least = Math.min(metres[first.from[i]] + first.fromMetres[i], metres[first.to[i]] + first.toMetres[i])
    if (least <= boundMetres && least < column[i]) column[i] = least
  }
  for (let k = 0; k < further.count; k++) {
    if (!wanted[furtherBuilding[k]]) continue
    const least = Math.min(metres[further.from[k]] + further.fromMetres[k], metres[further.to[k]] + further.toMetres[k])
    if (least <= boundMetres && least < column[furtherBuilding[k]]) column[furtherBuilding[k]] = least
  }
}

/** Buildings on the same edge as a source may be nearer than by way of its ends. */
function walkOneEdge(footing: Footing, sources: readonly Source[], snaps: Snaps, boundMetres: number, column: Float32Array, only: Int32Array | null): void {
  const { first, further, furtherBuilding, edgeOffsets, edgeItems } = footing.doors
  const wanted = only ? new Set(only) : null
  for (let s = 0; s < snaps.count; s++) {
    const edge = snaps.edge[s]
    if (edge < 0) continue
    for (let k = edgeOffsets[edge]; k < edgeOffsets[edge + 1]; k++) {
      const item = edgeItems[k]
      const building = item < first.count ? item : furtherBuilding[item - first.count]
      const metres = item < first.count ? alongEdge(snaps, s, first, item) : alongEdge(snaps, s, further, item - first.count)
      if (metres > boundMetres || metres >= column[building] || (wanted && !wanted.has(building))) continue
      if (sources[s].onlyAreas.length > 0 && !sources[s].onlyAreas.some((area) => liesIn(footing.city, building, area))) continue
      column[building] = metres
    }
  }
}

/** Buildings of both lists, null standing for all. */
function meet(a: Int32Array | null, b: Int32Array | null, count: number): Int32Array {
  if (!a || !b) return a ?? b ?? Int32Array.from({ length: count }, (_, i) => i)
  const inB = new Set(b)
  return a.filter((building) => inB.has(building))
}
