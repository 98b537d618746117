import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { AreaLevel } from '../../../geodata/model/area.ts'
import { visible } from '../wishes.ts'
import type { Wishes } from '../wishes.ts'

type Width = readonly (readonly [zoom: number, pixels: number])[]

/** Widths by zoom from the table of LOOK.md; each outline lies on a soft halo of the land's colour, so that it reads on roads and on buildings. */
const widths = {
  street: [[10, 1.5], [13, 2], [15, 2.5], [18, 2.5]],
  community: [[11.5, 0.6], [13, 1], [15, 1.5], [18, 1.6]],
  grid: [[14, 0.5], [15, 0.75], [18, 1]],
} as const satisfies Record<string, Width>

/** Outlines of districts, streets, communities and grids, and what marks the area in focus. */
export function boundaryLayers(wishes: Wishes): LayerSpecification[] {
  const { palette, switches, areaFocus } = wishes
  const base = { source: 'base', 'source-layer': 'areas' }
  const level = (...levels: AreaLevel[]): ExpressionSpecification => ['in', ['get', 'level'], ['literal', levels]]
  const halo = (id: string, filter: ExpressionSpecification, width: Width, shown: boolean, minzoom: number): LayerSpecification => ({
    id, type: 'line', ...base, filter, minzoom, layout: { ...visible(shown), 'line-join': 'round' },
    paint: { 'line-color': palette.boundaryHalo, 'line-width': growing(width, 2.4), 'line-opacity': 0.5 },
  })
  const outline = (id: string, filter: ExpressionSpecification, paint: { width: Width; colour: string; dash?: number[]; opacity: number; shown: boolean; minzoom: number }): LayerSpecification => ({
    id, type: 'line', ...base, filter, minzoom: paint.minzoom, layout: { ...visible(paint.shown), 'line-join': 'round' },
    paint: { 'line-color': paint.colour, 'line-width': growing(paint.width, 0), 'line-opacity': paint.opacity, ...(paint.dash ? { 'line-dasharray': paint.dash } : {}) },
  })
  const inFocus: ExpressionSpecification = ['==', ['get', 'code'], areaFocus?.code ?? '']
  const partitioned = areaFocus !== null && areaFocus.level !== 'estate' && areaFocus.level !== 'building' && areaFocus.level !== 'city'
  return [
    {
      id: 'focus-veil', type: 'fill', ...base, filter: ['all', level(areaFocus?.level ?? 'city'), ['!', inFocus]], layout: visible(partitioned),
      paint: { 'fill-color': palette.land, 'fill-opacity': 0.45, 'fill-antialias': false },
    },
    outline('grid-outline', level('grid'), { width: widths.grid, colour: palette.grid, dash: [5, 3.5], opacity: 0.6, shown: switches.has('grids'), minzoom: 14 }),
    halo('community-halo', level('community'), widths.community, switches.has('communities'), 11.5),
    outline('community-outline', level('community'), { width: widths.community, colour: palette.boundary, opacity: 0.55, shown: switches.has('communities'), minzoom: 11.5 }),
    halo('street-halo', level('street', 'district', 'city'), widths.street, true, 8),
    outline('street-outline', level('street', 'district', 'city'), { width: widths.street, colour: palette.boundary, opacity: 0.8, shown: true, minzoom: 8 }),
    {
      id: 'focus-casing', type: 'line', ...base, filter: inFocus, layout: { ...visible(areaFocus !== null), 'line-join': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': 6, 'line-opacity': 0.85 },
    },
    {
      id: 'focus-outline', type: 'line', ...base, filter: inFocus, layout: { ...visible(areaFocus !== null), 'line-join': 'round' },
      paint: { 'line-color': palette.accent, 'line-width': 2.5 },
    },
  ]
}

const growing = (width: Width, marginPixels: number): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...width.flatMap(([zoom, pixels]) => [zoom, pixels + marginPixels])] as ExpressionSpecification
