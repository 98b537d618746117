import type { Feature, FeatureSource, Shape, Tags } from '../feature.ts'
import { labelOf, rolesOf } from '../roles.ts'
import type { Coordinates } from './coordinates.ts'
import { coordinates } from './coordinates.ts'
import type { RelationWays } from './relation.ts'
import { holesOf, relationFeature } from './relation.ts'
import type { OsmScan } from './visitor.ts'
import { wayFeature } from './way.ts'
import type { KeptWays } from './ways.ts'
import { formOf, keepWay, keptWays, nodesOf } from './ways.ts'

type KeptNode = { id: number; lonE7: number; latE7: number; tags: Tags }

/**
 * OSM elements -> features, in three passes over the file: relations, then ways, then nodes. Only what a table asks for
 * is kept, and node coordinates only where a kept way needs them; everything else is counted by what it is.
 */
export function assembleOsm(scan: OsmScan, file: string, date: () => string | null): FeatureSource {
  const others: Record<string, number> = {}
  const other = (label: string): void => {
    others[label] = (others[label] ?? 0) + 1
  }
  const relations = relationsOf(scan, other)
  const ways = waysOf(scan, relations, other)
  const positions = coordinates(ways.nodes.view().slice())
  const nodes = nodesAt(scan, positions, other)
  return { file, source: 'OpenStreetMap', date: date(), attribution: '© OpenStreetMap contributors', dialect: 'osm', others, features: () => features(nodes, ways, relations, positions) }
}

function* features(nodes: readonly KeptNode[], ways: KeptWays, relations: readonly RelationWays[], positions: Coordinates): Generator<Feature> {
  for (const { id, lonE7, latE7, tags } of nodes) {
    const shape: Shape = { type: 'point', position: [lonE7 / 1e7, latE7 / 1e7] }
    yield { id: `node/${id}`, place: `node/${id}`, tags, form: 'point', pieces: 1, shape, fault: null, repairs: [] }
  }
  const outlines = outlinesOf(relations)
  const holes = holesOf(relations)
  for (let index = 0; index < ways.tags.length; index++) {
    const id = ways.ids.view()[index]
    const asked = rolesOf(ways.tags[index], formOf(ways.tags[index], nodesOf(ways, index))).length > 0
    if (asked) yield wayFeature(ways, index, positions, outlines.get(id) ?? null, holes.get(id) ?? [])
  }
  for (const relation of relations) if (relation.asked) yield relationFeature(relation, ways, positions)
}

function relationsOf(scan: OsmScan, other: (label: string) => void): RelationWays[] {
  const kept: RelationWays[] = []
  scan({
    relation: (id, members, tags) => {
      const type = tags['type'] ?? ''
      const asked = (type === 'multipolygon' || type === 'boundary') && rolesOf(tags, 'area').length > 0
      // A multipolygon that says nothing itself carries the holes of its outer way: the custom before 2014.
      const carriesHoles = type === 'multipolygon' && !asked
      if (asked || carriesHoles) {
        const inWays = members.filter((member) => member.type === 'way')
        kept.push({ id, tags, asked, outer: inWays.filter((member) => member.role !== 'inner').map((member) => member.id), inner: inWays.filter((member) => member.role === 'inner').map((member) => member.id) })
      }
      if (!asked) other(`type=${type}`)
    },
  })
  return kept
}

function waysOf(scan: OsmScan, relations: readonly RelationWays[], other: (label: string) => void): KeptWays {
  const members = new Set(relations.flatMap((relation) => [...relation.outer, ...relation.inner]))
  const kept = keptWays()
  scan({
    way: (id, nodes, tags) => {
      const asked = rolesOf(tags, formOf(tags, nodes)).length > 0
      const onlyOutline = members.has(id) && Object.keys(tags).length === 0
      if (!asked && !onlyOutline) other(labelOf(tags))
      if (asked || members.has(id)) keepWay(kept, id, nodes, tags)
    },
  })
  return kept
}

function nodesAt(scan: OsmScan, positions: Coordinates, other: (label: string) => void): KeptNode[] {
  const kept: KeptNode[] = []
  scan({
    node: (id, lonE7, latE7, tags) => {
      positions.put(id, lonE7, latE7)
      if (!tags) return
      if (rolesOf(tags, 'point').length > 0) kept.push({ id, lonE7, latE7, tags })
      else other(labelOf(tags))
    },
  })
  return kept
}

/** Outer ways of relations that are asked for, with the relation's tags: such a way may say the same thing once more. */
function outlinesOf(relations: readonly RelationWays[]): Map<number, Tags> {
  return new Map(relations.filter((relation) => relation.asked).flatMap((relation) => relation.outer.map((way) => [way, relation.tags] as const)))
}
