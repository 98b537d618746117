import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { matching } from '../../map/layers/expression.ts'
import { textOf } from '../../map/layers/text.ts'
import type { Wishes } from '../../map/wishes.ts'
import { marks } from './venue.ts'

/** Parts into which a cluster's ring is cut at most. */
const ringParts = 12
/** Names of places from here on; farther out badges alone. */
const namesFromZoom = 15

/** Places, clusters and the start, bottom to top. `hovered` wears a ring. Pure. */
export function venueLayers(wishes: Wishes, hovered: string | null): LayerSpecification[] {
  const { palette } = wishes
  const badge: ExpressionSpecification = ['concat', `venue:${palette.theme}:`, matching(['get', 'category'], wishes.categories.map((row) => [row.code, `${row.colour}:${row.glyph}`] as const), '7:unknown'), ':', ['get', 'mark'], ':', ['get', 'admits']]
  const name = (size: number): NonNullable<Extract<LayerSpecification, { type: 'symbol' }>['layout']> => ({
    ...textOf(wishes, size), 'text-field': ['get', 'name'], 'text-variable-anchor': ['top', 'right', 'left', 'bottom'], 'text-radial-offset': 1.5, 'text-justify': 'auto', 'text-max-width': 8,
  })
  const paint = { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 }
  return [
    { id: 'start', type: 'symbol', source: 'start', layout: { 'icon-image': ['concat', `start:${palette.theme}:`, ['get', 'part']], 'icon-overlap': 'always', 'icon-padding': 0 } },
    {
      id: 'clusters', type: 'symbol', source: 'venues', filter: ['has', 'point_count'],
      layout: {
        ...textOf(wishes, 13), 'icon-image': ringName(palette.theme), 'icon-overlap': 'always', 'text-field': ['to-string', ['get', 'point_count']], 'text-overlap': 'always', 'text-ignore-placement': true, 'symbol-sort-key': ['get', 'point_count'],
      },
      paint: { 'text-color': palette.ink1 },
    },
    { id: 'venue-hovered', type: 'circle', source: 'venues', filter: ['all', ['!', ['has', 'point_count']], ['==', ['get', 'id'], hovered ?? '']], paint: ring(palette.accent, 17, 2) },
    {
      id: 'venues', type: 'symbol', source: 'venues', filter: ['!', ['has', 'point_count']],
      layout: { ...name(12), 'text-field': ['step', ['zoom'], '', namesFromZoom, ['get', 'name']], 'icon-image': badge, 'icon-overlap': 'always', 'icon-padding': 0, 'text-optional': true, 'icon-size': ['interpolate', ['linear'], ['zoom'], 12, 0.7, 15, 0.92, 17, 1] },
      paint,
    },
    { id: 'venue-chosen-ring', type: 'circle', source: 'chosen', paint: ring(palette.accent, 20, 3) },
    {
      id: 'venue-chosen', type: 'symbol', source: 'chosen',
      layout: { ...name(14), 'icon-image': badge, 'icon-size': 1.15, 'icon-overlap': 'always', 'icon-ignore-placement': true, 'text-overlap': 'always', 'text-radial-offset': 1.7 },
      paint: { ...paint, 'text-color': palette.accent, 'text-halo-width': 2 },
    },
  ]
}

/** What each cluster sums: how many of its places stand in each state. */
export const clusterSums = Object.fromEntries(marks.map((mark) => [mark, ['+', ['case', ['==', ['get', 'mark'], mark], 1, 0]]]))

/** cluster:theme:open:soon:closed:unknown in twelfths, so that there are few pictures; none that is there is rounded away. */
const ringName = (theme: string): ExpressionSpecification => ['concat', `cluster:${theme}`, ...marks.flatMap((mark): (string | ExpressionSpecification)[] => [':', ['to-string', ['ceil', ['/', ['*', ringParts, ['get', mark]], ['get', 'point_count']]]]])]

const ring = (colour: string, radius: number, width: number) => ({ 'circle-radius': radius, 'circle-color': colour, 'circle-opacity': 0.14, 'circle-stroke-color': colour, 'circle-stroke-width': width })
