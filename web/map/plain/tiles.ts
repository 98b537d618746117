import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { addressText, type TileAddress } from './cover.ts'
import { readTile, type PlainTile } from './pieces.ts'

/** Tiles of one kind wanted now. `address`: where a tile is fetched; another version is another address, so nothing stale is shown. */
export type WantedTiles = { address: (tile: TileAddress) => string; tiles: readonly TileAddress[] }

/** Tiles kept beside those in view. */
const keptTiles = 160

/**
 * Fetches what is wanted and gives what has come, in the order wanted. While a new zoom has nothing yet, the former one stays. `failed` hears of tiles that did not come; they are asked again
 * with the next movement.
 */
export function followTiles(wanted: Ref<WantedTiles>, failed: (detail: string) => void): { shown: Ref<readonly PlainTile[]>; waiting: Ref<boolean> } {
  const shown = shallowRef<readonly PlainTile[]>([])
  const waiting = shallowRef(true)
  const kept = new Map<string, PlainTile>()
  const asked = new Map<string, AbortController>()

  const settle = (): void => {
    const now = wanted.value
    const keys = now.tiles.map((tile) => now.address(tile))
    const have = keys.flatMap((key) => kept.get(key) ?? [])
    waiting.value = keys.some((key) => asked.has(key))
    if (have.length > 0 || !waiting.value) shown.value = have
    for (const key of [...kept.keys()].slice(0, Math.max(0, kept.size - keptTiles))) if (!keys.includes(key)) kept.delete(key)
  }
  const fetchTile = async (tile: TileAddress, address: string): Promise<void> => {
    const ending = new AbortController()
    asked.set(address, ending)
    try {
      const response = await fetch(address, { signal: ending.signal })
      // No tile: nothing lies there.
      if (response.status === 204 || response.status === 404) kept.set(address, { address: tile, layers: {} })
      else if (response.ok) kept.set(address, readTile(tile, await response.arrayBuffer()))
      else throw new Error(`${response.status}`)
    } catch (error) {
      if (!ending.signal.aborted) failed(`${addressText(tile)}: ${String(error)}`)
    } finally {
      asked.delete(address)
    }
    if (!ending.signal.aborted) settle()
  }
  watch(wanted, ({ tiles, address }) => {
    const keys = new Set(tiles.map(address))
    for (const [key, ending] of asked) if (!keys.has(key)) ending.abort()
    for (const tile of tiles) if (!kept.has(address(tile)) && !asked.has(address(tile))) void fetchTile(tile, address(tile))
    settle()
  }, { immediate: true })
  onScopeDispose(() => { for (const ending of asked.values()) ending.abort() })
  return { shown, waiting }
}
