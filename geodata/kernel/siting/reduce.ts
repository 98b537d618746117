import type { CoverInstance } from './cover.ts'
import { coverInstance, placesByDemand, rowOf } from './cover.ts'

/** A smaller instance with the same answers. `sites[s]`: the site's index in the one it was made of. `standing`: weight that the sites taken in any case cover. */
export type Reduced = { instance: CoverInstance; sites: Int32Array; standing: number }

/**
 * Leaves out sites that may not be chosen (`free[s]` 0), what `taken` sites cover, demands nobody covers; merges demands that the same sites cover into one of their summed
 * weight; drops sites whose demands another one covers at no greater cost. Exact for coverings without seats. O(entries) and the comparisons of sites at one rarest demand.
 */
export function reduceCover(instance: CoverInstance, free: Uint8Array, taken: readonly number[] = []): Reduced {
  const gone = new Uint8Array(instance.demands)
  let standing = 0
  for (const site of taken) for (const demand of rowOf(instance, site)) if (!gone[demand]) {
    gone[demand] = 1
    standing += instance.weights[demand]
  }
  const isTaken = new Set(taken)
  const kept: number[] = []
  for (let site = 0; site < instance.sites; site++) if (free[site] && !isTaken.has(site)) kept.push(site)
  const merged = mergeDemands(instance, kept, gone)
  const best = undominated(merged)
  return { instance: pickSites(merged, best), sites: Int32Array.from(best, (site) => kept[site]), standing }
}

/** Partition refinement: each site splits every class of demands into those it covers and those it does not. */
function mergeDemands(instance: CoverInstance, kept: readonly number[], gone: Uint8Array): CoverInstance {
  const classOf = new Int32Array(instance.demands), touched = new Int32Array(instance.demands + 1)
  // Class 0: covered by nobody so far. Besides it there are at most as many classes as demands, and while one site splits them as many fresh ones.
  const size = new Int32Array(2 * instance.demands + 1), freshOf = new Int32Array(2 * instance.demands + 1).fill(-1)
  const spare: number[] = []
  let classes = 1
  size[0] = instance.demands
  for (const site of kept) {
    let touchedCount = 0
    for (const demand of rowOf(instance, site)) {
      if (gone[demand] || instance.weights[demand] === 0) continue
      const old = classOf[demand]
      if (freshOf[old] < 0) {
        freshOf[old] = spare.pop() ?? classes++
        touched[touchedCount++] = old
      }
      classOf[demand] = freshOf[old]
      size[old]--
      size[freshOf[old]]++
    }
    for (let t = 0; t < touchedCount; t++) {
      const old = touched[t]
      if (size[old] === 0 && old !== 0) spare.push(old)
      freshOf[old] = -1
    }
  }
  const dense = new Int32Array(classes).fill(-1)
  let count = 0
  for (let demand = 0; demand < instance.demands; demand++) if (classOf[demand] > 0 && dense[classOf[demand]] < 0) dense[classOf[demand]] = count++
  const weights = new Float64Array(count)
  for (let demand = 0; demand < instance.demands; demand++) if (classOf[demand] > 0) weights[dense[classOf[demand]]] += instance.weights[demand]
  const seen = new Int32Array(count).fill(-1)
  const rows = kept.map((site) => {
    const row: number[] = []
    for (const demand of rowOf(instance, site)) {
      const merged = classOf[demand] > 0 ? dense[classOf[demand]] : -1
      if (merged < 0 || seen[merged] === site) continue
      seen[merged] = site
      row.push(merged)
    }
    return Int32Array.from(row).sort()
  })
  return coverInstance(rows, weights, instance.costs && Float64Array.from(kept, (site) => instance.costs?.[site] ?? 0))
}

/** Sites that no other one makes needless; of equal ones the first stays. */
function undominated(instance: CoverInstance): number[] {
  const places = placesByDemand(instance)
  const cost = (site: number): number => instance.costs?.[site] ?? 0
  const dropped = new Uint8Array(instance.sites)
  const mark = new Int32Array(instance.demands).fill(-1)
  const order = Int32Array.from(dropped, (_, site) => site).sort((a, b) => size(instance, a) - size(instance, b) || cost(b) - cost(a) || b - a)
  for (const site of order) {
    const row = rowOf(instance, site)
    if (row.length === 0) {
      dropped[site] = 1
      continue
    }
    let rarest = row[0]
    for (const demand of row) {
      mark[demand] = site
      if (places.offsets[demand + 1] - places.offsets[demand] < places.offsets[rarest + 1] - places.offsets[rarest]) rarest = demand
    }
    for (let at = places.offsets[rarest]; at < places.offsets[rarest + 1]; at++) {
      const other = places.places[at]
      if (other === site || dropped[other] || size(instance, other) < row.length || cost(other) > cost(site)) continue
      if (covers(instance, other, mark, site, row.length)) {
        dropped[site] = 1
        break
      }
    }
  }
  const best: number[] = []
  for (let site = 0; site < instance.sites; site++) if (!dropped[site]) best.push(site)
  return best
}

const size = (instance: CoverInstance, site: number): number => instance.offsets[site + 1] - instance.offsets[site]

/** Whether a site covers all `wanted` demands that carry the mark. */
function covers(instance: CoverInstance, site: number, mark: Int32Array, sign: number, wanted: number): boolean {
  let met = 0
  const end = instance.offsets[site + 1]
  for (let at = instance.offsets[site]; at < end; at++) {
    if (mark[instance.covered[at]] === sign) met++
    else if (end - at - 1 + met < wanted) return false
  }
  return met === wanted
}

function pickSites(instance: CoverInstance, sites: readonly number[]): CoverInstance {
  return coverInstance(sites.map((site) => rowOf(instance, site)), instance.weights, instance.costs && Float64Array.from(sites, (site) => instance.costs?.[site] ?? 0))
}
