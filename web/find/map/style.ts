import type { DataDrivenPropertyValueSpecification, LayerSpecification, StyleSpecification, VectorSourceSpecification } from 'maplibre-gl'
import type { Box } from '../../../geodata/model/geometry.ts'
import { groundLayers } from '../../map/layers/ground.ts'
import { areaLabelLayers, groundLabelLayers } from '../../map/layers/labels.ts'
import { roadLayers } from '../../map/layers/roads.ts'
import { walkLayers } from '../../map/layers/walk.ts'
import type { FeatureCollection } from '../../map/features.ts'
import { layerOrder } from '../../map/order.ts'
import { tileMaxZoom, tileSources } from '../../map/sources.ts'
import type { Wishes } from '../../map/wishes.ts'
import { clusterSums, venueLayers } from './layers.ts'

/** What is drawn over the ground. */
export type Shown = { others: FeatureCollection; chosen: FeatureCollection; start: FeatureCollection; way: FeatureCollection }
export type Ground = { origin: string; versions: Readonly<Record<'base' | 'buildings' | 'places' | 'outlines', string>>; box: Box | null; /** false: the deployment keeps outlines of buildings to itself. */ outlines: boolean }

/** Nearer than this no two places are one. */
const clusterToZoom = 16
/** Two badges that would lie over each other are one, pixels. */
const clusterPixels = 34

/** The finder's map: the same ground, streets and labels as the planner's, outlines without a word about them, places by state. No fonts but the reader's; `letters`: how many times the usual size. */
export function finderStyle(wishes: Wishes, ground: Ground, shown: Shown, hovered: string | null, letters = 1): StyleSpecification {
  const { base, buildings } = tileSources(ground.origin, ground.versions, ground.box)
  return {
    version: 8,
    sources: {
      base, ...(ground.outlines ? { outlines: outlinesFrom(buildings, ground) } : {}),
      venues: { type: 'geojson', data: shown.others, cluster: true, clusterRadius: clusterPixels, clusterMaxZoom: clusterToZoom, clusterProperties: clusterSums },
      chosen: { type: 'geojson', data: shown.chosen }, start: { type: 'geojson', data: shown.start }, route: { type: 'geojson', data: shown.way },
    },
    transition: { duration: 200, delay: 0 },
    layers: [...groundOf(wishes, ground.outlines), ...venueLayers(wishes, hovered), ...flagLayers(wishes)].map((layer) => lettered(layer, letters)),
  }
}

/** Everything below the places, in the order of the planner's map. */
function groundOf(wishes: Wishes, outlines: boolean): LayerSpecification[] {
  const order = new Map<string, number>(layerOrder.map((name, at) => [name, at]))
  const walks = walkLayers(wishes).filter(({ id }) => id !== 'walk-flags' && id !== 'walk-ends')
  const labels = [...groundLabelLayers(wishes), ...areaLabelLayers(wishes).filter(({ id }) => id === 'community-labels' || id === 'street-area-labels')].filter((layer) => 'source' in layer && layer.source === 'base')
  const own = [...groundLayers(wishes), ...roadLayers(wishes), ...walks, ...labels.map(aside)].sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))
  if (!outlines) return own
  const above = own.findIndex(({ id }) => (order.get(id) ?? 0) > (order.get('buildings') ?? 0))
  return [...own.slice(0, above), ...outlineLayers(wishes), ...own.slice(above)]
}

/** The name of an estate stands beside what lies in its middle (the start, more often than not) rather than below it. */
const aside = (layer: LayerSpecification): LayerSpecification => (layer.id !== 'estate-labels' || layer.type !== 'symbol' ? layer
  : { ...layer, layout: { ...layer.layout, 'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'], 'text-radial-offset': 1.7, 'text-justify': 'auto' } })

/** Of two minutes that would lie over each other one stays. */
const flagLayers = (wishes: Wishes): LayerSpecification[] => walkLayers(wishes).flatMap((layer) => (layer.id === 'walk-flags' && layer.type === 'symbol' ? [{ ...layer, layout: { ...layer.layout, 'icon-overlap': 'never', 'text-overlap': 'never', 'icon-padding': 1 } }] : []))

/** With its text larger. */
const lettered = (layer: LayerSpecification, letters: number): LayerSpecification => {
  const size = layer.type === 'symbol' ? layer.layout?.['text-size'] : undefined
  if (letters === 1 || layer.type !== 'symbol' || size === undefined) return layer
  // Sizes that change with the zoom are interpolated: input and output by turns after the first three.
  const larger = typeof size === 'number' ? size * letters : Array.isArray(size) && size[0] === 'interpolate' ? size.map((part: unknown, at: number) => (at > 3 && at % 2 === 0 && typeof part === 'number' ? part * letters : part)) : size
  return { ...layer, layout: { ...layer.layout, 'text-size': larger as DataDrivenPropertyValueSpecification<number> } }
}

/** Farther out houses are specks, and their tiles a fourth of all that a first view on a telephone fetches. */
const outlinesFromZoom = 14.5

const outlineLayers = ({ palette }: Wishes): LayerSpecification[] => {
  const source = { source: 'outlines', 'source-layer': 'outlines' } as const
  return [
    { id: 'outlines', type: 'fill', ...source, minzoom: outlinesFromZoom, paint: { 'fill-color': palette.bldg } },
    { id: 'outlines-edge', type: 'line', ...source, minzoom: 15, paint: { 'line-color': palette.bldgLine, 'line-width': ['interpolate', ['linear'], ['zoom'], 15, 0.5, 18, 1] } },
  ]
}

const outlinesFrom = (buildings: VectorSourceSpecification, { origin, versions }: Ground): VectorSourceSpecification => ({
  ...buildings, maxzoom: tileMaxZoom, tiles: [`${origin}/tiles/outlines/{z}/{x}/{y}.pbf?v=${encodeURIComponent(versions.outlines)}`],
})
