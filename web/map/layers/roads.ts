import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { pixelsPerMetre } from '../scale.ts'
import type { Wishes } from '../wishes.ts'
import { matching } from './expression.ts'

/** Width on the ground when a street states none, metres: the usual of each class where a map has one line per carriageway. */
export const usualMetres = { motorway: 20, arterial: 24, secondary: 16, local: 9, service: 5, lane: 5, path: 2.5, footway: 2.5, steps: 3, crossing: 4, rail: 6 } as const

/** Pixels at zooms 10, 12, 13, 14 and 15, where a road is a sign rather than a surface; from 16 on it is as wide as it is. */
export const signWidths: readonly (readonly [name: string, ...pixels: number[]])[] = [
  ['motorway', 1.6, 2.2, 3.2, 4.5, 10], ['arterial', 1.4, 2, 3, 4.5, 10], ['secondary', 0.7, 1, 1.8, 3, 7], ['local', 0.2, 0.4, 0.8, 1.4, 4],
]

const major = ['motorway', 'arterial', 'secondary']
const minor = ['local', 'service', 'lane']

/**
 * Streets from the ground up: small ways, casings, fills by rank, railways, bridges over all. Small streets end round; a large one ends flat,
 * since where it meets a narrower one a round end would bulge out on the far side.
 */
export function roadLayers(wishes: Wishes): LayerSpecification[] {
  const { palette } = wishes
  const isBridge: ExpressionSpecification = ['in', ['get', 'bridge'], ['literal', [true, 1]]]
  const among = (...classes: readonly string[]): ExpressionSpecification => ['in', ['get', 'class'], ['literal', [...classes]]]
  const fillColour: ExpressionSpecification = ['match', ['get', 'class'], ['motorway', 'arterial'], palette.arterial, palette.road]
  const casingColour: ExpressionSpecification = ['match', ['get', 'class'], ['motorway', 'arterial'], palette.arterialCasing, palette.roadCasing]
  const rank: ExpressionSpecification = ['match', ['get', 'class'], 'motorway', 6, 'arterial', 5, 'secondary', 4, 'local', 3, 'lane', 2, 1]
  const line = (id: string, part: { filter: ExpressionSpecification; minzoom: number; casing: boolean; bridge?: boolean; round?: boolean }): LayerSpecification => ({
    id, type: 'line', source: 'base', 'source-layer': 'streets', filter: part.filter, minzoom: part.minzoom,
    layout: { 'line-join': 'round', 'line-cap': part.round ? 'round' : 'butt', 'line-sort-key': rank },
    paint: {
      'line-color': part.casing ? (part.bridge ? palette.arterialCasing : casingColour) : fillColour,
      'line-width': surfaceWidth(wishes.latitude, part.casing ? (part.bridge ? 3 : 1.6) : 0),
    },
  })
  const dashed = (id: string, filter: ExpressionSpecification, paint: { colour: string; dash: number[]; widths: DataDrivenPropertyValueSpecification<number> }): LayerSpecification => ({
    id, type: 'line', source: 'base', 'source-layer': 'streets', filter, minzoom: 15,
    layout: { 'line-join': 'round', 'line-cap': 'butt' },
    paint: { 'line-color': paint.colour, 'line-dasharray': paint.dash, 'line-width': paint.widths, 'line-opacity': ['interpolate', ['linear'], ['zoom'], 15, 0.5, 16, 1] },
  })
  const thin: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 15, 0.8, 17, 1.4, 19, 2.4]
  const stepsWidth: ExpressionSpecification = ['interpolate', ['exponential', 2], ['zoom'], 15, 1.5, 17, 4, 19, 16]
  return [
    dashed('ways-foot', among('path', 'footway'), { colour: palette.lane, dash: [3, 1.6], widths: thin }),
    dashed('ways-steps', ['any', among('steps'), ['in', ['get', 'steps'], ['literal', [true, 1]]]], { colour: palette.lane, dash: [0.45, 0.45], widths: stepsWidth }),
    line('roads-minor-casing', { filter: ['all', among(...minor), ['!', isBridge]], minzoom: 14, casing: true, round: true }),
    line('roads-major-casing', { filter: ['all', among(...major), ['!', isBridge]], minzoom: 12.5, casing: true }),
    line('roads-minor', { filter: ['all', among(...minor), ['!', isBridge]], minzoom: 13, casing: false, round: true }),
    line('roads-major', { filter: ['all', among(...major), ['!', isBridge]], minzoom: 8, casing: false }),
    dashed('ways-crossing', among('crossing'), {
      colour: palette.roadCasing, dash: [0.14, 0.14], widths: ['interpolate', ['exponential', 2], ['zoom'], 15, pixelsPerMetre(wishes.latitude, 15) * 4, 20, pixelsPerMetre(wishes.latitude, 20) * 4],
    }),
    line('bridges-casing', { filter: ['all', among(...major, ...minor), isBridge], minzoom: 14.5, casing: true, bridge: true }),
    line('bridges', { filter: ['all', among(...major, ...minor), isBridge], minzoom: 8, casing: false, bridge: true }),
    {
      id: 'rail', type: 'line', source: 'base', 'source-layer': 'streets', filter: among('rail'), minzoom: 11,
      paint: { 'line-color': palette.rail, 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 1, 15, 3, 18, 5] },
    },
    {
      id: 'rail-sleepers', type: 'line', source: 'base', 'source-layer': 'streets', filter: among('rail'), minzoom: 13,
      paint: { 'line-color': palette.railSleeper, 'line-width': ['interpolate', ['linear'], ['zoom'], 13, 1, 15, 1.8, 18, 3.4], 'line-dasharray': [4, 4] },
    },
  ]
}

/**
 * Line width in CSS pixels: signs up to zoom 15, true ground width from 16. `marginPixels` is added on both sides together (a casing).
 * True width doubles with each zoom, hence the base 2.
 */
function surfaceWidth(latitude: number, marginPixels: number): ExpressionSpecification {
  const metres: ExpressionSpecification = ['coalesce', ['get', 'width'], matching(['get', 'class'], Object.entries(usualMetres), usualMetres.lane)]
  const sign = (column: number, otherwise: number): ExpressionSpecification => {
    // The two farthest zooms show hairlines: a casing would swallow them.
    const margin = column > 1 ? marginPixels : 0
    return matching(['get', 'class'], signWidths.map(([name, ...pixels]) => [name, (pixels[column] ?? otherwise) + margin] as const), otherwise + margin)
  }
  const ground = (zoom: number): ExpressionSpecification => ['+', ['max', 1.2, ['*', metres, pixelsPerMetre(latitude, zoom)]], marginPixels]
  return ['interpolate', ['exponential', 2], ['zoom'], 10, sign(0, 0), 12, sign(1, 0), 13, sign(2, 0.4), 14, sign(3, 0.8), 15, sign(4, 1.8), 16, ground(16), 20, ground(20)]
}
