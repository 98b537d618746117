import '../node-version.ts'
import { openStore } from '../store/open-store.ts'
import { cityLayers } from '../tiles/city-layers.ts'
import { tileEncoder } from '../tiles/encode-tile.ts'
import { answerRequests } from './answering.ts'
import { giveBackMemory } from './give-back-memory.ts'
import type { TileRequest, TileResponse } from './messages.ts'

/** Reads the shapes of the city once and encodes tiles of them. */
await answerRequests<null, TileRequest, TileResponse>(async ({ path }) => {
  const store = await openStore(path)
  const view = await store.snapshot()
  const encode = tileEncoder(await cityLayers(view))
  view.close()
  store.close()
  giveBackMemory()
  return {
    ready: null,
    // A buffer of its own: small ones from the pool share theirs and cannot be transferred.
    respond: async ({ group, zoom, column, row }) => {
      const bytes = encode(group, zoom, column, row)
      return bytes && Uint8Array.from(bytes)
    },
    transfers: (response) => (response ? [response.buffer] : []),
  }
})
