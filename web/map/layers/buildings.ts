import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { buildingStates } from '../../../geodata/model/question.ts'
import type { BuildingState } from '../../../geodata/model/question.ts'
import type { Palette } from '../palette.ts'
import { visible } from '../wishes.ts'
import type { Wishes } from '../wishes.ts'
import { mixed } from '../mixed.ts'
import { matching } from './expression.ts'

/** From this zoom buildings stand up when the map is tilted. */
export const standFromZoom = 14.5
/** On a wall from where there are buildings: a street as a whole is to be seen standing. */
const wallStandFromZoom = 13
const standsFrom = ({ enlarged }: Wishes): number => (enlarged === undefined ? standFromZoom : wallStandFromZoom - Math.log2(enlarged))
/** Farther than this the coarse hatches lie on houses as single blots. */
const patternFromZoom = 14.4
/** The fine hatch of the gaps shows as a texture from where buildings begin. */
const fineFromZoom = 13
/** Height of a storey, metres (LOOK.md, 3D). */
const storeyMetres = 3
/** Storeys drawn when none are known: low enough not to pretend. */
const drawnStoreys = 2

/** What is not chosen is so much fainter (LOOK.md, Selection). */
const fadedShare = 0.15

/** -1 until an answer has come, else the index of buildingStates. */
const stateByte: ExpressionSpecification = ['coalesce', ['feature-state', 'state'], -1]
const stateIs = (state: BuildingState): ExpressionSpecification => ['==', stateByte, buildingStates.indexOf(state)]
const chosen: ExpressionSpecification = ['boolean', ['feature-state', 'chosen'], false]
const hovered: ExpressionSpecification = ['boolean', ['feature-state', 'hover'], false]

/** Buildings seen from above: the state as fill, its pattern as second sign, outlines from zoom 15, and the chosen one. */
export function flatBuildingLayers(wishes: Wishes): LayerSpecification[] {
  const { palette, tilted, dimmed, switches, lights } = wishes
  const below = tilted ? { maxzoom: standsFrom(wishes) } : {}
  const base = { source: 'buildings', 'source-layer': 'buildings' }
  const pattern = (id: string, state: BuildingState, image: string): LayerSpecification => ({
    id, type: 'fill', ...base, minzoom: state === 'uncovered' ? fineFromZoom : patternFromZoom, ...below, layout: visible(switches.has('patterns')),
    paint: { 'fill-pattern': `pattern:${palette.theme}:${image}`, 'fill-opacity': ['case', stateIs(state), 1, 0], 'fill-antialias': false },
  })
  return [
    {
      id: 'buildings-shadow', type: 'fill', ...base, minzoom: 15, ...below,
      paint: { 'fill-color': palette.shadow, 'fill-opacity': ['interpolate', ['linear'], ['zoom'], 15, 0, 15.6, 0.16], 'fill-translate': ['interpolate', ['linear'], ['zoom'], 15, ['literal', [0.5, 0.8]], 18, ['literal', [2, 3]]] },
    },
    {
      id: 'buildings', type: 'fill', ...base, ...below,
      // Where the hatch is not drawn yet, no data keeps a grey of its own, so that it is not taken for an office.
      paint: { 'fill-color': ['step', ['zoom'], stateColour(palette, palette.nodata, lights), patternFromZoom, stateColour(palette, palette.bldg, lights)], 'fill-opacity': dimmed ? 0.85 : 1 },
    },
    pattern('buildings-gap', 'uncovered', 'gap'),
    pattern('buildings-marginal', 'marginal', 'marginal'),
    pattern('buildings-full', 'full', 'full'),
    pattern('buildings-nodata', 'nodata', 'nodata'),
    {
      id: 'buildings-outline', type: 'line', ...base, minzoom: 14.5, ...below, layout: { 'line-join': 'round' },
      paint: {
        'line-color': matching(stateByte, stateLines(palette), palette.bldgLine),
        'line-width': ['interpolate', ['linear'], ['zoom'], 15, ['case', stateIs('cut'), 1.2, 0.5], 18, ['case', stateIs('cut'), 2.4, 1]],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 14.5, 0.3, 15.5, 1],
      },
    },
    {
      id: 'buildings-lit', type: 'line', ...base, layout: { ...visible(Boolean(lights)), 'line-join': 'round' }, filter: ['literal', Boolean(lights)],
      paint: {
        'line-color': palette.accent, 'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.8, 15, 1.4, 17, 2.5],
        'line-opacity': matching(stateByte, buildingStates.map((state, index) => [index, lights?.includes(state) ? 1 : 0] as const), 0),
      },
    },
    ...emphasis(palette),
  ]
}

/** Buildings standing up; the state is the colour, the chosen one wears the accent. */
export function standingBuildingLayers(wishes: Wishes): LayerSpecification[] {
  const { palette, tilted, dimmed, switches, lights } = wishes
  const base = { source: 'buildings', 'source-layer': 'buildings', minzoom: standsFrom(wishes) }
  const height: ExpressionSpecification = ['*', storeyMetres, ['max', 1, ['coalesce', ['get', 'storeys'], drawnStoreys]]]
  const cap = (id: string, state: BuildingState, image: string): LayerSpecification => ({
    id, type: 'fill-extrusion', ...base, layout: visible(tilted && switches.has('patterns')),
    paint: {
      'fill-extrusion-pattern': `pattern:${palette.theme}:${image}`, 'fill-extrusion-vertical-gradient': false,
      'fill-extrusion-base': ['case', stateIs(state), height, 0],
      // A hand's breadth over the roof; 0 hides the cap inside its own building.
      'fill-extrusion-height': ['case', stateIs(state), ['+', height, 0.1], 0],
    },
  })
  return [
    {
      id: 'buildings-standing', type: 'fill-extrusion', ...base, layout: visible(tilted),
      paint: {
        'fill-extrusion-color': ['case', chosen, palette.accent, hovered, palette.ink3, stateColour(palette, palette.bldg, lights)],
        'fill-extrusion-height': height,
        'fill-extrusion-opacity': dimmed ? 0.85 : 0.92,
        'fill-extrusion-vertical-gradient': true,
      },
    },
    cap('roofs-gap', 'uncovered', 'gap'),
    cap('roofs-marginal', 'marginal', 'marginal'),
    cap('roofs-full', 'full', 'full'),
    cap('roofs-nodata', 'nodata', 'nodata'),
  ]
}

/** Outline outside the shape: 2.5 px accent on a casing for the chosen, ink for the hovered. Rings run clockwise on the screen, so right of the line is inside. */
function emphasis(palette: Palette): LayerSpecification[] {
  const base = { source: 'buildings', 'source-layer': 'buildings', layout: { 'line-join': 'round' as const } }
  return [
    {
      id: 'building-chosen-casing', type: 'line', ...base,
      paint: { 'line-color': palette.halo, 'line-width': 6, 'line-offset': -2, 'line-opacity': ['case', chosen, 1, 0] },
    },
    {
      id: 'building-chosen', type: 'line', ...base,
      paint: { 'line-color': ['case', chosen, palette.accent, palette.ink1], 'line-width': ['case', chosen, 2.5, 1.5], 'line-offset': -1.25, 'line-opacity': ['case', ['any', chosen, hovered], 1, 0] },
    },
  ]
}

/** Fill of a state. Not connected is an outline only; no data is never coloured. What is not singled out is nearer to the land by as much as everything fades beside a choice. */
function stateColour(palette: Palette, nodata: string, lights: Wishes['lights']): ExpressionSpecification {
  const fills: Readonly<Record<BuildingState, string>> = {
    covered: palette.covered, marginal: palette.marginal, full: palette.full, uncovered: palette.gap, cut: palette.halo, nodata, other: palette.bldg,
  }
  const fill = (state: BuildingState): string => (lights && !lights.includes(state) ? mixed(fills[state], palette.land, fadedShare) : fills[state])
  return matching(stateByte, buildingStates.map((state, index) => [index, fill(state)] as const), palette.bldg)
}

function stateLines(palette: Palette): (readonly [number, string])[] {
  const lines: Readonly<Record<BuildingState, string>> = {
    covered: palette.coveredLine, marginal: palette.marginalLine, full: palette.fullLine, uncovered: palette.gapLine, cut: palette.cut, nodata: palette.nodataLine, other: palette.bldgLine,
  }
  return buildingStates.map((state, index) => [index, lines[state]] as const)
}

