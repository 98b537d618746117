import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { enlargedLayer } from './enlarged.ts'
import type { FontFaces } from './fonts.ts'
import { boundaryLayers } from './layers/boundaries.ts'
import { flatBuildingLayers, standingBuildingLayers } from './layers/buildings.ts'
import { groundLayers } from './layers/ground.ts'
import { areaLabelLayers, groundLabelLayers } from './layers/labels.ts'
import { overviewLayers } from './layers/overview.ts'
import { placeLayers } from './layers/places.ts'
import { roadLayers } from './layers/roads.ts'
import { walkLayers } from './layers/walk.ts'
import type { MapOverlay } from './overlaid.ts'
import { layerOrder, type LayerName } from './order.ts'
import { hiddenUnderOuter, outerLayers } from './outer/outer.ts'
import type { MapSources } from './sources.ts'
import type { Wishes } from './wishes.ts'

const families = [
  groundLayers, roadLayers, flatBuildingLayers, boundaryLayers, standingBuildingLayers, overviewLayers, walkLayers, groundLabelLayers, placeLayers, areaLabelLayers,
]

/** Every layer of the map in the visible order, an overlay's among them. RangeError when a layer has no place in the order. */
export function layersOf(wishes: Wishes, overlay?: MapOverlay | null): LayerSpecification[] {
  const place = new Map<string, number>(layerOrder.map((name, index) => [name, index]))
  const rank = (layer: LayerSpecification): number => {
    const index = place.get(layer.id)
    if (index === undefined) throw new RangeError(`the order of layers knows no '${layer.id}'`)
    return index
  }
  const large = (layer: LayerSpecification): LayerSpecification => enlargedLayer(layer, wishes.enlarged ?? 1, wishes.leastText)
  const { outer } = wishes
  const all = families.flatMap((family) => family(wishes)).sort((one, other) => rank(one) - rank(other)).map(large)
  const own = outer ? all.filter((layer) => !hiddenUnderOuter.has(layer.id as LayerName)).flatMap((layer) => (layer.id === 'land' ? [layer, ...outerLayers(outer, wishes.palette)] : [layer])) : all
  if (!overlay) return own
  const laid = overlay.layers(wishes).map(([below, layer]) => [below, large(layer)] as const)
  // What an overlay lays below a layer that an outer map hides lies below the first one that is there.
  const shown = new Set(own.map((layer) => layer.id))
  const below = (name: string): string => layerOrder.slice(layerOrder.indexOf(name as LayerName)).find((one) => shown.has(one)) ?? name
  return own.flatMap((layer) => [...laid.flatMap(([name, one]) => (below(name) === layer.id ? [one] : [])), ...(overlay.hides.has(layer.id) ? [] : [layer])])
}

/** The whole style as a value: two wishes give two styles, and the map library applies what differs. */
export function styleOf(wishes: Wishes, sources: MapSources, fontFaces: FontFaces, overlay?: MapOverlay | null): StyleSpecification {
  return {
    version: 8,
    sources: overlay ? { ...sources, ...overlay.sources } : sources,
    'font-faces': fontFaces,
    // From the south-east: degrees clockwise from north, 35 degrees off the vertical.
    light: { anchor: 'map', position: [1.5, 140, 35], color: '#ffffff', intensity: wishes.palette.lightIntensity },
    transition: { duration: 200, delay: 0 },
    layers: layersOf(wishes, overlay),
  }
}
