import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { PMTiles, TileType, type RangeResponse, type Source } from 'pmtiles'

/** An archive of tiles on our disk, read by ranges. Zooms and attribution are what its own head says. */
export type Archive = {
  kind: 'raster' | 'vector'
  mediaType: string
  minZoom: number; maxZoom: number
  attribution: string
  layers: string[]
  /** Null: the archive has no such tile. Vector tiles come unpacked. */
  tile(zoom: number, column: number, row: number): Promise<Uint8Array<ArrayBuffer> | null>
  close(): Promise<void>
}

const mediaTypes: ReadonlyMap<TileType, string> = new Map([
  [TileType.Mvt, 'application/vnd.mapbox-vector-tile'], [TileType.Png, 'image/png'], [TileType.Jpeg, 'image/jpeg'], [TileType.Webp, 'image/webp'], [TileType.Avif, 'image/avif'],
])

/** Throws when the file is no such archive, with a reason. */
export async function openArchive(path: string): Promise<Archive> {
  const file = await open(path, 'r')
  try {
    const tiles = new PMTiles(rangesOf(file, path, (await file.stat()).size))
    const head = await tiles.getHeader()
    const said: unknown = await tiles.getMetadata()
    const mediaType = mediaTypes.get(head.tileType)
    if (!mediaType) throw new Error(`tile type ${head.tileType}`)
    return {
      kind: head.tileType === TileType.Mvt ? 'vector' : 'raster', mediaType, minZoom: head.minZoom, maxZoom: head.maxZoom, attribution: plainText(entry(said, 'attribution')), layers: layersOf(said),
      async tile(zoom, column, row) {
        const found = await tiles.getZxy(zoom, column, row)
        return found ? new Uint8Array(found.data) : null
      },
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** What a broken archive says of lengths is believed as far as its own end: nothing is set aside for bytes that are not there. */
function rangesOf(file: FileHandle, path: string, size: number): Source {
  return {
    getKey: () => basename(path),
    async getBytes(offset: number, length: number): Promise<RangeResponse> {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
      const { bytesRead } = await file.read(bytes, 0, bytes.length, offset)
      return { data: bytes.slice(0, bytesRead).buffer }
    },
  }
}

const entry = (said: unknown, name: string): unknown => (typeof said === 'object' && said !== null ? (said as Record<string, unknown>)[name] : undefined)

function layersOf(said: unknown): string[] {
  const rows = entry(said, 'vector_layers')
  return Array.isArray(rows) ? rows.flatMap((row: unknown) => { const id = entry(row, 'id'); return typeof id === 'string' ? [id] : [] }) : []
}

/** Attributions are often written with links: only the words are shown. */
const plainText = (found: unknown): string => (typeof found === 'string' ? found.replaceAll(/<[^>]*>/g, '').replaceAll('&copy;', '©').replaceAll('&amp;', '&').trim() : '')
