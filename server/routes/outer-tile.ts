import { gzipSync } from 'node:zlib'
import type { PathOf } from '../../geodata/contract/exchange.ts'
import type { outerTile } from '../../geodata/contract/basemaps.ts'
import { Refusal } from '../answers/refusal.ts'
import type { Basemaps } from '../basemaps/basemaps.ts'
import type { Asked, RouteReply } from '../http/exchange-handler.ts'

/** Tiles of an archive do not change while the process runs; another archive may take its place at the next start. */
const keptSeconds = 3600

/** One tile of a *.pmtiles in the data folder; an empty one where the archive has none. */
export async function outerTileRoute(basemaps: Basemaps, asked: Asked): Promise<RouteReply> {
  const { name, z, x, y } = asked.path as PathOf<typeof outerTile>
  const archive = basemaps.archives.get(name)
  const side = 2 ** z
  if (!archive || z < archive.minZoom || z > archive.maxZoom || x < 0 || y < 0 || x >= side || y >= side) {
    throw new Refusal('unknownTile', { found: `outer/${name}/${z}/${x}/${y}`, expected: archive ? `${archive.minZoom} ≤ z ≤ ${archive.maxZoom}, 0 ≤ x, y < 2^z` : [...basemaps.archives.keys()].join(', ') || '—' })
  }
  // An archive may be whole at its head and broken further on.
  const bytes = await archive.tile(z, x, y).catch((error: unknown) => {
    throw new Refusal('unknownTile', { found: `outer/${name}/${z}/${x}/${y}`, expected: error instanceof Error ? error.message : String(error) })
  })
  const vector = archive.kind === 'vector'
  const body = bytes ?? (vector ? new Uint8Array(0) : clearPicture)
  const kept = { headers: { 'cache-control': `private, max-age=${keptSeconds}` } }
  if (vector) return { ...kept, body: Uint8Array.from(gzipSync(body, { level: 1 })), encoding: 'gzip', mediaType: archive.mediaType }
  return { ...kept, body, mediaType: bytes ? archive.mediaType : 'image/png' }
}

/** One clear pixel: PNG, 1 by 1, RGBA. */
const clearPicture = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==', 'base64'))
