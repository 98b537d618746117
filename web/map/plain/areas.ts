import type { AreaLevel } from '../../../geodata/model/area.ts'
import type { OverlayContent } from '../overlay/shapes.ts'
import type { Picked } from '../seam.ts'
import type { TileAddress } from './cover.ts'
import { pathOf } from './paths.ts'
import { offsetOf, type PlainTile } from './pieces.ts'

/** An area as one shape, its pieces of all tiles joined, in units of the origin's tile; and what choosing it means. */
export type WholeArea = { code: string; name: string; d: string; picked: Picked }

/** Areas that the Tab key goes through, by what the view lays over the map, else by zoom: streets from afar, communities nearer. */
export function wholeAreas(tiles: readonly PlainTile[], origin: TileAddress, content: OverlayContent | null, zoom: number): WholeArea[] {
  const asked = content?.areas?.level ?? content?.ground?.level
  const usual: readonly AreaLevel[] = zoom < 12 ? ['street', 'community', 'district'] : ['community', 'street', 'grid']
  const level = asked ?? usual.find((one) => tiles.some((tile) => (tile.layers['areas'] ?? []).some((piece) => piece.properties['level'] === one)))
  const codes = content?.areas ? new Set(content.areas.rows.map((row) => row.code)) : content?.ground ? new Set(content.ground.names.keys()) : null
  const found = new Map<string, { code: string; name: string; d: string }>()
  for (const tile of tiles) {
    for (const piece of tile.layers['areas'] ?? []) {
      const code = String(piece.properties['code'])
      if (piece.properties['level'] !== level || (codes && !codes.has(code))) continue
      const area = found.get(code) ?? { code, name: String(piece.properties['name'] ?? code), d: '' }
      area.d += pathOf(piece, offsetOf(tile.address, origin))
      found.set(code, area)
    }
  }
  return [...found.values()].toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map((area) => ({ ...area, picked: codes ? { kind: 'overlay', id: area.code, name: area.name } : { kind: 'area', code: area.code, name: area.name, level: level as AreaLevel } }))
}
