import type { City } from './columns.ts'
import { growingFloats, growingInts } from './growing.ts'
import type { Source } from './sources.ts'
import type { Way } from './way.ts'

/**
 * Every building and site within the bound of one another. Of building i: offsets[i] .. offsets[i + 1] of `site` (number in the sources, rising) and `metres`.
 * `order`: positions of all pairs by rising metres, ties by building and then site.
 */
export type ReachPairs = { count: number; offsets: Int32Array; site: Int32Array; metres: Float32Array; order: Int32Array }

/** `wanted`: 1 for the buildings that count. One row of reach for each source; sorted by counting, O(pairs). */
export function reachPairs(city: City, way: Way, sources: readonly Source[], boundMetres: number, wanted: Uint8Array): ReachPairs {
  const buildings = growingInts(), sites = growingInts(), lengths = growingFloats()
  const offsets = new Int32Array(city.buildings.count + 1)
  sources.forEach((source, s) => {
    const row = way.row(source, boundMetres)
    for (let k = 0; k < row.buildings.length; k++) {
      const building = row.buildings[k]
      if (wanted[building] === 0) continue
      offsets[building + 1]++
      buildings.push(building)
      sites.push(s)
      lengths.push(row.metres[k])
    }
  })
  for (let i = 0; i < city.buildings.count; i++) offsets[i + 1] += offsets[i]
  const building = buildings.take(), ofSite = sites.take(), ofMetres = lengths.take()
  const count = building.length, next = offsets.slice(0, city.buildings.count)
  const site = new Int32Array(count), metres = new Float32Array(count)
  for (let k = 0; k < count; k++) {
    const at = next[building[k]]++
    site[at] = ofSite[k]
    metres[at] = ofMetres[k]
  }
  return { count, offsets, site, metres, order: byMetres(metres) }
}

/** Positions by rising number, equal ones as they stand: numbers from 0 on are ordered as their bits are, 16 of them at a time. */
function byMetres(metres: Float32Array): Int32Array {
  const bits = new Uint32Array(metres.buffer, metres.byteOffset, metres.length)
  let order = Int32Array.from(bits, (_, k) => k), sorted = new Int32Array(bits.length)
  for (const shift of [0, 16]) {
    const starts = new Int32Array(65537)
    for (let k = 0; k < bits.length; k++) starts[((bits[k] >>> shift) & 0xffff) + 1]++
    for (let digit = 0; digit < 65536; digit++) starts[digit + 1] += starts[digit]
    for (let k = 0; k < order.length; k++) sorted[starts[(bits[order[k]] >>> shift) & 0xffff]++] = order[k]
    ;[order, sorted] = [sorted, order]
  }
  return order
}
