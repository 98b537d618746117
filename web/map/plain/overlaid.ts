import type { Palette } from '../palette.ts'
import { cellFeatures, threadFeatures } from '../overlay/features.ts'
import { rampPlaces, type OverlayContent, type Step } from '../overlay/shapes.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import { layerOf, outlined, type PlainLayer } from './layers.ts'
import { pathOf } from './paths.ts'
import type { PlainTile } from './pieces.ts'

/** Puts a place into the units that parts without a tile are drawn in. */
export type ToUnits = (position: Position) => readonly [number, number]

/** Whether a view colours cells or areas, for which the buildings make way: a colour means one thing at a time. */
export const isColoured = (content: OverlayContent | null | undefined): boolean => (content?.cells?.length ?? 0) > 0 || (content?.circles?.length ?? 0) > 0 || (content?.areas?.rows.length ?? 0) > 0

/** Coloured areas, which lie under water and streets. Too few is hatched, nothing known dotted. */
export function areaColourLayers(tiles: readonly PlainTile[], { areas, classes = 5, lowIsWorse }: OverlayContent, palette: Palette): PlainLayer[] {
  if (!areas) return []
  const codesOf = new Map<Step, Set<string>>()
  for (const { code, step } of areas.rows) codesOf.set(step, (codesOf.get(step) ?? new Set()).add(code))
  return [...codesOf].flatMap(([step, codes]) => {
    const layer = layerOf(`areas-${step}`, tiles, 'areas', ({ properties }) => properties['level'] === areas.level && codes.has(String(properties['code'])), { fill: fillOf(step, palette, classes, lowIsWorse) })
    return typeof step === 'number' ? [layer] : [{ ...layer, fill: palette.land }, { ...layer, id: `${layer.id}-hatch`, fill: `url(#${step})` }]
  })
}

/** Cells with an outline of their own, such as hexagons. */
export function cellLayers({ cells = [], classes = 5, lowIsWorse, chosen, hovered }: OverlayContent, palette: Palette, units: ToUnits): PlainLayer[] {
  const drawn = cellFeatures(cells).features.map((feature) => ({ id: String(feature.properties?.['id']), step: feature.properties?.['step'] as Step, d: ringPath(feature.geometry.type === 'Polygon' ? feature.geometry.coordinates[0] ?? [] : [], units) }))
  const steps = [...new Set(drawn.map((cell) => cell.step))]
  const joined = (id: string, wanted: (cell: (typeof drawn)[number]) => boolean, style: Omit<PlainLayer, 'id' | 'parts'>): PlainLayer => ({ id, parts: [{ key: 'all', tile: null, d: drawn.filter(wanted).map((cell) => cell.d).join('') }], ...style })
  const marked = ([['hovered', hovered, 1.5], ['chosen', chosen, 2.5]] as const).flatMap(([id, code, width]) => (code ? [joined(`cell-${id}`, (cell) => cell.id === code, { stroke: palette.accent, width })] : []))
  return [
    ...steps.flatMap((step) => {
      const layer = joined(`cells-${step}`, (cell) => cell.step === step, { fill: fillOf(step, palette, classes, lowIsWorse), stroke: palette.land, width: 1 })
      return typeof step === 'number' ? [layer] : [layer, { ...layer, id: `${layer.id}-hatch`, fill: `url(#${step})` }]
    }),
    ...marked,
  ]
}

/** What is counted, lit, chosen and hovered among the areas, and curves between places: over everything that has a colour. */
export function emphasisLayers(tiles: readonly PlainTile[], { only, lit = [], litSurface, areas, ground, chosen, hovered, threads = [] }: OverlayContent, palette: Palette, units: ToUnits): PlainLayer[] {
  const named = (codes: readonly string[]) => ({ properties }: { properties: Readonly<Record<string, unknown>> }): boolean => codes.includes(String(properties['code']))
  const level = areas?.level ?? ground?.level
  const area = (id: string, code: string | null | undefined, width: number): PlainLayer[] => (code && level ? [outlined(id, tiles, 'areas', (piece) => piece.properties['level'] === level && named([code])(piece), { stroke: palette.accent, width })] : [])
  const veiled = only ? [
    layerOf('only-veil', tiles, 'areas', (piece) => piece.properties['level'] === only.level && !named(only.codes)(piece), { fill: palette.land, opacity: 0.45 }),
    outlined('only', tiles, 'areas', named(only.codes), { stroke: palette.accent, width: 1.5 }),
  ] : []
  return [
    ...veiled, ...(lit.length > 0 ? [...(litSurface ? [layerOf('lit-surface', tiles, 'areas', named(lit), { fill: palette.accent, opacity: 0.22 })] : []), outlined('lit-halo', tiles, 'areas', named(lit), { stroke: palette.halo, width: 6 }), outlined('lit', tiles, 'areas', named(lit), { stroke: palette.accent, width: 3 })] : []),
    ...area('area-hovered', hovered, 1.5), ...area('area-chosen', chosen, 2.5), ...threadLayers(threads, palette, units),
  ]
}

function threadLayers(threads: NonNullable<OverlayContent['threads']>, palette: Palette, units: ToUnits): PlainLayer[] {
  return threadFeatures(threads).features.flatMap(({ properties, geometry }): PlainLayer[] => {
    if (geometry.type !== 'LineString') return []
    const parts = [{ key: 'all', tile: null, d: linePath(geometry.coordinates, units) }]
    const [id, width] = [String(properties?.['id']), Number(properties?.['width'])]
    return [{ id: `thread-casing-${id}`, parts, stroke: palette.badgeRing, width: width + 3, round: true, opacity: 0.95 }, { id: `thread-${id}`, parts, stroke: palette.accent, width, round: true, ...(properties?.['suggested'] ? { dash: '4 4' } : {}) }]
  })
}

/** A line through places as path text. */
export const linePath = (positions: readonly (readonly number[])[], units: ToUnits): string => pathOf({ shape: 'line', rings: [positions.flatMap(([lon = 0, lat = 0]) => units([lon, lat]))] })
const ringPath = (ring: readonly (readonly number[])[], units: ToUnits): string => `${linePath(ring.slice(0, -1), units)}z`

const fillOf = (step: Step, palette: Palette, classes: number, lowIsWorse: boolean | undefined): string =>
  (typeof step === 'number' ? palette.sequential[rampPlaces(classes, lowIsWorse)[step] ?? 0] ?? palette.nodata : palette.land)
