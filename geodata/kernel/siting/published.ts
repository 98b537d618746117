import type { CapacitatedInstance } from './capacitated.ts'
import { capacitatedInstance } from './capacitated.ts'
import { capacitatedMedian } from './capacitatedMedian.ts'
import type { SitingHooks, Solution } from './exact.ts'
import { medianInstance } from './median.ts'
import { pCentre } from './pCentre.ts'
import { pMedian } from './pMedian.ts'
import { allShortest } from './shortest.ts'

/** A published instance: nodes of a graph, or points of the plane with seats, that are demands and sites at once. */
export type Published =
  | { format: 'pmed'; nodes: number; sites: number; edges: readonly { from: number; to: number; length: number }[] }
  | { format: 'pmedcap'; sites: number; seats: number; x: Int32Array; y: Int32Array; needs: Int32Array }

/** Solves it as it was published: every node weighs 1; with seats the straight distances are cut to whole numbers. */
export function solvePublished(published: Published, objective: 'p-median' | 'p-centre', hooks: SitingHooks): Solution {
  if (published.format === 'pmedcap') {
    if (objective !== 'p-median') throw new RangeError(`objective: expected p-median for an instance with seats, got ${objective}`)
    return capacitatedMedian(capacitatedPoints(published), published.sites, hooks)
  }
  const { nodes, sites, edges } = published
  const lengths = allShortest(nodes, edges), all = Int32Array.from({ length: nodes }, (_, node) => node)
  const rows = Array.from(all, (node) => ({ demands: all, metres: lengths.subarray(node * nodes, (node + 1) * nodes) }))
  const wish = { most: sites, locked: [], excluded: [] }
  if (objective === 'p-centre') return pCentre({ rows, standing: new Float64Array(nodes).fill(Infinity) }, wish, hooks)
  // Nothing stands: whatever is opened is nearer than this.
  const far = lengths.reduce((most, length) => Math.max(most, length), 0) + 1
  return pMedian(medianInstance(rows, new Float64Array(nodes).fill(1), new Float64Array(nodes).fill(far), null, 1), { ...wish, budget: Infinity }, hooks)
}

function capacitatedPoints({ x, y, needs, seats }: Extract<Published, { format: 'pmedcap' }>): CapacitatedInstance {
  const count = needs.length, metres = new Float64Array(count * count)
  for (let site = 0; site < count; site++) for (let demand = 0; demand < count; demand++) metres[site * count + demand] = Math.floor(Math.hypot(x[site] - x[demand], y[site] - y[demand]))
  return capacitatedInstance(metres, needs, new Int32Array(count).fill(seats))
}
