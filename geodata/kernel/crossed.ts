import { peopleBand } from './eventBands.ts'
import type { EventBlocks } from './eventBlocks.ts'

/** Months and kinds of a figure, as in EventChoice; `people`: of persons served, else of events. */
export type FigureChoice = { kinds: readonly number[]; from: number; to: number; people: boolean }

/**
 * 1 for every area whose figure is not the true one, since a block has parts inside and parts outside: of the area, of the months or of the kinds. Entry
 * areas.count = events of no area, the last = the whole city. O(parts x levels).
 */
export function crossedIn({ joined, parents }: EventBlocks, { kinds, from, to, people }: FigureChoice): Uint8Array {
  const crossed = new Uint8Array(parents.length), within = new Int32Array(parents.length)
  const wanted = new Set(kinds)
  for (let block = 0; block + 1 < joined.offsets.length; block++) {
    if ((joined.band[block] === peopleBand) !== people) continue
    const first = joined.offsets[block], end = joined.offsets[block + 1]
    const chosen: number[] = []
    for (let part = first; part < end; part++) if (joined.month[part] >= from && joined.month[part] <= to && wanted.has(joined.kind[part])) chosen.push(joined.area[part])
    const isWhole = chosen.length === end - first && joined.seat[block] >= 0
    for (const area of chosen) for (let at = area; at >= 0; at = parents[at]) within[at]++
    for (const area of chosen) {
      for (let at = area; at >= 0; at = parents[at]) {
        if (!isWhole || within[at] < chosen.length) crossed[at] = 1
      }
    }
    for (const area of chosen) for (let at = area; at >= 0; at = parents[at]) within[at] = 0
  }
  return crossed
}
