import type { Palette } from '../palette.ts'
import type { WalkRoute } from '../seam.ts'
import type { PlainLayer } from './layers.ts'
import { linePath, type ToUnits } from './overlaid.ts'
import { pathOf } from './paths.ts'
import type { Piece, PlainTile } from './pieces.ts'

/** The walk of the chosen building on a light casing; a thread where it is only a straight line. */
export function walkLayers(route: WalkRoute | null, palette: Palette, units: ToUnits): PlainLayer[] {
  if (!route) return []
  const walked = route.line && route.line.length > 1
  const parts = [{ key: 'walk', tile: null, d: linePath(walked ? route.line ?? [] : [route.from, route.to], units) }]
  return walked
    ? [{ id: 'walk-casing', parts, stroke: palette.badgeRing, width: 7.5, round: true, opacity: 0.95 }, { id: 'walk', parts, stroke: palette.accent, width: 3.5, round: true }]
    : [{ id: 'walk', parts, stroke: palette.accent, width: 2, dash: '4 4' }]
}

/** Outline of the chosen building and of the one under the pointer. A building whole in one tile comes with that tile; its pieces in others lie under the same line. */
export function buildingEmphasis(tiles: readonly PlainTile[], chosen: number | null, hovered: number | null, palette: Palette): PlainLayer[] {
  const one = (id: string, index: number | null, looks: readonly Pick<PlainLayer, 'stroke' | 'width'>[]): PlainLayer[] => {
    if (index === null) return []
    const pieces = tiles.flatMap((tile) => (tile.layers['buildings'] ?? []).filter((piece) => piece.id === index).map((piece) => ({ tile, piece })))
    const parts = pieces.toSorted((a, b) => lengthOf(b.piece) - lengthOf(a.piece)).slice(0, 1).map(({ tile, piece }) => ({ key: id, tile: tile.address, d: pathOf(piece) }))
    return looks.map((look, at) => ({ id: `${id}-${at}`, parts, ...look }))
  }
  return [
    ...one('building-hovered', hovered === chosen ? null : hovered, [{ stroke: palette.ink1, width: 1.8 }]),
    ...one('building-chosen', chosen, [{ stroke: palette.halo, width: 7 }, { stroke: palette.accent, width: 3 }]),
  ]
}

const lengthOf = ({ rings }: Piece): number => rings.reduce((sum, ring) => sum + ring.length, 0)
