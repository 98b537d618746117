import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import type { AreaLevel } from '../../../geodata/model/area.ts'
import { visible } from '../wishes.ts'
import type { Wishes } from '../wishes.ts'
import { textOf } from './text.ts'

type Layout = NonNullable<SymbolLayerSpecification['layout']>

/** Nearer than this the one name of a river is seldom in view: then every tile that holds water names it. */
const waterRepeatsFrom = 14.5
const waterText: Layout = { 'text-letter-spacing': 0.7, 'text-writing-mode': ['vertical', 'horizontal'], 'text-max-width': 30 }

/** Labels under the sites: buildings, streets, green, water, estates. A later layer is placed first, so order.ts is also their priority. */
export function groundLabelLayers(wishes: Wishes): LayerSpecification[] {
  const { palette, words, switches, tilted } = wishes
  const kind = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]]
  const halo = { 'text-halo-color': palette.halo, 'text-halo-width': 1.5 }
  const storeys: ExpressionSpecification = ['case', ['>', ['coalesce', ['get', 'storeys'], 0], 0], ['concat', '\n', ['to-string', ['get', 'storeys']], '\u202F', words.storeys], '']
  const street = (id: string, classes: string[], minzoom: number, size: number, colour: string): LayerSpecification => ({
    id, type: 'symbol', source: 'base', 'source-layer': 'streets', minzoom, filter: ['all', ['in', ['get', 'class'], ['literal', classes]], ['!=', ['coalesce', ['get', 'name'], ''], '']],
    layout: { ...textOf(wishes, size), 'symbol-placement': 'line', 'symbol-spacing': 320, 'text-field': ['get', 'name'], 'text-letter-spacing': 0.12, 'text-max-angle': 28, 'text-padding': 4,
      // Lying on the ground of a tilted map, a name is too flat to be read.
      'text-pitch-alignment': 'viewport',
    },
    paint: { 'text-color': colour, ...halo },
  })
  const ground = (id: string, kinds: string[], minzoom: number, size: Layout['text-size'], colour: string, more: Layout = {}): LayerSpecification => ({
    id, type: 'symbol', source: 'base', 'source-layer': 'groundLabels', minzoom, filter: kind(...kinds),
    layout: { ...textOf(wishes, 12), 'text-size': size ?? 12, 'text-field': ['get', 'name'], 'text-max-width': 7, ...more }, paint: { 'text-color': colour, ...halo },
  })
  return [
    {
      id: 'building-labels', type: 'symbol', source: 'buildings', 'source-layer': 'buildings', minzoom: 16.8,
      layout: {
        ...textOf(wishes, 11), ...visible(switches.has('labels') && !tilted),
        'text-field': ['format', ['coalesce', ['get', 'name'], ''], {}, storeys, { 'font-scale': wishes.leastText === undefined ? 0.85 : 1 }], 'text-max-width': 6, 'text-padding': 3,
      },
      paint: { 'text-color': palette.label, ...halo },
    },
    street('street-labels-minor', ['local', 'service', 'lane'], tilted ? 16 : 15, 11, palette.labelSoft),
    street('street-labels-major', ['motorway', 'arterial', 'secondary'], 13.5, 12, palette.label),
    ground('site-labels', ['square', 'campus', 'hospital', 'sports', 'industrial', 'construction'], 15, 11, palette.labelSoft),
    ground('green-labels', ['park', 'green'], 13.5, 12, palette.greenLabel),
    ground('estate-labels', ['estate'], 14.5, ['interpolate', ['linear'], ['zoom'], 15, 12, 18, 14], palette.label, visible(switches.has('estates') && switches.has('labels'))),
    {
      ...ground('water-labels', ['water'], 10, ['interpolate', ['linear'], ['zoom'], 10, 12, 15, 15], palette.waterLabel, waterText),
      maxzoom: waterRepeatsFrom,
    } as LayerSpecification,
    {
      ...ground('water-labels-near', ['water'], waterRepeatsFrom, 15, palette.waterLabel, { ...waterText, 'text-padding': 24 }), 'source-layer': 'ground',
    } as LayerSpecification,
  ]
}

/** Names of areas lie over everything and are placed first. */
export function areaLabelLayers(wishes: Wishes): LayerSpecification[] {
  const { palette, switches, unnamed = [] } = wishes
  const at = (id: string, level: AreaLevel, part: { minzoom: number; maxzoom?: number; size: Layout['text-size']; spacing: number; colour: string; shown?: boolean }): LayerSpecification => ({
    id, type: 'symbol', source: 'base', 'source-layer': 'areaLabels', minzoom: part.minzoom, ...(part.maxzoom ? { maxzoom: part.maxzoom } : {}), filter: unnamed.length === 0 ? ['==', ['get', 'level'], level] : ['all', ['==', ['get', 'level'], level], ['!', ['in', ['get', 'code'], ['literal', [...unnamed]]]]],
    layout: {
      ...textOf(wishes, 13), ...visible((part.shown ?? true) && switches.has('labels')), 'text-size': part.size ?? 13, 'text-field': ['get', 'name'], 'text-letter-spacing': part.spacing,
      'text-max-width': 9, 'text-padding': 6, 'text-variable-anchor': ['center', 'top', 'bottom'], 'text-radial-offset': 0.4,
    },
    paint: { 'text-color': part.colour, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
  })
  return [
    at('grid-labels', 'grid', { minzoom: 16.5, size: 11, spacing: 0, colour: palette.labelSoft, shown: switches.has('grids') }),
    at('estate-area-labels', 'estate', { minzoom: 14.8, size: ['interpolate', ['linear'], ['zoom'], 15, 12, 18, 14], spacing: 0.02, colour: palette.label, shown: switches.has('estates') }),
    // Two pixels of letter spacing at 13 px.
    at('community-labels', 'community', { minzoom: 12.8, maxzoom: 17.5, size: ['interpolate', ['linear'], ['zoom'], 13, 12, 15, 14], spacing: 0.15, colour: palette.areaLabel, shown: switches.has('communities') }),
    at('street-area-labels', 'street', { minzoom: 9, maxzoom: 14, size: ['interpolate', ['linear'], ['zoom'], 10, 12, 13, 16], spacing: 0.2, colour: palette.label }),
  ]
}
