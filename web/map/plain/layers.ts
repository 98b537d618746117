import type { AreaLevel } from '../../../geodata/model/area.ts'
import { buildingStates, type BuildingState } from '../../../geodata/model/question.ts'
import { mixed } from '../mixed.ts'
import type { Palette } from '../palette.ts'
import type { AreaFocus, Switch } from '../seam.ts'
import { outlineOf, pathOf } from './paths.ts'
import type { Piece, PlainTile } from './pieces.ts'
import { roadPixels } from './roads.ts'

/** One way of drawing, with what is drawn so: path texts in units of a tile, or of the origin's zoom where `tile` is null. */
export type PlainLayer = {
  id: string
  parts: readonly { key: string; tile: PlainTile['address'] | null; d: string }[]
  fill?: string
  stroke?: string
  /** Pixels of the page, whatever the zoom. */
  width?: number
  dash?: string
  opacity?: number
  round?: boolean
}

export type PlainWishes = {
  palette: Palette
  zoom: number
  latitude: number
  switches: ReadonlySet<Switch>
  areaFocus: AreaFocus
  states: Uint8Array | null
  lights: readonly BuildingState[] | null
  dimmed: boolean
  enlarged: number
}

/** Units that the server keeps beyond a tile's side: server/tiles/encode-layer.ts. */
const marginUnits = 64
/** What is not chosen is so much fainter (LOOK.md, Selection). */
const fadedShare = 0.15
/** Farther than this the coarse hatches lie on houses as single blots: layers/buildings.ts. */
const patternFromZoom = 14.4

type Style = Omit<PlainLayer, 'id' | 'parts'>
type Wanted = (piece: Piece) => boolean

/** Land cover and, above it, water: what else is coloured lies between. */
export function groundLayers(tiles: readonly PlainTile[], { palette, zoom }: PlainWishes): { land: PlainLayer[]; water: PlainLayer[] } {
  const cover = (id: string, fill: string, kinds: readonly string[]): PlainLayer => layerOf(id, tiles, 'ground', (piece) => kinds.includes(String(piece.properties['kind'])), { fill })
  return {
    land: [
      ...(zoom >= 12 ? [cover('estate', palette.estate, ['estate']), cover('campus', palette.campus, ['campus', 'hospital']), cover('construction', palette.construction, ['construction']), cover('industrial', palette.square, ['industrial'])] : []),
      cover('green', palette.green, ['park', 'green']),
      ...(zoom >= 13 ? [cover('square', palette.square, ['square']), cover('sports', palette.sports, ['sports']), cover('parking', palette.parking, ['parking']), cover('track', palette.track, ['track'])] : []),
    ],
    water: [cover('water', palette.water, ['water']), ...(zoom >= 14.5 ? [outlined('water-edge', tiles, 'ground', (piece) => piece.properties['kind'] === 'water', { stroke: palette.waterEdge, width: 0.8 })] : [])],
  }
}

const major = ['secondary', 'arterial', 'motorway'] as const
const minor = ['lane', 'service', 'local'] as const

/** Streets by rank, small ones below; `minorToo`: whether the lanes are drawn, whose white would cut colours up. */
export function roadLayers(tiles: readonly PlainTile[], { palette, zoom, latitude }: PlainWishes, minorToo = true): PlainLayer[] {
  const line = (id: string, kind: string, stroke: string, width: number, more: Style = {}): PlainLayer => layerOf(id, tiles, 'streets', (piece) => piece.properties['class'] === kind, { stroke, width, ...more })
  const grand = (kind: string): boolean => kind === 'motorway' || kind === 'arterial'
  const casing = (kind: string): PlainLayer => line(`${kind}-casing`, kind, grand(kind) ? palette.arterialCasing : palette.roadCasing, roadPixels(kind, zoom, latitude) + 1.6)
  const fill = (kind: string): PlainLayer => line(kind, kind, grand(kind) ? palette.arterial : palette.road, roadPixels(kind, zoom, latitude), { round: true })
  const small = minorToo ? minor : []
  return [
    ...(minorToo && zoom >= 15 ? ['path', 'footway'].map((kind) => line(kind, kind, palette.lane, 1, { dash: '3 2' })) : []),
    ...(zoom >= 14 ? small.map(casing) : []), ...(zoom >= 12.5 ? major.map(casing) : []),
    ...(zoom >= 13 ? small.map(fill) : []), ...major.map(fill),
    ...(zoom >= 11 ? [line('rail', 'rail', palette.rail, zoom >= 15 ? 3 : 1.5), ...(zoom >= 13 ? [line('rail-sleepers', 'rail', palette.railSleeper, zoom >= 15 ? 1.8 : 1, { dash: '6 6' })] : [])] : []),
  ]
}

/** Fill of each state, as the map of the graphics card has it. */
const fillsOf = (palette: Palette): Readonly<Record<BuildingState, string>> => ({
  covered: palette.covered, marginal: palette.marginal, full: palette.full, uncovered: palette.gap, cut: palette.halo, nodata: palette.bldg, other: palette.bldg,
})
const linesOf = (palette: Palette): Readonly<Record<BuildingState, string>> => ({
  covered: palette.coveredLine, marginal: palette.marginalLine, full: palette.fullLine, uncovered: palette.gapLine, cut: palette.cut, nodata: palette.nodataLine, other: palette.bldgLine,
})
/** Second sign of a state beside its colour: the name of a pattern of patterns.ts. */
export const patternOf: Readonly<Partial<Record<BuildingState, string>>> = { uncovered: 'gap', marginal: 'marginal', full: 'full', nodata: 'nodata' }

/** Buildings by state: fill, pattern, outline. `source`: outlines know no state. */
export function buildingLayers(tiles: readonly PlainTile[], source: 'buildings' | 'outlines', { palette, zoom, states, lights, dimmed, switches }: PlainWishes): PlainLayer[] {
  const present = new Set<BuildingState | null>()
  const stateOf = (piece: Piece): BuildingState | null => (piece.id === null ? null : buildingStates[states?.[piece.id] ?? -1] ?? null)
  for (const tile of tiles) for (const piece of tile.layers[source] ?? []) present.add(stateOf(piece))
  const [fills, lines] = [fillsOf(palette), linesOf(palette)]
  const opacity = dimmed ? 0.85 : 1
  return [...present].flatMap((state) => {
    const wanted: Wanted = (piece) => stateOf(piece) === state
    // Where the hatch is not drawn yet, no data keeps a grey of its own.
    const full = state === 'nodata' && zoom < patternFromZoom ? palette.nodata : state ? fills[state] : palette.bldg
    const lit = state !== null && (lights?.includes(state) ?? false)
    const fill = state && lights && !lit ? mixed(full, palette.land, fadedShare) : full
    const shape = layerOf(`building-${state ?? 'plain'}`, tiles, source, wanted, {
      fill, opacity, ...(lit ? { stroke: palette.accent, width: 1.6 } : zoom >= 14.5 ? { stroke: state ? lines[state] : palette.bldgLine, width: state === 'cut' ? 1.4 : 0.6 } : {}),
    })
    const pattern = state && patternOf[state]
    return pattern && switches.has('patterns') && zoom >= (pattern === 'gap' ? 13 : patternFromZoom) ? [shape, { id: `${shape.id}-pattern`, parts: shape.parts, fill: `url(#${pattern})` }] : [shape]
  })
}

/** Outlines in order: grids, communities, streets; and the area in focus. */
export function boundaryLayers(tiles: readonly PlainTile[], { palette, zoom, switches, areaFocus, enlarged }: PlainWishes): PlainLayer[] {
  const at = (levels: readonly AreaLevel[]): Wanted => (piece) => levels.some((level) => level === piece.properties['level'])
  const bound = (id: string, levels: readonly AreaLevel[], width: number, colour: string, opacity: number, dash?: string): PlainLayer[] => [
    ...(dash ? [] : [outlined(`${id}-halo`, tiles, 'areas', at(levels), { stroke: palette.boundaryHalo, width: (width + 2.4) * enlarged, opacity: 0.5 })]),
    outlined(id, tiles, 'areas', at(levels), { stroke: colour, width: width * enlarged, opacity, ...(dash ? { dash } : {}) }),
  ]
  const inFocus: Wanted = (piece) => piece.properties['code'] === areaFocus?.code
  const parted = areaFocus !== null && !['estate', 'building', 'city'].includes(areaFocus.level)
  return [
    ...(parted ? [layerOf('focus-veil', tiles, 'areas', (piece) => piece.properties['level'] === areaFocus.level && !inFocus(piece), { fill: palette.land, opacity: 0.45 })] : []),
    ...(switches.has('grids') && zoom >= 14 ? bound('grid', ['grid'], 0.75, palette.grid, 0.6, '5 3.5') : []),
    ...(switches.has('communities') && zoom >= 11.5 ? bound('community', ['community'], zoom >= 14 ? 1.5 : 1, palette.boundary, 0.55) : []),
    ...bound('street', ['street', 'district', 'city'], zoom >= 13 ? 2.2 : 1.6, palette.boundary, 0.8),
    ...(areaFocus ? [outlined('focus-casing', tiles, 'areas', inFocus, { stroke: palette.halo, width: 6 * enlarged, opacity: 0.85 }), outlined('focus', tiles, 'areas', inFocus, { stroke: palette.accent, width: 2.5 * enlarged })] : []),
  ]
}

/** All wanted pieces of a layer in one path a tile. */
export const layerOf = (id: string, tiles: readonly PlainTile[], source: string, wanted: Wanted, style: Style): PlainLayer => gathered(id, tiles, source, wanted, style, (piece) => pathOf(piece))

/** The same as lines along the edges of the whole, not of the tiles. */
export const outlined = (id: string, tiles: readonly PlainTile[], source: string, wanted: Wanted, style: Style): PlainLayer =>
  gathered(id, tiles, source, wanted, { round: true, ...style }, (piece) => outlineOf(piece, marginUnits))

function gathered(id: string, tiles: readonly PlainTile[], source: string, wanted: Wanted, style: Style, draw: (piece: Piece) => string): PlainLayer {
  const parts = tiles.map((tile) => ({ key: `${tile.address.z}/${tile.address.x}/${tile.address.y}`, tile: tile.address, d: (tile.layers[source] ?? []).filter(wanted).map(draw).join('') }))
  return { id, parts: parts.filter((part) => part.d !== ''), ...style }
}
