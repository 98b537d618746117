import type { CityRecord } from '../../model/city.ts'
import type { Position } from '../../model/geometry.ts'
import { otherDatums, underDatum, type ShiftedDatum } from '../datumDoubt.ts'
import { insideShape } from '../inside.ts'
import { issue, type Issue } from '../issue.ts'
import type { Known } from './known.ts'

/** Fewer rows than this say nothing about a datum; another must put this share of them more into the areas they name. */
const fewestRows = 20
const clearerShare = 0.2

/** Whether the rows that have a place and name an area lie in that area rather under another datum: GCJ-02 shifts by half a kilometre. */
export function sheetDatumDoubts(file: string, records: readonly CityRecord[], known: Known, assumed: ShiftedDatum): Issue[] {
  const placed = records.flatMap((one) => {
    const position = 'position' in one.record ? (one.record.position as Position | null) : null
    const area = 'area' in one.record ? one.record.area : 'community' in one.record ? one.record.community : null
    const boundary = area === null ? null : known.areas.boundary(area)
    return position && boundary ? [{ position, boundary }] : []
  })
  if (placed.length < fewestRows) return []
  const inside = (move: (position: Position) => Position): number => placed.filter(({ position, boundary }) => insideShape(move(position), boundary)).length
  const before = inside((position) => position)
  const best = otherDatums(assumed).map((other) => ({ other, after: inside((position) => underDatum(position, assumed, other)) })).toSorted((a, b) => b.after - a.after)[0]
  return best.after - before < placed.length * clearerShare ? [] : [issue('sheetDatumDoubtful', file, null, { assumed, before, total: placed.length, better: best.other, after: best.after })]
}
