import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { mapFont } from '../fontname.ts'
import type { Wishes } from '../wishes.ts'

const is = (part: string): ExpressionSpecification => ['==', ['get', 'part'], part]

/** The walk of the chosen building: accent on a light casing, its start, its end, and a flag at every few minutes. */
export function walkLayers({ palette, words }: Wishes): LayerSpecification[] {
  const round = { 'line-join': 'round' as const, 'line-cap': 'round' as const }
  const width: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 12, 2.5, 15, 3.5, 18, 5]
  return [
    { id: 'walk-casing', type: 'line', source: 'route', filter: is('walk'), layout: round, paint: { 'line-color': palette.badgeRing, 'line-width': ['interpolate', ['linear'], ['zoom'], 12, 5, 15, 7.5, 18, 10], 'line-opacity': 0.95 } },
    { id: 'walk', type: 'line', source: 'route', filter: is('walk'), layout: round, paint: { 'line-color': palette.accent, 'line-width': width } },
    { id: 'walk-thread', type: 'line', source: 'route', filter: is('thread'), paint: { 'line-color': palette.accent, 'line-width': 2, 'line-dasharray': [2, 2] } },
    {
      id: 'walk-ends', type: 'circle', source: 'route', filter: ['any', is('start'), is('end')],
      paint: { 'circle-radius': ['match', ['get', 'part'], 'start', 6, 4], 'circle-color': palette.badgeRing, 'circle-stroke-color': palette.accent, 'circle-stroke-width': 3 },
    },
    {
      id: 'walk-flags', type: 'symbol', source: 'route', filter: is('flag'), minzoom: 13,
      layout: {
        'icon-image': `flag:${palette.theme}`, 'icon-text-fit': 'both', 'icon-text-fit-padding': [1, 4, 1, 4], 'icon-overlap': 'always', 'text-overlap': 'always',
        'text-field': ['concat', ['to-string', ['get', 'minutes']], '\u202F', words.minutes], 'text-font': [mapFont, 'sans-serif'], 'text-size': 11, 'text-anchor': 'center',
      },
      paint: { 'text-color': palette.accentInk },
    },
  ]
}
