import type { GeoJSONSourceSpecification, SourceSpecification, VectorSourceSpecification } from 'maplibre-gl'
import type { tileLayers } from '../../geodata/contract/meta.ts'
import type { Box } from '../../geodata/model/geometry.ts'
import type { FeatureCollection } from './features.ts'

/** The server draws tiles up to this zoom; beyond it the same tiles are enlarged. */
export const tileMaxZoom = 16
/** Lowest zoom at which a tile source has tiles. */
export const tileMinZoom = { base: 8, buildings: 13, places: 13 } as const
/** The layers this map draws: whoever may not have the buildings has no map with answers either, and needs no outlines. */
type DrawnLayer = keyof typeof tileMinZoom & (typeof tileLayers)[number]

/** Tiles of our own origin. `versions`: the meta answer's tileVersions; a new one is a new address, so nothing stale is shown and nothing else asked again. */
export function tileSources(origin: string, versions: Readonly<Record<DrawnLayer, string>>, box: Box | null): Record<DrawnLayer, VectorSourceSpecification> {
  const source = (layer: DrawnLayer): VectorSourceSpecification => ({
    type: 'vector',
    tiles: [`${origin}/tiles/${layer}/{z}/{x}/{y}.pbf?v=${encodeURIComponent(versions[layer])}`],
    minzoom: tileMinZoom[layer],
    maxzoom: tileMaxZoom,
    // Areas may reach far beyond the buildings of those that were entered first.
    ...(box && layer !== 'base' ? { bounds: widened(box) } : {}),
  })
  return { base: source('base'), buildings: source('buildings'), places: source('places') }
}

/** Sources the view fills: the walk of the chosen building and the overview's dots. */
export const drawnSources = (route: FeatureCollection, dots: FeatureCollection): Record<'route' | 'dots', GeoJSONSourceSpecification> => ({
  route: { type: 'geojson', data: route },
  dots: { type: 'geojson', data: dots },
})

export type MapSources = Record<string, SourceSpecification>

/** A city's box by a hundredth of a degree more on each side: streets and water run on past the last building. */
function widened([west, south, east, north]: Box): [number, number, number, number] {
  return [Math.max(-180, west - 0.01), Math.max(-85, south - 0.01), Math.min(180, east + 0.01), Math.min(85, north + 0.01)]
}
