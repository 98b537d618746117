import type { Position } from '../model/geometry.ts'
import type { Street, StreetClass } from '../model/street.ts'
import type { Provenance } from '../model/provenance.ts'
import type { Made, Surroundings } from './building.ts'
import { leftFor } from './building.ts'
import type { Feature, Tags } from './feature.ts'
import { rounded } from './polygons.ts'
import { metresFrom } from './readings.ts'
import { footAllows, highways, keepsOut, railways, unbuiltHighways } from './tables/highways.ts'

/** The streets of one feature: one per line; a pedestrian area gives its outlines, along which it can be crossed. */
export function streetsFrom(feature: Feature, source: Provenance, surroundings: Surroundings): Made<Street[]> {
  const { tags, shape } = feature
  const kind = streetKind(tags)
  if (kind === 'notBuilt' || kind === 'underground' || kind === 'notInTable') return leftFor(kind)
  if (!shape || shape.type === 'point') return leftFor(feature.fault ?? (shape ? 'wrongGeometry' : 'noGeometry'))
  const given = shape.type === 'area' ? shape.polygons.flat() : shape.lines
  const lines = given.map(cleanLine).filter((line) => line.length >= 2)
  if (lines.length === 0) return leftFor('degenerate')
  if (surroundings.denied.size() > 0 && lines.every((line) => line.every((position) => surroundings.denied.holds(position)))) return leftFor('refused')
  const steps = kind.class === 'steps'
  const bridge = tags['bridge'] !== undefined && tags['bridge'] !== 'no'
  const record = lines.map((line, index): Street => ({
    id: lines.length === 1 ? feature.id : `${feature.id}/${index + 1}`,
    name: tags['name'] ?? '',
    class: kind.class,
    line,
    walkable: kind.walk,
    steps,
    bridge,
    widthMetres: metresFrom(tags['width']),
    ...source,
  }))
  return { record, repairs: feature.repairs, fault: null }
}

/** Class and walkability by the tables and the access tags, or why there is no street. */
export function streetKind(tags: Tags): { class: StreetClass; walk: boolean } | 'notBuilt' | 'underground' | 'notInTable' {
  const highway = tags['highway']
  if (highway === undefined) return railKind(tags)
  if (unbuiltHighways.has(highway)) return 'notBuilt'
  const row = highways[highway]
  if (!row) return 'notInTable'
  return { class: classOf(tags, row.class), walk: mayWalk(tags, row.walk && !isArterialTunnel(tags, row.class)) }
}

/** foot=* decides where it speaks, then a pavement, then access=*, then the class. */
function mayWalk(tags: Tags, usually: boolean): boolean {
  const foot = tags['foot']
  if (foot !== undefined && footAllows.has(foot)) return true
  if (foot !== undefined && keepsOut.has(foot)) return false
  const access = tags['access']
  if (access !== undefined && keepsOut.has(access)) return false
  return usually || /^(both|left|right|yes)$/.test(tags['sidewalk'] ?? '')
}

/** A tunnel of an arterial road is built for vehicles; those of lesser roads are underpasses with a pavement, unless tags say otherwise. */
function isArterialTunnel(tags: Tags, usual: StreetClass): boolean {
  return usual === 'arterial' && tags['tunnel'] !== undefined && tags['tunnel'] !== 'no'
}

function classOf(tags: Tags, usual: StreetClass): StreetClass {
  if (usual === 'footway' && tags['footway'] === 'crossing') return 'crossing'
  if (usual === 'path' && tags['path'] === 'crossing') return 'crossing'
  if (usual === 'service' && tags['service'] === 'alley') return 'lane'
  return usual
}

/** A subway is below ground unless it says otherwise; any other railway above. */
function railKind(tags: Tags): { class: StreetClass; walk: boolean } | 'underground' | 'notInTable' {
  const railway = tags['railway'] ?? ''
  if (!railways.has(railway)) return 'notInTable'
  const layer = Number(tags['layer'] ?? 0)
  const above = (tags['bridge'] !== undefined && tags['bridge'] !== 'no') || tags['embankment'] === 'yes' || tags['tunnel'] === 'no' || layer > 0
  const below = (tags['tunnel'] !== undefined && tags['tunnel'] !== 'no') || tags['location'] === 'underground' || layer < 0
  return below || (railway === 'subway' && !above) ? 'underground' : { class: 'rail', walk: false }
}

/** Vertices at 1e-7 degree, without repeats. */
function cleanLine(line: readonly Position[]): Position[] {
  const kept: Position[] = []
  for (const raw of line) {
    const position = rounded(raw)
    const last = kept[kept.length - 1]
    if (!last || last[0] !== position[0] || last[1] !== position[1]) kept.push(position)
  }
  return kept
}
