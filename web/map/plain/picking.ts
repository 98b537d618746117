import type { OverlayContent } from '../overlay/shapes.ts'
import { reachPixels } from '../picking.ts'
import type { Picked, ScreenPoint } from '../seam.ts'
import { widthOf, type PlacedLabel } from './labels.ts'
import { isUnder, type PlainMark } from './marks.ts'
import { project, worldOf, type View } from './mercator.ts'
import { extent, holds, type Piece, type PlainTile } from './pieces.ts'
import { unproject } from './mercator.ts'
import { isColoured } from './overlaid.ts'

/** What stands on the plain map, as far as a pointer is concerned. */
export type Pickable = { view: View; marks: readonly PlainMark[]; labels: readonly PlacedLabel[]; base: readonly PlainTile[]; buildings: readonly PlainTile[]; content: OverlayContent | null }

/** What lies at a point: marks before buildings before names of areas before areas, as picking.ts has it. */
export function pickPlain({ view, marks, labels, base, buildings, content }: Pickable, point: ScreenPoint, pointer: keyof typeof reachPixels): Picked | null {
  const reach = reachPixels[pointer]
  const mark = marks.findLast((one) => {
    if (one.picked === null) return false
    const at = project(view, one.position)
    return isUnder(one, { x: at.x + (one.shift?.[0] ?? 0) - point.x, y: at.y + (one.shift?.[1] ?? 0) - point.y }, reach)
  })
  if (mark) return mark.picked
  const position = unproject(view, point)
  const cell = content?.cells?.find(({ ring }) => holds({ id: null, properties: {}, shape: 'polygon', rings: [ring.flatMap(([lon, lat]) => [lon, lat])] }, ...position))
  if (cell) return { kind: 'overlay', id: cell.id, name: cell.name }
  const area = (level: string | undefined, codes: (code: string) => boolean): Picked | null => {
    const found = level && pieceAt(base, 'areas', position, (piece) => piece.properties['level'] === level && codes(String(piece.properties['code'])))
    return found ? { kind: 'overlay', id: String(found.properties['code']), name: String(found.properties['name'] ?? '') } : null
  }
  const rows = new Set(content?.areas?.rows.map((row) => row.code))
  const covered = rows.size > 0 ? area(content?.areas?.level, (code) => rows.has(code)) : null
  if (covered) return covered
  const building = isColoured(content) ? null : pieceAt(buildings, 'buildings', position, ({ id }) => id !== null)
  if (building && building.id !== null) {
    const { name, home, storeys } = building.properties
    return { kind: 'building', index: building.id, name: typeof name === 'string' ? name : '', home: homes[Number(home)] ?? 'other', storeys: typeof storeys === 'number' ? storeys : null }
  }
  const label = labels.find(({ x, y, text, pixels, picked }) => picked && Math.abs(x - point.x) <= widthOf(text, pixels) / 2 + reach && Math.abs(y - point.y) <= pixels / 2 + reach)
  if (label) return label.picked
  return area(content?.ground?.level, (code) => content?.ground?.names.has(code) ?? false)
}

const homes = ['other', 'home', 'nodata'] as const

/** The piece of a layer that holds a place. */
function pieceAt(tiles: readonly PlainTile[], layer: string, position: readonly [number, number], wanted: (piece: Piece) => boolean): Piece | null {
  const [east, south] = worldOf(position)
  for (const tile of tiles) {
    const { z, x, y } = tile.address
    const [inX, inY] = [(east * 2 ** z - x) * extent, (south * 2 ** z - y) * extent]
    if (inX < 0 || inY < 0 || inX >= extent || inY >= extent) continue
    const found = (tile.layers[layer] ?? []).find((piece) => wanted(piece) && holds(piece, inX, inY))
    if (found) return found
  }
  return null
}
