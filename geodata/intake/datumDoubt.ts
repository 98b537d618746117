import gcoord from 'gcoord'
import type { Position } from '../model/geometry.ts'
import type { Datum } from './datum.ts'
import type { FeatureSource } from './feature.ts'
import type { Issue } from './issue.ts'
import { issue } from './issue.ts'
import { cleanPolygons } from './polygons.ts'
import { rolesOf } from './roles.ts'
import { shapeIndex } from './shapeIndex.ts'
import type { ShapeIndex } from './shapeIndex.ts'

/** Fewer points than this say nothing about a datum. */
const fewestPoints = 20
/** Another datum must put this share of the points more into buildings: the shifts are larger than any building. */
const clearerShare = 0.2

const shifted = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const
export type ShiftedDatum = keyof typeof shifted
type Shifted = ShiftedDatum

export const otherDatums = (assumed: ShiftedDatum): ShiftedDatum[] => (Object.keys(shifted) as ShiftedDatum[]).filter((other) => other !== assumed)

/**
 * Whether the points of one file fit the buildings of the other files better under another datum. The measure is the number of
 * places (as points) that lie inside a building footprint; it is silent with one file, few points, or a projected datum.
 */
export function datumDoubts(sources: readonly FeatureSource[], datum: Datum | undefined): Issue[] {
  const assumed: Shifted | null = datum === undefined || datum === 'cgcs2000' ? 'wgs84' : datum in shifted ? (datum as Shifted) : null
  if (assumed === null || sources.length < 2) return []
  return sources.flatMap((source) => {
    const points = pointsOf(source)
    if (points.length < fewestPoints) return []
    const footprints = footprintsOf(sources.filter((other) => other !== source))
    if (footprints.size() === 0) return []
    const inside = (positions: readonly Position[]): number => positions.filter((position) => footprints.holds(position)).length
    const before = inside(points)
    const others = otherDatums(assumed).map((other) => ({ other, after: inside(points.map((point) => underDatum(point, assumed, other))) }))
    const best = others.sort((a, b) => b.after - a.after)[0]
    if (best.after - before < points.length * clearerShare) return []
    return [issue('datumDoubtful', source.file, null, { assumed, before, total: points.length, better: best.other, after: best.after })]
  })
}

/** Where a position would lie had its numbers been taken for another datum. */
export function underDatum([lon, lat]: Position, assumed: Shifted, other: Shifted): Position {
  const raw = gcoord.transform([lon, lat], gcoord.WGS84, shifted[assumed])
  const [x, y] = gcoord.transform([raw[0], raw[1]], shifted[other], gcoord.WGS84)
  return [x, y]
}

function pointsOf(source: FeatureSource): Position[] {
  const points: Position[] = []
  for (const { tags, shape } of source.features()) if (shape?.type === 'point' && rolesOf(tags, 'point').some(({ role }) => role === 'facility')) points.push(shape.position)
  return points
}

function footprintsOf(sources: readonly FeatureSource[]): ShapeIndex {
  const index = shapeIndex()
  for (const source of sources) {
    for (const { tags, shape } of source.features()) {
      if (shape?.type !== 'area' || tags['building'] === undefined) continue
      const clean = cleanPolygons(shape.polygons)
      if (clean.shape) index.add(clean.shape)
    }
  }
  return index
}
