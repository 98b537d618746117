import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

export type DecodedFeature = { id: number; type: number; properties: Record<string, string | number | boolean>; rings: { x: number; y: number }[][] }

/** Layers of a tile by an independent decoder. */
export function decodeTile(bytes: Uint8Array): Record<string, DecodedFeature[]> {
  const layers: Record<string, DecodedFeature[]> = {}
  for (const [name, layer] of Object.entries(new VectorTile(new PbfReader(bytes)).layers)) layers[name] = Array.from({ length: layer.length }, (_, i) => decoded(layer.feature(i)))
  return layers
}

function decoded(feature: VectorTileFeature): DecodedFeature {
  return { id: feature.id ?? -1, type: feature.type, properties: { ...feature.properties }, rings: feature.loadGeometry() }
}
