import type { Building, BuildingUse } from '../model/building.ts'
import type { MultiPolygon } from '../model/geometry.ts'
import type { Provenance } from '../model/provenance.ts'
import { useInferredSource } from '../words/provenance.ts'
import type { Feature, Tags } from './feature.ts'
import { innerPosition } from './inside.ts'
import { cleanPolygons } from './polygons.ts'
import { metresFrom, storeysFrom } from './readings.ts'
import type { LeftReason, Repair } from './report.ts'
import type { ShapeIndex } from './shapeIndex.ts'
import { isDenied } from './tables/denied.ts'
import { buildingUseByKey, buildingUseByValue, unbuiltBuildings } from './tables/uses.ts'
import { vertexKey } from './vertex.ts'

/** What lies around a thing and decides about it. */
export type Surroundings = { residential: ShapeIndex; denied: ShapeIndex; /** Keys of positions where someone marked a way in. */ entrances: ReadonlySet<string> }

export type Made<T> = { record: T; repairs: readonly Repair[]; fault: null } | { record: null; repairs: readonly Repair[]; fault: LeftReason }

/** Metres from floor to floor where only a height is known. */
const storeyMetres = 3

/** A building from its feature; residents are given to it afterwards. */
export function buildingFrom(feature: Feature, source: Provenance, surroundings: Surroundings): Made<Building> {
  const { tags, shape } = feature
  if (unbuiltBuildings.has(tags['building'])) return leftFor('notBuilt')
  if (isDenied(tags)) return leftFor('refused')
  if (shape?.type !== 'area') return leftFor(feature.fault ?? (shape ? 'wrongGeometry' : 'noGeometry'))
  const clean = cleanPolygons(shape.polygons)
  if (!clean.shape) return leftFor(clean.fault)
  const inner = innerPosition(clean.shape)
  if (surroundings.denied.holds(inner)) return leftFor('refused')
  const repairs: Repair[] = [...feature.repairs, ...clean.repairs]
  const stated = useOf(tags)
  const inferred = stated === null && tags['building'] === 'yes' && surroundings.residential.holds(inner)
  if (inferred) repairs.push('useFromGround')
  const levels = storeysFrom(tags['building:levels'])
  const height = metresFrom(tags['height'] ?? tags['building:height'])
  const storeys = levels ?? (height === null ? null : storeysFrom(String(Math.max(1, Math.round(height / storeyMetres)))))
  if (levels === null && storeys !== null) repairs.push('storeysFromHeight')
  const name = inferred ? useInferredSource(source.source) : source.source
  return { record: buildingRecord(feature, clean.shape, storeys, inferred ? 'residential' : stated, surroundings.entrances, { source: name, date: source.date }), repairs, fault: null }
}

/** The use that the tags state: building=* first, then what is in it; null when they do not say. */
function useOf(tags: Tags): BuildingUse | null {
  const byValue = buildingUseByValue[tags['building'] ?? '']
  if (byValue) return byValue
  for (const [key, uses] of Object.entries(buildingUseByKey)) {
    const use = tags[key] === undefined ? undefined : (uses[tags[key]] ?? uses['*'])
    if (use) return use
  }
  return null
}

export function leftFor(fault: LeftReason): { record: null; repairs: readonly Repair[]; fault: LeftReason } {
  return { record: null, repairs: [], fault }
}

function buildingRecord(feature: Feature, footprint: MultiPolygon, storeys: number | null, use: BuildingUse | null, entrances: ReadonlySet<string>, provenance: Provenance): Building {
  const { tags } = feature
  return {
    id: feature.id,
    code: tags['linli:code'] ?? null,
    name: tags['name'] ?? addressOf(tags),
    footprint,
    storeys,
    use,
    estate: tags['linli:estate'] ?? null,
    grid: tags['linli:grid'] ?? null,
    entrances: entrances.size === 0 ? [] : footprint.flatMap((rings) => rings.flatMap((ring) => ring.slice(1))).filter((position) => entrances.has(vertexKey(position))),
    residents: null,
    ...provenance,
  }
}

/** Street and house number as written where the street is: 中文 without a space and with 号. */
function addressOf(tags: Tags): string {
  const street = tags['addr:street'] ?? tags['addr_street'] ?? tags['addr:place'] ?? ''
  const number = tags['addr:housenumber'] ?? tags['addr_housenumber'] ?? ''
  if (number === '') return tags['addr:housename'] ?? ''
  const chinese = /[\u4e00-\u9fff]/.test(street)
  return chinese ? `${street}${/^\d+$/.test(number) ? `${number}号` : number}` : `${street} ${number}`.trim()
}
