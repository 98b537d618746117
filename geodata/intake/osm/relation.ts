import type { Position } from '../../model/geometry.ts'
import type { Feature, Tags } from '../feature.ts'
import { insideRing } from '../inside.ts'
import type { Coordinates } from './coordinates.ts'
import { joinRings } from './joinRings.ts'
import { ringOf } from './way.ts'
import type { KeptWays } from './ways.ts'
import { nodesOf } from './ways.ts'

/** A multipolygon or boundary by its member ways. Not asked for: it only carries the holes of its outer way. */
export type RelationWays = { id: number; tags: Tags; asked: boolean; outer: readonly number[]; inner: readonly number[] }

/**
 * A relation as a feature: outer ways joined to rings, every inner ring given to the smallest outer ring around it.
 * Rings that cannot be closed (ways cut off or missing) are reported; an administrative area with one is left as a whole.
 */
export function relationFeature(relation: RelationWays, ways: KeptWays, positions: Coordinates): Feature {
  const id = `relation/${relation.id}`
  const outer = ringsOf(relation.outer, ways, positions)
  const inner = ringsOf(relation.inner, ways, positions)
  const whole = outer.open === 0
  if (outer.rings.length === 0 || (!whole && relation.tags['boundary'] !== undefined)) return { id, place: id, tags: relation.tags, form: 'area', pieces: 1, shape: null, fault: 'openRing', repairs: [] }
  const polygons = outer.rings.map((ring) => [ring])
  let stray = inner.open
  for (const hole of inner.rings) {
    const around = polygons.filter(([ring]) => hole.some((position) => insideRing(position, ring))).sort((a, b) => a[0].length - b[0].length)[0]
    if (around) around.push(hole)
    else stray += 1
  }
  return { id, place: id, tags: relation.tags, form: 'area', pieces: 1, shape: { type: 'area', polygons }, fault: null, repairs: [...(whole ? [] : ['openRingDropped' as const]), ...(stray > 0 ? ['holesDropped' as const] : [])] }
}

/** Inner ways by the id of the outer way that a relation without tags of its own adds them to. */
export function holesOf(relations: readonly RelationWays[]): Map<number, readonly number[]> {
  return new Map(relations.filter((relation) => !relation.asked && relation.outer.length === 1).map((relation) => [relation.outer[0], relation.inner]))
}

function ringsOf(members: readonly number[], ways: KeptWays, positions: Coordinates): { rings: Position[][]; open: number } {
  const present = members.map((way) => ways.indexById.get(way)).filter((way) => way !== undefined)
  const joined = joinRings(present.map((way) => [...nodesOf(ways, way)]))
  const rings = joined.rings.map((ring) => ringOf(ring, positions)).filter((ring) => ring !== null)
  return { rings, open: joined.open + (joined.rings.length - rings.length) + (members.length - present.length) }
}
