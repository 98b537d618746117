import type { PathOf, QueryOf } from '../../geodata/contract/exchange.ts'
import type { tile } from '../../geodata/contract/meta.ts'
import { Refusal } from '../answers/refusal.ts'
import { tileVersionsFor } from '../answers/standing.ts'
import type { Asked, RouteReply } from '../http/exchange-handler.ts'
import { maximumZoom, minimumZoom } from '../tiles/encode-layer.ts'
import type { World } from '../world.ts'

/** Layers that are everyone's and may lie in a cache between; the others are not the same for all, or not for all. */
const sharedLayers: readonly string[] = ['base']

/** One vector tile. An address with the current version may be kept for ever, one with another version is gone, one without is asked again. */
export async function tileRoute(world: World, asked: Asked): Promise<RouteReply> {
  // Read by these very schemas a moment ago; a second parse would cost as much as the rest of a cached tile.
  const { layer, z: zoom, x, y } = asked.path as PathOf<typeof tile>
  const { v } = asked.query as QueryOf<typeof tile>
  const versions = world.tileVersions(), { role } = asked.caller
  const version = versions === null ? undefined : tileVersionsFor(role, versions)[layer]
  if (version === undefined) throw new Refusal('notReady')
  const row = Number.parseInt(y, 10)
  const side = 2 ** zoom
  if (zoom < minimumZoom || zoom > maximumZoom || x < 0 || x >= side || row >= side) {
    throw new Refusal('unknownTile', { found: `${layer}/${zoom}/${x}/${row}`, expected: `${minimumZoom} ≤ z ≤ ${maximumZoom}, 0 ≤ x, y < 2^z` })
  }
  if (v !== undefined && v !== version) throw new Refusal('staleVersion', { expected: version, found: v })
  const bytes = await world.tile({ group: layer === 'places' && role === 'public' ? 'publicPlaces' : layer, zoom, column: x, row })
  return { body: bytes ?? new Uint8Array(0), encoding: 'gzip', mediaType: 'application/vnd.mapbox-vector-tile', headers: sharedLayers.includes(layer) || v === undefined ? {} : { 'cache-control': 'private, max-age=31536000, immutable' }, immutable: v !== undefined }
}
