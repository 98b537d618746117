import '../node-version.ts'
import { visibleReading } from '../security/visible-reading.ts'
import { openStore } from '../store/open-store.ts'
import type { Reading, Store } from '../store/store.ts'
import { cityLayers, placeSets } from '../tiles/city-layers.ts'
import { tileEncoder } from '../tiles/encode-tile.ts'
import { answerRequests } from './answering.ts'
import { giveBackMemory } from './give-back-memory.ts'
import type { TileRequest, TileResponse } from './messages.ts'

/** Reads the shapes of the city once and encodes tiles of them; sites, units and gates are read again when they changed. */
await answerRequests<null, TileRequest, TileResponse>(async ({ path }) => {
  const store = await openStore(path)
  const tiles = tileEncoder(await whole(store, cityLayers))
  giveBackMemory()
  return {
    ready: null,
    respond: async (request) => {
      if (request.kind === 'places') {
        const { places, publicPlaces } = await whole(store, placeSets)
        tiles.replace('places', places)
        tiles.replace('publicPlaces', publicPlaces)
        return null
      }
      const bytes = tiles.encode(request.group, request.zoom, request.column, request.row)
      // A buffer of its own: small ones from the pool share theirs and cannot be transferred.
      return bytes && Uint8Array.from(bytes)
    },
    transfers: (response) => (response ? [response.buffer] : []),
  }
})

/** From one unmoving view of the database. */
async function whole<T>(store: Store, read: (city: Reading) => Promise<T>): Promise<T> {
  const view = await store.snapshot()
  try {
    return await read(visibleReading(view))
  } finally {
    view.close()
  }
}
