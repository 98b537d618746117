import { diceOf } from './dice.ts'
import type { Cut, Face, RoadKind, Zone } from './faces.ts'
import type { Tile } from './frame.ts'
import { streetNames } from './names.ts'
import { skeletonOf } from './skeleton.ts'
import type { Skeleton } from './skeleton.ts'
import { junctionsOf, subdivide } from './subdivide.ts'

/** The plan of a district: its main lines, its blocks and every street between them. */
export type Plan = Skeleton & { blocks: Face[] }

/** Turn of the old quarter's lanes against the city's axes. */
const oldTurn = (-19 * Math.PI) / 180

/** Halving order by zone: superblocks outside, a finer mesh in the centre, the finest in the old quarter (hectares from the grammar). */
const steps: readonly { zone: Zone; above: number; kind: RoadKind; low: number; high: number }[] = [
  { zone: 'outer', above: 30, kind: 'secondary', low: 26, high: 32 }, { zone: 'outer', above: 12.5, kind: 'local', low: 14, high: 18 },
  { zone: 'east', above: 34, kind: 'secondary', low: 24, high: 28 }, { zone: 'east', above: 14, kind: 'local', low: 12, high: 16 },
  { zone: 'centre', above: 20, kind: 'secondary', low: 28, high: 34 }, { zone: 'centre', above: 8, kind: 'local', low: 14, high: 18 },
  { zone: 'old', above: 34, kind: 'secondary', low: 22, high: 26 }, { zone: 'old', above: 12, kind: 'local', low: 11, high: 13 },
  { zone: 'old', above: 4.4, kind: 'lane', low: 6, high: 7 },
]

export function planOf(tile: Tile): Plan {
  const skeleton = skeletonOf(tile)
  const dice = diceOf(tile.seed, `blocks ${tile.column} ${tile.row}`)
  const names = streetNames(tile.seed, tile.column, tile.row)
  const junctions = junctionsOf(skeleton.cuts.flatMap((cut) => [cut.line[0], cut.line[cut.line.length - 1]]))
  let faces = skeleton.faces
  const cuts: Cut[] = [...skeleton.cuts]
  for (const { zone, above, kind, low, high } of steps) {
    const step = {
      aboveSquareMetres: above * 10000, kind, angle: zone === 'old' ? oldTurn : null,
      widthMetres: () => Math.round(dice.between(low, high)), name: () => names.next(kind),
    }
    const result = subdivide(faces.filter((face) => face.zone === zone), step, junctions, dice)
    faces = [...faces.filter((face) => face.zone !== zone), ...result.faces]
    cuts.push(...result.cuts)
  }
  return { ...skeleton, cuts, blocks: faces }
}
