import { gzipSync } from 'node:zlib'
import type { CityLayers } from './city-layers.ts'
import { layerEncoder, type Detail } from './encode-layer.ts'

/** What a tile may weigh as sent; tippecanoe's limit too. */
export const largestTileBytes = 500_000

export type TileGroup = Exclude<keyof CityLayers, 'dictionary'>

/**
 * One tile as protocol buffer, compressed with the fastest level (live encoding: level 6 takes five times as long for 5 % less).
 * Too heavy: first the spare tags go, then the smallest shapes, doubling the bound until it fits. Null: nothing there.
 */
export function tileEncoder(layers: CityLayers): (group: TileGroup, zoom: number, column: number, row: number) => Uint8Array | null {
  const encode = layerEncoder(layers.dictionary)
  function encodeGroup(group: TileGroup, zoom: number, column: number, row: number, detail: Detail): Uint8Array {
    const parts = layers[group].map((layer) => encode(layer, zoom, column, row, detail)).filter((part) => part !== null)
    return parts.length === 1 ? parts[0] : Buffer.concat(parts)
  }
  return (group, zoom, column, row) => {
    let detail: Detail = { doubledArea: zoom < 15 ? smallestDoubledArea : 0, spare: false }
    for (;;) {
      const bytes = encodeGroup(group, zoom, column, row, detail)
      if (bytes.length === 0) return null
      const compressed = gzipSync(bytes, { level: 1 })
      if (compressed.length <= largestTileBytes) return compressed
      detail = detail.spare ? { doubledArea: Math.max(detail.doubledArea, 4) * 2, spare: true } : { ...detail, spare: true }
    }
  }
}

/** Twice two square tile units: a quarter by an eighth of a pixel when a tile is 512 pixels wide. */
const smallestDoubledArea = 4
