import type { AreaLevel } from '../../../geodata/model/area.ts'
import type { Position } from '../../../geodata/model/geometry.ts'
import type { Palette } from '../palette.ts'
import type { Picked, ScreenPoint, Switch } from '../seam.ts'
import { placeIn } from './marks.ts'
import type { PlainTile } from './pieces.ts'

/** A name at a place; the higher the rank, the sooner it is placed. */
export type PlainLabel = { key: string; text: string; position: Position; pixels: number; colour: string; rank: number; picked: Picked | null }
export type PlacedLabel = PlainLabel & ScreenPoint

/** From and up to which zoom an area's name is shown, its size and its rank: as layers/labels.ts. */
const areaNames: Readonly<Partial<Record<AreaLevel, { from: number; to: number; pixels: number; rank: number; shown: Switch | null }>>> = {
  street: { from: 9, to: 14, pixels: 15, rank: 5, shown: null }, community: { from: 12.3, to: 17.5, pixels: 13, rank: 4, shown: 'communities' },
  estate: { from: 14.8, to: 24, pixels: 12, rank: 2, shown: 'estates' }, grid: { from: 16.2, to: 24, pixels: 11, rank: 1, shown: 'grids' },
}

/** Names of areas, waters and parks in the tiles. A name that lies in two tiles is one. */
export function namesOf(tiles: readonly PlainTile[], { palette, zoom, switches }: { palette: Palette; zoom: number; switches: ReadonlySet<Switch> }): PlainLabel[] {
  if (!switches.has('labels')) return []
  const labels = new Map<string, PlainLabel>()
  for (const tile of tiles) {
    for (const { properties, rings: [xy] } of tile.layers['areaLabels'] ?? []) {
      const [code, name, level] = [String(properties['code']), String(properties['name'] ?? ''), properties['level'] as AreaLevel]
      const look = areaNames[level]
      if (!xy || !look || name === '' || zoom < look.from || zoom >= look.to || (look.shown && !switches.has(look.shown))) continue
      labels.set(code, { key: code, text: name, position: placeIn(tile, xy), pixels: look.pixels, rank: look.rank, colour: level === 'street' || level === 'estate' ? palette.label : level === 'grid' ? palette.labelSoft : palette.areaLabel, picked: { kind: 'area', code, name, level } })
    }
    for (const { properties, rings: [xy] } of tile.layers['groundLabels'] ?? []) {
      const [kind, name] = [String(properties['kind']), String(properties['name'] ?? '')]
      const colour = kind === 'water' ? palette.waterLabel : kind === 'park' || kind === 'green' ? palette.greenLabel : null
      if (!xy || !colour || zoom < (kind === 'water' ? 11 : 13.5)) continue
      const position = placeIn(tile, xy)
      const key = `${kind} ${name} ${position.map((degrees) => degrees.toFixed(4)).join(' ')}`
      labels.set(key, { key, text: name, position, pixels: 12, rank: 3, colour, picked: null })
    }
  }
  return [...labels.values()].toSorted((one, other) => other.rank - one.rank || (one.key < other.key ? -1 : 1))
}

/** Pixels kept free between names. */
const apartPixels = 4

/** Width of a text, pixels: a Chinese sign is as wide as high, a Latin letter a little more than half of that. */
export const widthOf = (text: string, pixels: number): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2E80 ? 0.56 : 1), 0) * pixels

/** Those names that find room, in the order of their ranks, none over another. `below`: pixels by which a name stands below its place. */
export function placed(labels: readonly PlainLabel[], where: (position: Position) => ScreenPoint, size: { width: number; height: number }, below: (key: string) => number = () => 0): PlacedLabel[] {
  const boxes: [left: number, top: number, right: number, bottom: number][] = []
  return labels.flatMap((label) => {
    const { x, y: at } = where(label.position)
    const y = at + below(label.key)
    const half = widthOf(label.text, label.pixels) / 2 + apartPixels
    const box: (typeof boxes)[number] = [x - half, y - label.pixels / 2 - apartPixels, x + half, y + label.pixels / 2 + apartPixels]
    if (box[2] < 0 || box[3] < 0 || box[0] > size.width || box[1] > size.height) return []
    if (boxes.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return []
    boxes.push(box)
    return [{ ...label, x, y }]
  })
}
