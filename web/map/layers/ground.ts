import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Wishes } from '../wishes.ts'

/** Land, what covers it, and water. All flat; edges only where the eye is near. */
export function groundLayers({ palette }: Wishes): LayerSpecification[] {
  const kind = (...kinds: string[]): ExpressionSpecification => ['in', ['get', 'kind'], ['literal', kinds]]
  return [
    { id: 'land', type: 'background', paint: { 'background-color': palette.land } },
    {
      id: 'ground-owned', type: 'fill', source: 'base', 'source-layer': 'ground', filter: kind('campus', 'hospital', 'industrial', 'estate', 'construction'),
      minzoom: 12,
      paint: { 'fill-color': ['match', ['get', 'kind'], ['campus', 'hospital'], palette.campus, 'construction', palette.construction, 'industrial', palette.square, palette.estate] },
    },
    {
      id: 'ground-green', type: 'fill', source: 'base', 'source-layer': 'ground', filter: kind('park', 'green'),
      paint: { 'fill-color': palette.green },
    },
    {
      id: 'ground-paved', type: 'fill', source: 'base', 'source-layer': 'ground', filter: kind('square', 'parking', 'sports'), minzoom: 13,
      paint: { 'fill-color': ['match', ['get', 'kind'], 'sports', palette.sports, 'parking', palette.parking, palette.square] },
    },
    {
      id: 'ground-track', type: 'fill', source: 'base', 'source-layer': 'ground', filter: kind('track'), minzoom: 13,
      paint: { 'fill-color': palette.track },
    },
    { id: 'water', type: 'fill', source: 'base', 'source-layer': 'ground', filter: kind('water'), paint: { 'fill-color': palette.water } },
    {
      id: 'water-edge', type: 'line', source: 'base', 'source-layer': 'ground', filter: kind('water'), minzoom: 14.5,
      paint: { 'line-color': palette.waterEdge, 'line-width': ['interpolate', ['linear'], ['zoom'], 15, 0.5, 18, 1.2] },
    },
    {
      id: 'ground-wall', type: 'line', source: 'base', 'source-layer': 'ground', filter: kind('estate', 'campus', 'wall'), minzoom: 15,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.wall,
        'line-width': ['interpolate', ['linear'], ['zoom'], 15, 0.6, 18, 1.6],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 15, 0.4, 16.5, 0.9],
      },
    },
  ]
}
