import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import type { TileAddress } from './cover.ts'

/** Side of a tile in its own whole units. */
export const extent = 4096

/** A feature's part in one tile. `rings`: positions x and y by turns, a polygon's without the closing one; a point is a ring of one position. */
export type Piece = { id: number | null; properties: Readonly<Record<string, string | number | boolean>>; shape: 'point' | 'line' | 'polygon'; rings: readonly (readonly number[])[] }

/** The pieces of a tile by layer. */
export type PlainTile = { address: TileAddress; layers: Readonly<Record<string, readonly Piece[]>> }

/** Reads a tile as the server sends it, and of its layers all. Throws on bytes that are no tile. */
export function readTile(address: TileAddress, bytes: ArrayBuffer): PlainTile {
  const { layers } = new VectorTile(new PbfReader(bytes))
  return { address, layers: Object.fromEntries(Object.entries(layers).map(([name, layer]) => [name, Array.from({ length: layer.length }, (_none, at): Piece => {
    const feature = layer.feature(at)
    const shape = shapes[feature.type] ?? 'point'
    const scale = extent / layer.extent
    return {
      id: feature.id ?? null, properties: feature.properties, shape,
      rings: feature.loadGeometry().map((points) => (shape === 'polygon' ? points.slice(0, -1) : points).flatMap(({ x, y }) => [x * scale, y * scale])),
    }
  })])) }
}
const shapes = ['point', 'point', 'line', 'polygon'] as const

/** Where a tile's own units begin, counted in units of the same zoom from the tile `origin`. */
export const offsetOf = (address: TileAddress, origin: TileAddress): [east: number, south: number] => [(address.x - origin.x) * extent, (address.y - origin.y) * extent]

/** Whether a place in a tile's units lies inside a polygon's piece: by the even-odd rule, so holes are outside. */
export function holds({ rings }: Piece, x: number, y: number): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [fromX, fromY, toX, toY] = [ring[j], ring[j + 1], ring[i], ring[i + 1]] as [number, number, number, number]
      if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside
    }
  }
  return inside
}
