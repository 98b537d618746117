import type { Position } from '../model/geometry.ts'
import { chainLines } from './chain.ts'
import type { Feature, FeatureSource } from './feature.ts'
import type { Joinable } from './joinEnds.ts'
import { joinEnds } from './joinEnds.ts'
import { cleanPolygons, mergePolygons, rounded } from './polygons.ts'
import type { Repair } from './report.ts'

/** One pixel of a 256-pixel tile at zoom 16 on the 31st parallel: as far as tiles move a vertex when they simplify. */
const joinToleranceMetres = 2

/**
 * A source of map tiles made whole again: pieces of one thing are put together over the tile edges, and streets that
 * simplification has parted are tied. The result is kept in memory.
 */
export function untiled(source: FeatureSource): FeatureSource {
  const groups = new Map<string, Feature[]>()
  for (const feature of source.features()) {
    const key = feature.shape ? `${feature.id} ${feature.form}` : `${feature.id} ${feature.place}`
    const group = groups.get(key)
    if (group) group.push(feature)
    else groups.set(key, [feature])
  }
  const whole = [...groups.values()].map(wholeOf)
  const features = tieStreets(whole)
  return { ...source, dialect: 'osm', features: () => features }
}

function wholeOf(group: readonly Feature[]): Feature {
  const [feature] = group
  const pieces = group.reduce((sum, each) => sum + each.pieces, 0)
  const repairs: Repair[] = [...new Set([...group.flatMap((each) => each.repairs), ...(group.length > 1 ? ['partsMerged' as const] : [])])]
  if (feature.shape?.type === 'area' && group.length > 1) {
    const shapes = group.map((each) => (each.shape?.type === 'area' ? cleanPolygons(each.shape.polygons).shape : null)).filter((shape) => shape !== null)
    return { ...feature, pieces, repairs, shape: shapes.length > 0 ? { type: 'area', polygons: mergePolygons(shapes) } : feature.shape }
  }
  if (feature.shape?.type === 'line') {
    const lines = group.flatMap((each) => (each.shape?.type === 'line' ? each.shape.lines : [])).map((line) => line.map(rounded)).map(withoutRepeats).filter((line) => line.length >= 2)
    return { ...feature, pieces, repairs, shape: { type: 'line', lines: chainLines(lines) } }
  }
  return { ...feature, pieces, repairs }
}

function tieStreets(features: readonly Feature[]): Feature[] {
  const joinables: Joinable[] = []
  const owners: number[] = []
  const lines = features.map((feature, index): Position[][] | null => {
    if (feature.shape?.type !== 'line' || feature.tags['highway'] === undefined) return null
    const copies = feature.shape.lines.map((line) => [...line])
    for (const line of copies) {
      joinables.push({ line, level: `${feature.tags['bridge'] ?? 'no'} ${feature.tags['tunnel'] ?? 'no'}` })
      owners.push(index)
    }
    return copies
  })
  const before = joinables.map(({ line }) => [line[0], line[line.length - 1]])
  joinEnds(joinables, joinToleranceMetres)
  const moved = new Set(owners.filter((_, at) => before[at][0] !== joinables[at].line[0] || before[at][1] !== joinables[at].line[joinables[at].line.length - 1]))
  return features.map((feature, index) => {
    const joined = lines[index]
    if (!joined) return feature
    return { ...feature, shape: { type: 'line', lines: joined }, repairs: moved.has(index) ? [...feature.repairs, 'endsJoined'] : feature.repairs }
  })
}

function withoutRepeats(line: readonly Position[]): Position[] {
  return line.filter((position, index) => index === 0 || position[0] !== line[index - 1][0] || position[1] !== line[index - 1][1])
}
