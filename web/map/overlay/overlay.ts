import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { learnImages } from '../images.ts'
import { matching } from '../layers/expression.ts'
import { textOf } from '../layers/text.ts'
import type { MapOverlay } from '../overlaid.ts'
import { layerOrder, type LayerName } from '../order.ts'
import type { Palette } from '../palette.ts'
import type { Wishes } from '../wishes.ts'
import { cellFeatures, circleFeatures, mostBeside, placeFeatures, sparkFeatures, threadFeatures } from './features.ts'
import { rampPlaces, type OverlayArea, type OverlayContent, type Step } from './shapes.ts'
import { hatchImage, signImage } from './signs.ts'

learnImages({ sign: signImage, hatch: hatchImage })

/** Where cells or areas are coloured, the buildings make way, and the lanes, whose white would cut the colours up: a colour means one thing at a time. */
const ground: readonly LayerName[] = layerOrder.filter((name) => /^(buildings|roofs|building-|ways-|roads-minor)/.test(name) || /^(grid|community)-dots$/.test(name))

/** What a view wants to show, as layers of the map. Pure: the same content gives the same layers. */
export const overlayOf = (content: OverlayContent): MapOverlay => {
  const { cells = [], circles = [], sparks = [], areas, places = [], threads = [] } = content
  const coloured = cells.length > 0 || circles.length > 0 || (areas?.rows.length ?? 0) > 0
  const names = new Map([...(content.ground?.names ?? []), ...(areas?.rows.map((row) => [row.code, row.name] as const) ?? [])])
  return {
    sources: {
      'overlay-cells': { type: 'geojson', data: cellFeatures(cells) }, 'overlay-circles': { type: 'geojson', data: circleFeatures(circles) }, 'overlay-sparks': { type: 'geojson', data: sparkFeatures(sparks) }, 'overlay-places': { type: 'geojson', data: placeFeatures(places) }, 'overlay-threads': { type: 'geojson', data: threadFeatures(threads) },
    },
    layers: (wishes) => [...areaLayers(content, wishes), ...groundLayers(content, wishes), ...litLayers(content, wishes), ...cellLayers(content, wishes.palette), ...circleLayers(content, wishes.palette), ...threadLayers(wishes.palette), sparkLayer(wishes.palette), ...placeLayers(content, wishes)],
    hides: new Set(coloured ? ground : []),
    marks: ['overlay-places', 'overlay-threads', 'overlay-circles'],
    surfaces: ['overlay-cells', ...(areas ? ['overlay-areas'] : [])],
    grounds: content.ground ? ['overlay-ground'] : [],
    pick: ({ properties: { id, code, name } }) => ({ id: String(id ?? code ?? ''), name: names.get(String(code ?? '')) ?? String(name ?? '') }),
  }
}

type Placed = readonly [below: LayerName, layer: LayerSpecification]

const areaLayers = ({ areas, classes = 5, lowIsWorse, chosen, hovered }: OverlayContent, { palette }: Wishes): Placed[] => {
  if (!areas) return []
  const base = { source: 'base', 'source-layer': 'areas' } as const
  const codes = (wanted: (step: Step) => boolean): string[] => areas.rows.filter((row) => wanted(row.step)).map((row) => row.code)
  const among = (list: readonly string[]): ExpressionSpecification => ['all', ['==', ['get', 'level'], areas.level], ['in', ['get', 'code'], ['literal', [...list]]]]
  const outlines: Placed[] = ([['overlay-area-hovered', hovered, 1.5], ['overlay-area-chosen', chosen, 2.5]] as const)
    .map(([id, code, width]) => ['building-chosen-casing', { id, type: 'line', ...base, filter: among(code ? [code] : []), layout: { 'line-join': 'round' }, paint: { 'line-color': palette.accent, 'line-width': width } }])
  return [
    ['water', { id: 'overlay-areas', type: 'fill', ...base, filter: among(areas.rows.map((row) => row.code)), paint: { 'fill-color': areaColours(areas.rows, palette, classes, lowIsWorse) } }],
    ...(['few', 'none'] as const).map((name): Placed => ['water', { id: `overlay-areas-${name}`, type: 'fill', ...base, filter: among(codes((step) => step === name)), paint: { 'fill-pattern': `hatch:${palette.theme}:${name}` } }]),
    ...outlines,
  ]
}

/** An area that is touched where no building stands is chosen too. Fully clear, it is drawn nowhere and found everywhere. */
const groundLayers = ({ ground }: OverlayContent, { palette }: Wishes): Placed[] => (ground
  ? [['water', { id: 'overlay-ground', type: 'fill', source: 'base', 'source-layer': 'areas', filter: ['all', ['==', ['get', 'level'], ground.level], ['in', ['get', 'code'], ['literal', [...ground.names.keys()]]]], paint: { 'fill-color': palette.land, 'fill-opacity': 0 } }]]
  : [])

/** How much of the accent lies over an area that is lit: streets and names stay readable on it. */
const litShare = 0.22
const litLayers = ({ lit = [], litSurface, only }: OverlayContent, { palette }: Wishes): Placed[] => {
  const base = { source: 'base', 'source-layer': 'areas' } as const
  const named = (codes: readonly string[]): ExpressionSpecification => ['in', ['get', 'code'], ['literal', [...codes]]]
  const outlined = (id: string, codes: readonly string[], colour: string, width: number): Placed =>
    ['building-chosen-casing', { id, type: 'line', ...base, filter: named(codes), layout: { 'line-join': 'round' }, paint: { 'line-color': colour, 'line-width': width } }]
  const surface: Placed[] = litSurface ? [['water', { id: 'overlay-lit-surface', type: 'fill', ...base, filter: named(lit), paint: { 'fill-color': palette.accent, 'fill-opacity': litShare, 'fill-antialias': false } }]] : []
  const veil: Placed[] = only ? [['building-chosen-casing', { id: 'overlay-veil', type: 'fill', ...base, filter: ['all', ['==', ['get', 'level'], only.level], ['!', named(only.codes)]], paint: { 'fill-color': palette.land, 'fill-opacity': 0.45, 'fill-antialias': false } }]] : []
  return [...veil, ...(only ? [outlined('overlay-only', only.codes, palette.accent, 1.5)] : []), ...surface, outlined('overlay-lit-halo', lit, palette.halo, 6), outlined('overlay-lit', lit, palette.accent, 3)]
}

const cellLayers = ({ classes = 5, lowIsWorse, chosen, hovered }: OverlayContent, palette: Palette): Placed[] => {
  const source = 'overlay-cells'
  const colour = matching(['get', 'step'], rampPlaces(classes, lowIsWorse).map((place, step) => [step, palette.sequential[place] ?? palette.nodata] as const), palette.land)
  const outlined = (id: string, wanted: string | null | undefined, width: number): Placed =>
    ['building-chosen-casing', { id, type: 'line', source, filter: ['==', ['get', 'id'], wanted ?? ''], layout: { 'line-join': 'round' }, paint: { 'line-color': palette.accent, 'line-width': width } }]
  return [
    ['ways-foot', { id: 'overlay-cells', type: 'fill', source, paint: { 'fill-color': colour, 'fill-antialias': false } }],
    ...(['few', 'none'] as const).map((name): Placed => ['ways-foot', { id: `overlay-cells-${name}`, type: 'fill', source, filter: ['==', ['get', 'step'], name], paint: { 'fill-pattern': `hatch:${palette.theme}:${name}` } }]),
    ['ways-foot', { id: 'overlay-cells-gap', type: 'line', source, paint: { 'line-color': palette.land, 'line-width': 1 } }],
    outlined('overlay-cell-hovered', hovered, 1.5), outlined('overlay-cell-chosen', chosen, 2.5),
  ]
}

/** Circles by size, coloured by class, on the ground below all names. */
const circleLayers = ({ classes = 5, lowIsWorse, chosen, hovered }: OverlayContent, palette: Palette): Placed[] => {
  const colour = matching(['get', 'step'], rampPlaces(classes, lowIsWorse).map((place, step) => [step, palette.sequential[place] ?? palette.nodata] as const), palette.land)
  const outlined: ExpressionSpecification = ['in', ['get', 'id'], ['literal', [chosen ?? '', hovered ?? '']]]
  return [['walk-casing', { id: 'overlay-circles', type: 'circle', source: 'overlay-circles', paint: { 'circle-radius': ['get', 'radius'], 'circle-color': colour, 'circle-opacity': 0.92, 'circle-stroke-width': ['case', outlined, 2.5, 1.2], 'circle-stroke-color': ['case', outlined, palette.accent, palette.ink1] } }]]
}

/** Over all names: what is counted is seen wherever it lies. */
const sparkLayer = (palette: Palette): Placed =>
  ['walk-flags', { id: 'overlay-sparks', type: 'circle', source: 'overlay-sparks', paint: { 'circle-radius': ['get', 'radius'], 'circle-color': palette.accent, 'circle-stroke-width': 1.2, 'circle-stroke-color': palette.halo } }]

const threadLayers = (palette: Palette): Placed[] => {
  const line = (id: string, filter: ExpressionSpecification, paint: Extract<LayerSpecification, { type: 'line' }>['paint']): Placed =>
    ['walk-casing', { id, type: 'line', source: 'overlay-threads', filter: ['all', ['==', ['get', 'part'], 'line'], filter], layout: { 'line-cap': 'round', 'line-join': 'round' }, paint }]
  const width: ExpressionSpecification = ['get', 'width']
  return [
    line('overlay-threads-casing', ['literal', true], { 'line-color': palette.badgeRing, 'line-width': ['+', width, 3], 'line-opacity': 0.95 }),
    line('overlay-threads', ['!', ['get', 'suggested']], { 'line-color': palette.accent, 'line-width': width }),
    line('overlay-threads-suggested', ['get', 'suggested'], { 'line-color': palette.accent, 'line-width': width, 'line-dasharray': [2, 2] }),
    ['walk-ends', {
      id: 'overlay-arrows', type: 'symbol', source: 'overlay-threads', filter: ['==', ['get', 'part'], 'arrow'],
      layout: { 'icon-image': `sign:${palette.theme}:arrow`, 'icon-rotate': ['get', 'heading'], 'icon-rotation-alignment': 'map', 'icon-anchor': 'top', 'icon-overlap': 'always', 'icon-ignore-placement': true },
    }],
  ]
}

/** Signs beside each other, pixels. */
const signPixels = 24
const placeLayers = ({ chosen, hovered }: OverlayContent, wishes: Wishes): Placed[] => {
  const { palette } = wishes
  const outlined: ExpressionSpecification = ['in', ['get', 'id'], ['literal', [chosen ?? '', hovered ?? '']]]
  const offsets = matching(['get', 'beside'], Array.from({ length: mostBeside + 1 }, (_none, at) => [at, ['literal', [Math.ceil(at / 2) * (at % 2 === 1 ? 1 : -1) * signPixels, -signPixels]] as ExpressionSpecification] as const), ['literal', [0, 0]])
  return [
    ['walk-flags', { id: 'overlay-ring', type: 'circle', source: 'overlay-places', filter: ['all', outlined, ['<', ['get', 'beside'], 0]], paint: { 'circle-radius': 15, 'circle-color': palette.halo, 'circle-opacity': 0.5, 'circle-stroke-color': palette.accent, 'circle-stroke-width': ['case', ['==', ['get', 'id'], chosen ?? ''], 2.5, 1.5] } }],
    ['walk-flags', {
      id: 'overlay-places', type: 'symbol', source: 'overlay-places',
      layout: {
        ...textOf(wishes, 12), 'icon-image': ['concat', `sign:${palette.theme}:`, ['get', 'sign']], 'icon-size': ['interpolate', ['linear'], ['zoom'], 11, ['case', outlined, 0.9, 0.6], 14, ['case', outlined, 1.15, 0.85], 16, ['case', outlined, 1.3, 1]], 'icon-overlap': 'always', 'icon-ignore-placement': true, 'icon-padding': 0, 'icon-offset': offsets,
        'symbol-sort-key': ['case', outlined, 1, 0], 'symbol-z-order': 'source',
        'text-field': ['step', ['zoom'], '', 15, ['get', 'name']], 'text-anchor': 'top', 'text-offset': [0, 1.1], 'text-optional': true, 'text-max-width': 9,
      },
      paint: { 'text-color': palette.label, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
    }],
  ]
}

const areaColours = (rows: readonly OverlayArea[], palette: Palette, classes: number, lowIsWorse: boolean | undefined): ExpressionSpecification => {
  const places = rampPlaces(classes, lowIsWorse)
  const colours = places.flatMap((place, step) => {
    const codes = rows.filter((row) => row.step === step).map((row) => row.code)
    return codes.length > 0 ? [[codes, palette.sequential[place] ?? palette.nodata] as const] : []
  })
  return matching(['get', 'code'], colours, palette.land)
}
