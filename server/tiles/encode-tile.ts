import { gzipSync } from 'node:zlib'
import type { CityLayers, TileSet } from './city-layers.ts'
import { layerEncoder, type Detail } from './encode-layer.ts'

/** What a tile may weigh as sent; tippecanoe's limit too. */
export const largestTileBytes = 500_000

export type TileGroup = keyof CityLayers

export type TileEncoder = {
  /**
   * One tile as protocol buffer, compressed with the fastest level (live encoding: level 6 takes five times as long for 5 % less).
   * Too heavy: first the spare tags go, then the smallest shapes, doubling the bound until it fits. Null: nothing there.
   */
  encode(group: TileGroup, zoom: number, column: number, row: number): Uint8Array | null
  /** From now on these layers are that group's. */
  replace(group: TileGroup, set: TileSet): void
}

export function tileEncoder(cityLayers: CityLayers): TileEncoder {
  const sets = new Map<TileGroup, SetEncoder>()
  for (const group of ['base', 'buildings', 'outlines', 'places', 'publicPlaces'] as const) sets.set(group, setEncoder(cityLayers[group]))
  return {
    encode(group, zoom, column, row) {
      const encodeSet = sets.get(group)
      if (!encodeSet) throw new RangeError(`tiles: expected a group of the city's layers, got ${group}`)
      let detail: Detail = { doubledArea: zoom < 15 ? smallestDoubledArea : 0, spare: false }
      for (;;) {
        const bytes = encodeSet(zoom, column, row, detail)
        if (bytes.length === 0) return null
        const compressed = gzipSync(bytes, { level: 1 })
        if (compressed.length <= largestTileBytes) return compressed
        detail = detail.spare ? { doubledArea: Math.max(detail.doubledArea, 4) * 2, spare: true } : { ...detail, spare: true }
      }
    },
    replace(group, set) {
      sets.set(group, setEncoder(set))
    },
  }
}

type SetEncoder = (zoom: number, column: number, row: number, detail: Detail) => Uint8Array

function setEncoder({ dictionary, layers }: TileSet): SetEncoder {
  const encode = layerEncoder(dictionary)
  return (zoom, column, row, detail) => {
    const parts = layers.map((layer) => encode(layer, zoom, column, row, detail)).filter((part) => part !== null)
    return parts.length === 1 ? parts[0] : Buffer.concat(parts)
  }
}

/** Twice two square tile units: a quarter by an eighth of a pixel when a tile is 512 pixels wide. */
const smallestDoubledArea = 4
