import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { layerOrder, type LayerName } from '../order.ts'
import type { Palette } from '../palette.ts'
import type { OuterMap } from '../seam.ts'
import { degreesScheme, degreesTemplate } from './degrees.ts'

/** Our own ground and streets make way for it; what the figures speak of stays. */
export const hiddenUnderOuter: ReadonlySet<LayerName> = new Set(layerOrder.filter((name) => /^(ground|water|green|ways|roads|rail|bridges|street-labels|site-labels)/.test(name)))

/** Where its tiles come from; `origin`: our own. */
export const outerSource = (outer: OuterMap, origin: string): SourceSpecification => {
  const tiles = outer.matrixSet === 'c' ? [degreesTemplate(outer.tiles)] : outer.tiles.map((address) => (address.startsWith('/') ? `${origin}${address}` : address))
  return outer.kind === 'vector' ? { type: 'vector', tiles, minzoom: outer.minZoom, maxzoom: outer.maxZoom } : { type: 'raster', tiles, tileSize: outer.tilePixels, minzoom: outer.minZoom, maxzoom: outer.maxZoom }
}

/** Its layers, above the land. A picture is as it is, by night a little darker; of shapes nobody says how they look, so they are quiet surfaces and lines, streets above water above land. */
export const outerLayers = (outer: OuterMap, palette: Palette): LayerSpecification[] => {
  if (outer.kind === 'raster') return [{ id: 'outer', type: 'raster', source: 'outer', paint: palette.theme === 'light' ? {} : { 'raster-brightness-max': 0.55, 'raster-saturation': -0.3 } }]
  const looked = outer.layers.map((name) => ({ name, ...(looks.find(({ known }) => known.test(name)) ?? other) }))
  return looked.toSorted((one, another) => one.rank - another.rank).flatMap(({ name, surface, line, dashed }): LayerSpecification[] => {
    const of = { source: 'outer', 'source-layer': name }
    return [
      { id: `outer-${name}-surface`, type: 'fill', ...of, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': palette[surface], 'fill-antialias': false } },
      { id: `outer-${name}-line`, type: 'line', ...of, filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': palette[line], 'line-width': dashed ? 1 : ['interpolate', ['linear'], ['zoom'], 10, 0.6, 13, 1.4, 17, 5], ...(dashed ? { 'line-dasharray': [4, 3] } : {}) } },
    ]
  })
}

type Look = { rank: number; surface: 'land' | 'water' | 'green' | 'campus' | 'bldg' | 'road'; line: 'lane' | 'waterEdge' | 'pathInGreen' | 'bldgLine' | 'grid'; dashed?: true }
const other: Look = { rank: 2, surface: 'campus', line: 'lane' }
/** Names of layers that are usual in archives (Protomaps, OpenMapTiles, Shortbread), which list them in the order of the alphabet: the lowest rank lies below. */
const looks: readonly (Look & { known: RegExp })[] = [
  { known: /^(earth|land|background)$/i, rank: 0, surface: 'land', line: 'lane' },
  { known: /water|ocean|river/i, rank: 3, surface: 'water', line: 'waterEdge' },
  { known: /green|park|wood|forest|landcover/i, rank: 1, surface: 'green', line: 'pathInGreen' },
  { known: /building/i, rank: 4, surface: 'bldg', line: 'bldgLine' },
  { known: /road|street|transport|highway|rail|path/i, rank: 5, surface: 'road', line: 'lane' },
  { known: /bound|admin/i, rank: 6, surface: 'campus', line: 'grid', dashed: true },
]

/** Whether the map may ask an address: our own origin, and while an outer map is on, the origins of its tiles. */
export const mayFetch = (address: string, own: string, outer: OuterMap | null): boolean => {
  const url = new URL(address, own)
  if (url.origin === own || url.protocol === 'blob:' || url.protocol === 'data:') return true
  if (outer === null) return false
  if (url.protocol === `${degreesScheme}:`) return outer.matrixSet === 'c'
  return outer.tiles.some((template) => !template.startsWith('/') && new URL(template.replaceAll(/\{[xyz]\}/g, '0')).origin === url.origin)
}
