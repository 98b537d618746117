import type { Footing } from './footing.ts'
import { alongEdge, startsOf } from './reach.ts'
import { searchFrom } from './search.ts'

/** A place in the plane. */
export type Place = { x: number; y: number }

/** Walks between two lists of places: pair p goes from froms[from[p]] to tos[to[p]]. */
export type Pairs = { count: number; from: Int32Array; to: Int32Array; metres: Float32Array }

/**
 * Every pair within boundMetres on foot, by from and then to. Two places on one street that are nearer along it than over its ends take that way.
 * RangeError for a bound that is no number above 0. O(froms x (arcs within the bound + tos)).
 */
export function walksBetween(footing: Footing, froms: readonly Place[], tos: readonly Place[], boundMetres: number): Pairs {
  if (!(boundMetres > 0)) throw new RangeError(`boundMetres: expected a number above 0, got ${boundMetres}`)
  const from: number[] = [], to: number[] = [], metres: number[] = []
  const targets = footing.snapPlaces(tos)
  for (const [i, place] of froms.entries()) {
    const start = footing.snapPlaces([place])
    if (start.edge[0] < 0) continue
    searchFrom(footing.walk, footing.scratch, startsOf(start), boundMetres)
    for (let j = 0; j < tos.length; j++) {
      if (targets.edge[j] < 0) continue
      const overEnds = Math.min(footing.scratch.metres[targets.from[j]] + targets.fromMetres[j], footing.scratch.metres[targets.to[j]] + targets.toMetres[j])
      const walk = targets.edge[j] === start.edge[0] ? Math.min(overEnds, alongEdge(start, 0, targets, j)) : overEnds
      if (walk > boundMetres) continue
      from.push(i)
      to.push(j)
      metres.push(walk)
    }
  }
  return { count: from.length, from: Int32Array.from(from), to: Int32Array.from(to), metres: Float32Array.from(metres) }
}
