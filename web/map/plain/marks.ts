import type { Position } from '../../../geodata/model/geometry.ts'
import { shareStep } from '../features.ts'
import { admittingAudiences } from '../layers/places.ts'
import { radiusOf, sparkRadius } from '../overlay/features.ts'
import { rampPlaces, type OverlayContent } from '../overlay/shapes.ts'
import type { Palette } from '../palette.ts'
import type { MapCanvasProps, Picked } from '../seam.ts'
import { extent, type PlainTile } from './pieces.ts'
import { positionOf } from './mercator.ts'

/** A picture at a place: its name as images.ts knows it, side in pixels of the page, and what it is to a pointer. `shift`: pixels from the place. */
export type PlainMark = { key: string; position: Position; image: string; pixels: number; label: string; picked: Picked | null; shift?: readonly [number, number]; ring?: boolean; pointing?: number; /** A circle of this colour instead of a picture, and of its edge. */ disc?: string; edge?: string; /** Over all names. */ above?: true }

type Asked = Pick<MapCanvasProps, 'theme' | 'categories' | 'category' | 'group' | 'selectedFacility' | 'layersOn'> & { zoom: number }

/** Sites, units and gates of the tiles, the least important first; a site that lies in two tiles is one. From which zooms: as layers/places.ts. */
export function placeMarks(tiles: readonly PlainTile[], { theme, categories, category, group, selectedFacility, layersOn, zoom }: Asked): PlainMark[] {
  const marks = new Map<string, PlainMark & { rank: number }>()
  const admitting = admittingAudiences(group) as readonly string[]
  for (const { tile, layer, properties, xy } of points(tiles)) {
    const [id, name] = [text(properties['id']), text(properties['name'])]
    const position = placeIn(tile, xy)
    const add = (mark: Omit<PlainMark, 'key' | 'position' | 'label'> & { rank: number; label?: string }): void => { marks.set(`${layer} ${id}`, { key: `${layer} ${id}`, position, label: '', ...mark }) }
    if (layer === 'units' && layersOn.includes('units') && zoom >= 14) add({ image: `unit:${theme}`, pixels: zoom >= 16 ? 20 : 14, label: zoom >= 16 ? name : '', rank: 0, picked: { kind: 'unit', id, name, nature: text(properties['nature']) } })
    if (layer === 'gates' && layersOn.includes('gates') && zoom >= 16) add({ image: `gate:${theme}:${Number(properties['locked'])}`, pixels: zoom >= 18 ? 18 : 11, rank: 1, picked: { kind: 'gate', id, name, locked: locks[Number(properties['locked'])] ?? 'never' } })
    if (layer !== 'facilities') continue
    const [kind, open] = [text(properties['category']), text(properties['open'])]
    const [asked, chosen] = [kind === category, id === selectedFacility]
    if (!chosen && !asked && (zoom < 15.2 || !layersOn.includes('facilities'))) continue
    const row = categories.find((one) => one.code === kind)
    const admits = !asked || admitting.includes(open)
    add({
      image: `badge:${theme}:${row?.colour ?? 7}:${row?.glyph ?? 'unknown'}:${admits ? 'admits' : 'refuses'}`, pixels: chosen ? 38 : asked ? (zoom >= 16 ? 28 : zoom >= 14.5 ? 22 : admits ? 17 : 13) : zoom >= 16.5 ? 20 : 12,
      label: chosen || (asked && zoom >= 15) || zoom >= 17 ? name : '', rank: chosen ? 5 : asked ? (admits ? 4 : 3) : 2, picked: { kind: 'facility', id, name, category: kind, open },
    })
  }
  return [...marks.values()].toSorted((one, other) => one.rank - other.rank)
}

/** One dot an area of the overview, filled by the share covered and larger where more people live. `level`: of those to be drawn. */
export const dotMarks = (dots: MapCanvasProps['dots'], level: 'grid' | 'community', theme: MapCanvasProps['theme'], zoom: number): PlainMark[] => dots.filter((dot) => dot.level === level)
  .toSorted((one, other) => (one.residents ?? 0) - (other.residents ?? 0))
  .map(({ code, name, position, share, residents }) => ({
    key: `dot ${code}`, position, label: '', image: `share:${theme}:${share === null ? '' : shareStep(share)}`,
    pixels: 2 ** Math.min(1, Math.max(-2, zoom - 13)) * (level === 'grid' ? 15 + 18 * Math.min(1, (residents ?? 0) / 2500) : 40 + 50 * Math.min(1, (residents ?? 0) / 15_000)),
    picked: { kind: 'area', code, name, level },
  }))

/** Signs an overlay lays over the map; several of one area stand beside each other. */
export const overlayMarks = ({ places = [], chosen, hovered }: OverlayContent, theme: MapCanvasProps['theme'], zoom: number): PlainMark[] => places.map(({ id, name, position, sign, beside }) => {
  const ring = id === chosen || id === hovered
  const pixels = 32 * (zoom >= 15.5 ? 1 : zoom >= 13 ? 0.8 : 0.6) * (ring ? 1.3 : 1)
  const shift = beside === undefined ? [0, 0] as const : [Math.ceil(beside / 2) * (beside % 2 === 1 ? 1 : -1) * besidePixels, -besidePixels] as const
  return { key: `overlay ${id}`, position, image: `sign:${theme}:${sign}`, pixels, label: zoom >= 15 ? name : '', shift, ring: ring && beside === undefined, ...(sign === 'lit' ? { above: true } : {}), picked: { kind: 'overlay', id, name } }
})
const besidePixels = 24

/** Circles by size, the largest first. */
export const circleMarks = ({ circles = [], classes = 5, lowIsWorse }: OverlayContent, palette: Palette): PlainMark[] => circles.toSorted((one, other) => other.root - one.root).map(({ id, name, position, root, step }) => ({
  key: `circle ${id}`, position, image: '', pixels: 2 * radiusOf(root), label: '', disc: palette.sequential[rampPlaces(classes, lowIsWorse)[step] ?? 0] ?? palette.nodata, picked: { kind: 'overlay', id, name },
}))

/** What is counted, farther away than it is drawn itself: over everything, and no answer to a pointer. */
export const sparkMarks = ({ sparks = [] }: OverlayContent, palette: Palette): PlainMark[] => sparks.map(({ id, position, root }) => ({ key: `spark ${id}`, position, image: '', pixels: 2 * sparkRadius(root), label: '', disc: palette.accent, edge: palette.halo, above: true, picked: null }))

/** Whether a mark lies under a pointer that reaches so far, pixels. */
export const isUnder = ({ pixels }: Pick<PlainMark, 'pixels'>, away: { x: number; y: number }, reach: number): boolean => Math.hypot(away.x, away.y) <= pixels / 2 + reach

function* points(tiles: readonly PlainTile[]) {
  for (const tile of tiles) for (const layer of ['units', 'gates', 'facilities'] as const) for (const { properties, rings } of tile.layers[layer] ?? []) for (const xy of rings) yield { tile, layer, properties, xy }
}

/** A place in a tile's units, in degrees. */
export const placeIn = ({ address: { z, x, y } }: Pick<PlainTile, 'address'>, [east = 0, south = 0]: readonly number[]): Position => positionOf((x + east / extent) / 2 ** z, (y + south / extent) / 2 ** z)

const locks = ['never', 'always', 'hours'] as const
const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')
