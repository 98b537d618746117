import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import type { Audience, Group } from '../../../geodata/model/facility.ts'
import { visible } from '../wishes.ts'
import type { Wishes } from '../wishes.ts'
import { matching } from './expression.ts'
import { textOf } from './text.ts'

/**
 * Audiences that let every member of a group in, as far as a tile can tell (ages and places of residence are not in tiles).
 * The kernel's admission decides figures; this decides a sign.
 */
export function admittingAudiences(group: Group): Audience[] {
  return group === '60plus' || group === '80plus' ? ['everyone', 'retired'] : ['everyone']
}

/** Sites, units and gates. Sites of the asked category are always drawn and always on top. */
export function placeLayers(wishes: Wishes): LayerSpecification[] {
  const { palette, switches, category, selectedFacility } = wishes
  const places = (sourceLayer: string) => ({ source: 'places', 'source-layer': sourceLayer })
  const asked: ExpressionSpecification = ['==', ['get', 'category'], category ?? '']
  const chosen: ExpressionSpecification = ['==', ['get', 'id'], selectedFacility ?? '']
  const admits: ExpressionSpecification = ['match', ['get', 'open'], admittingAudiences(wishes.group), true, false]
  const badge = badgeName(wishes, ['case', admits, 'admits', 'refuses'])
  // Whom other kinds of site admit is not the question.
  const plainBadge = badgeName(wishes, 'admits')
  return [
    {
      id: 'unit-marks', type: 'symbol', ...places('units'), minzoom: 14,
      layout: { ...nameBelow(wishes, 16, 11), ...visible(switches.has('units')), 'icon-image': `unit:${palette.theme}`, 'icon-size': ['interpolate', ['linear'], ['zoom'], 14, 0.6, 17, 1], 'icon-padding': 1 },
      paint: namePaint(wishes),
    },
    {
      id: 'gates', type: 'symbol', ...places('gates'), minzoom: 16,
      layout: {
        ...visible(switches.has('gates')), 'icon-image': ['concat', `gate:${palette.theme}:`, ['to-string', ['get', 'locked']]],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 16, 0.55, 18, 1], 'icon-overlap': 'always', 'icon-ignore-placement': true,
      },
    },
    {
      id: 'facility-dots', type: 'circle', ...places('facilities'), minzoom: 14.5, maxzoom: 16, filter: ['!', asked], layout: visible(switches.has('facilities')),
      paint: { 'circle-radius': ['interpolate', ['linear'], ['zoom'], 14.5, 2, 16, 3.5], 'circle-color': categoryColour(wishes), 'circle-stroke-color': palette.badgeRing, 'circle-stroke-width': 1 },
    },
    {
      id: 'facility-badges', type: 'symbol', ...places('facilities'), minzoom: 16, filter: ['all', ['!', asked], ['!', chosen]],
      layout: { ...nameBelow(wishes, 17, 11), ...visible(switches.has('facilities')), 'icon-image': plainBadge, 'icon-size': ['interpolate', ['linear'], ['zoom'], 16, 0.56, 17.5, 0.72, 19, 0.85], 'icon-padding': 1 },
      paint: namePaint(wishes),
    },
    {
      id: 'asked-badges', type: 'symbol', ...places('facilities'), minzoom: 13, filter: ['all', asked, ['!', chosen]],
      layout: {
        'icon-image': badge, 'icon-size': ['interpolate', ['linear'], ['zoom'], 13, ['case', admits, 0.5, 0.36], 15, ['case', admits, 0.79, 0.66], 17, 1], 'icon-overlap': 'always', ...nameBelow(wishes, 15, 12),
        // Sites that admit lie over those that do not.
        'symbol-sort-key': ['case', admits, 1, 0], 'symbol-z-order': 'source',
      },
      paint: namePaint(wishes),
    },
    {
      id: 'chosen-badge', type: 'symbol', ...places('facilities'), minzoom: 13, filter: chosen,
      layout: { 'icon-image': badge, 'icon-size': 1.2, 'icon-overlap': 'always', ...nameBelow(wishes, 13, 13), 'text-overlap': 'always' },
      paint: { ...namePaint(wishes), 'text-color': palette.accent },
    },
  ]
}

/** badge:theme:colour:glyph:sign; images.ts draws what the name says. */
function badgeName({ palette, categories }: Wishes, sign: ExpressionSpecification | string): ExpressionSpecification {
  const drawing = matching(['get', 'category'], categories.map((row) => [row.code, `${row.colour}:${row.glyph}`] as const), '7:unknown')
  return ['concat', `badge:${palette.theme}:`, drawing, ':', sign]
}

function categoryColour({ palette, categories }: Wishes): ExpressionSpecification {
  const last = palette.categories.at(-1) ?? palette.ink3
  return matching(['get', 'category'], categories.map((row) => [row.code, palette.categories[row.colour] ?? last] as const), last)
}

/** A name under the mark, left out where there is no room or no wish for labels: the mark stays. */
function nameBelow(wishes: Wishes, fromZoom: number, pixels: number): NonNullable<SymbolLayerSpecification['layout']> {
  return {
    ...textOf(wishes, pixels), ...visible(true), 'text-field': wishes.switches.has('labels') ? ['step', ['zoom'], '', fromZoom, ['get', 'name']] : '',
    'text-variable-anchor': ['top', 'right', 'left', 'bottom'], 'text-radial-offset': 1.3, 'text-justify': 'auto', 'text-optional': true, 'text-max-width': 8,
  }
}

const namePaint = ({ palette }: Wishes) => ({ 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 })
