import { shapeHolds } from '../../../geodata/kernel/inner.ts'
import type { MultiPolygon, Position } from '../../../geodata/model/geometry.ts'
import type { Step } from '../../../geodata/model/step.ts'
import { inWaterSentence } from '../../../geodata/words/steps.ts'
import type { Language } from '../../../geodata/words/sentence.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'

/** Name of the water a place lies in ('' where it has none); null: on land. */
export type WaterAt = (position: Position) => string | null

type Boxed = { name: string; shape: MultiPolygon; west: number; south: number; east: number; north: number }
const kept = new WeakMap<OpenCity['names'], { geometry: string; waters: Promise<WaterAt> }>()

/** The waters of the city, read when a place is first asked about and again after the map has changed. */
export function waterOf({ names, versions: { geometry, labels }, born }: OpenCity): Promise<WaterAt> {
  const version = `${born} ${geometry} ${labels}`
  const known = kept.get(names)
  if (known?.geometry === version) return known.waters
  const waters = readWaters(names)
  kept.set(names, { geometry: version, waters })
  waters.catch(() => kept.delete(names))
  return waters
}

/** Refusal badStep where a site would stand in water. */
export async function checkOnLand(open: OpenCity, steps: readonly Step[], language: Language): Promise<void> {
  for (const [at, step] of steps.entries()) {
    const position = step.kind === 'add' ? step.site.position : step.kind === 'move' ? step.position : null
    const water = position && (await waterOf(open))(position)
    if (water !== null) throw new Refusal('badStep', { step: at + 1, reason: 'inWater', found: inWaterSentence(water, language) })
  }
}

async function readWaters(names: OpenCity['names']): Promise<WaterAt> {
  const waters: Boxed[] = []
  for await (const { kind, name, shape } of names.ground()) if (kind === 'water') waters.push(boxed(name, shape))
  return ([lon, lat]) => waters.find(({ shape, west, south, east, north }) => lon >= west && lon <= east && lat >= south && lat <= north && shapeHolds(shape, lon, lat))?.name ?? null
}

function boxed(name: string, shape: MultiPolygon): Boxed {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [outer] of shape) for (const [lon, lat] of outer) {
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return { name, shape, ...box }
}
