import type { Box, Position } from '../model/geometry.ts'
import { areaFrom } from './area.ts'
import type { AreaFound } from './area.ts'
import type { Surroundings } from './building.ts'
import type { Feature, FeatureSource } from './feature.ts'
import { vertexKey } from './vertex.ts'
import { innerPosition, insideShape } from './inside.ts'
import { areaSquareMetres } from './metres.ts'
import { cleanPolygons } from './polygons.ts'
import { positionsOf } from './positions.ts'
import { rolesOf } from './roles.ts'
import { shapeIndex } from './shapeIndex.ts'
import { streetKind } from './street.ts'
import { isDenied } from './tables/denied.ts'

/** What the first walk through all sources finds out before any record is made. */
export type Survey = {
  box: Box
  surroundings: Surroundings
  /** How many things each source holds, with those its decoder only counted. */
  things: readonly number[]
  /** How many roles the things of all sources have; 0: there is nothing to import. */
  asked: number
  /** Keys of entrances that are vertices of a building. */
  entrancesOnBuildings: ReadonlySet<string>
  /** Keys of gate positions that are vertices of a walkable street. */
  gatesOnStreets: ReadonlySet<string>
  /** Areas whose source names none above them, with the smallest larger area around each. */
  parents: ReadonlyMap<string, string>
  /** Codes of all areas that come with a boundary. */
  codes: ReadonlySet<string>
}

export function survey(sources: readonly FeatureSource[]): Survey {
  const box = growingBox()
  const entrances = new Set<string>()
  const surroundings: Surroundings = { residential: shapeIndex(), denied: shapeIndex(), entrances }
  const gates = new Set<string>()
  const areas: AreaFound[] = []
  const things: number[] = []
  let asked = 0
  for (const source of sources) {
    let count = Object.values(source.others).reduce((sum, each) => sum + each, 0)
    for (const feature of source.features()) {
      count += feature.pieces
      for (const position of positionsOf(feature.shape)) box.add(position)
      const roles = feature.shape ? rolesOf(feature.tags, feature.shape.type) : []
      if (feature.shape?.type === 'area') lay(feature, feature.shape.polygons, surroundings)
      asked += roles.length
      for (const { role } of roles) {
        if (role === 'entrance' && feature.shape?.type === 'point') entrances.add(vertexKey(feature.shape.position))
        if (role === 'gate' && feature.shape?.type === 'point') gates.add(vertexKey(feature.shape.position))
        if (role === 'area') {
          const found = areaFrom(feature, source).record
          if (found) areas.push(found)
        }
      }
    }
    things.push(count)
  }
  const met = metBy(sources, entrances, gates)
  return { box: box.box(), surroundings, things, asked, entrancesOnBuildings: met.entrances, gatesOnStreets: met.gates, parents: parentsOf(areas), codes: new Set(areas.map((found) => found.area.code)) }
}

/** Keeps residential land, which tells the use of plain buildings on it, and refused land, which refuses all on it. */
function lay(feature: Feature, polygons: readonly (readonly (readonly Position[])[])[], surroundings: Surroundings): void {
  const { tags } = feature
  const denied = isDenied(tags)
  if (!denied && (tags['landuse'] !== 'residential' || tags['building'] !== undefined)) return
  const clean = cleanPolygons(polygons)
  if (clean.shape) (denied ? surroundings.denied : surroundings.residential).add(clean.shape)
}

/** Entrances at which a building, and gates at which a walkable street has a vertex. Sources with neither are not walked again. */
function metBy(sources: readonly FeatureSource[], entrances: ReadonlySet<string>, gates: ReadonlySet<string>): { entrances: Set<string>; gates: Set<string> } {
  const met = { entrances: new Set<string>(), gates: new Set<string>() }
  if (entrances.size === 0 && gates.size === 0) return met
  for (const source of sources) {
    for (const feature of source.features()) {
      const doors = feature.form === 'area' && feature.tags['building'] !== undefined
      const passages = feature.form !== 'point' && isWalkable(feature)
      if (!doors && !passages) continue
      for (const position of positionsOf(feature.shape)) {
        const key = vertexKey(position)
        if (doors && entrances.has(key)) met.entrances.add(key)
        if (passages && gates.has(key)) met.gates.add(key)
      }
    }
  }
  return met
}

function isWalkable(street: Feature): boolean {
  const kind = streetKind(street.tags)
  return typeof kind !== 'string' && kind.walk
}

/** Rank of a level on the ladder; a parent stands higher. */
const rank = { city: 0, district: 1, street: 2, community: 3, estate: 5, grid: 4 } as const

function parentsOf(areas: readonly AreaFound[]): Map<string, string> {
  const parents = new Map<string, string>()
  const sized = areas.map(({ area, above }) => ({ area, above, size: area.boundary ? areaSquareMetres(area.boundary) : Infinity }))
  for (const { area, above } of sized) {
    if (area.parent !== null || above.length > 0 || !area.boundary) continue
    const inner = innerPosition(area.boundary)
    const around = sized.filter((other) => rank[other.area.level] < rank[area.level] && other.area.boundary !== null && insideShape(inner, other.area.boundary)).sort((a, b) => a.size - b.size)[0]
    if (around) parents.set(area.code, around.area.code)
  }
  return parents
}

function growingBox(): { add: (position: Position) => void; box: () => Box } {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  return {
    add: ([lon, lat]) => {
      if (lon < west) west = lon
      if (lon > east) east = lon
      if (lat < south) south = lat
      if (lat > north) north = lat
    },
    box: () => [west, south, east, north],
  }
}
