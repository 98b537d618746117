import type { Position } from '../../model/geometry.ts'
import type { Feature, Shape, Tags } from '../feature.ts'
import type { LeftReason, Repair } from '../report.ts'
import { rolesOf } from '../roles.ts'
import type { Coordinates } from './coordinates.ts'
import { isArea } from './form.ts'
import type { NodeIds } from './joinRings.ts'
import { joinRings } from './joinRings.ts'
import type { KeptWays } from './ways.ts'
import { nodesOf } from './ways.ts'

/**
 * A way as a feature. `outlineOf` are the tags of a relation it is an outer way of; `holes` the inner ways that a
 * multipolygon without tags of its own adds to it.
 */
export function wayFeature(ways: KeptWays, index: number, positions: Coordinates, outlineOf: Tags | null, holes: readonly number[]): Feature {
  const id = `way/${ways.ids.view()[index]}`
  const tags = ways.tags[index]
  const nodes = nodesOf(ways, index)
  const closed = nodes.length >= 4 && nodes[0] === nodes[nodes.length - 1]
  const known = { id, place: id, tags, form: 'area' as const, pieces: 1 }
  if (outlineOf && saysTheSame(tags, outlineOf)) return { ...known, shape: null, fault: 'memberOfRelation', repairs: [] }
  if (!isArea(tags, closed)) return { ...known, form: 'line', ...lineOf(nodes, positions) }
  const outer = closed ? ringOf(nodes, positions) : null
  if (!outer) return { ...known, shape: null, fault: closed ? 'vertexMissing' : 'openRing', repairs: [] }
  const inner = holes.map((way) => ways.indexById.get(way)).filter((way) => way !== undefined).map((way) => [...nodesOf(ways, way)])
  const rings = joinRings(inner).rings.map((ring) => ringOf(ring, positions)).filter((ring) => ring !== null)
  return { ...known, shape: { type: 'area', polygons: [[outer, ...rings]] }, fault: null, repairs: [] }
}

/** Positions of all nodes; null when one is not in the file. */
export function ringOf(nodes: Float64Array | NodeIds, positions: Coordinates): Position[] | null {
  const ring: Position[] = []
  for (const node of nodes) {
    const position = positions.at(node)
    if (!position) return null
    ring.push(position)
  }
  return ring
}

/** The stretches whose nodes the file holds: an extract may cut a way. */
function lineOf(nodes: Float64Array, positions: Coordinates): { shape: Shape | null; fault: LeftReason | null; repairs: Repair[] } {
  const lines: Position[][] = [[]]
  let missing = 0
  for (const node of nodes) {
    const position = positions.at(node)
    if (position) lines[lines.length - 1].push(position)
    else {
      missing += 1
      lines.push([])
    }
  }
  const kept = lines.filter((line) => line.length >= 2)
  if (kept.length === 0) return { shape: null, fault: missing > 0 ? 'vertexMissing' : 'degenerate', repairs: [] }
  return { shape: { type: 'line', lines: kept }, fault: null, repairs: missing > 0 ? ['pointsDropped'] : [] }
}

function saysTheSame(tags: Tags, relation: Tags): boolean {
  const roles = rolesOf(tags, 'area')
  return roles.length > 0 && roles.every(({ called }) => tags[called] !== undefined && relation[called] === tags[called])
}
