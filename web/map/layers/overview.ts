import type { LayerSpecification } from 'maplibre-gl'
import type { Wishes } from '../wishes.ts'

/** Below this zoom single buildings are not drawn: the state is told per grid. */
export const overviewToZoom = 13

/** How many parts of a dot can be filled: its picture is one of 21. */
export const shareSteps = 20

/** One dot per grid, filled clockwise by the share of residents who are covered; larger where more people live. */
export function overviewLayers({ palette }: Wishes): LayerSpecification[] {
  return [{
    id: 'share-dots', type: 'symbol', source: 'dots', maxzoom: overviewToZoom,
    layout: {
      'icon-image': ['concat', `share:${palette.theme}:`, ['coalesce', ['to-string', ['get', 'step']], '']],
      'icon-size': ['interpolate', ['linear'], ['zoom'],
        10, ['interpolate', ['linear'], ['get', 'residents'], 0, 0.22, 1500, 0.34, 6000, 0.5],
        13, ['interpolate', ['linear'], ['get', 'residents'], 0, 0.55, 1500, 0.8, 6000, 1.1]],
      'icon-overlap': 'always', 'icon-ignore-placement': true,
      'symbol-sort-key': ['-', 0, ['get', 'residents']],
    },
  }]
}
