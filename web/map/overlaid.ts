import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import type { LayerName } from './order.ts'
import type { Wishes } from './wishes.ts'

/** What a view lays over the map beside its own layers. Made by overlay/overlay.ts, which is fetched with the view that wants it; views hand it on unopened. */
export type MapOverlay = {
  sources: Readonly<Record<string, GeoJSONSourceSpecification>>
  /** Layers, each with the map's own layer directly below which it lies. */
  layers: (wishes: Wishes) => readonly (readonly [below: LayerName, layer: LayerSpecification])[]
  /** Layers of the map's own that make way. */
  hides: ReadonlySet<string>
  /** Layers that answer to the pointer: small things sought near it, and surfaces under it. */
  marks: readonly string[]
  surfaces: readonly string[]
  /** What answers where nothing else does. */
  grounds?: readonly string[]
  pick: (feature: { properties: Readonly<Record<string, unknown>> }) => { id: string; name: string }
}
