/** Tiles kept in memory, the longest unused leave first. Two requests for the same tile share one encoding. */
export type TileCache = { get(key: string, encode: () => Promise<Uint8Array<ArrayBuffer> | null>): Promise<Uint8Array<ArrayBuffer> | null> }

/** 64 MB hold about 6,000 tiles of 10 kB: a district at every zoom. */
const usualBytes = 64e6
/** What a Map entry and its key cost beside the bytes. */
const entryBytes = 200

export function tileCache(capBytes = usualBytes): TileCache {
  const tiles = new Map<string, { tile: Promise<Uint8Array<ArrayBuffer> | null>; bytes: number }>()
  let held = 0

  function drop(key: string): void {
    held -= tiles.get(key)?.bytes ?? 0
    tiles.delete(key)
  }

  return {
    get(key, encode) {
      const known = tiles.get(key)
      if (known) {
        tiles.delete(key)
        tiles.set(key, known)
        return known.tile
      }
      const entry = { tile: encode(), bytes: entryBytes }
      tiles.set(key, entry)
      held += entry.bytes
      entry.tile.then((bytes) => {
        if (tiles.get(key) !== entry) return
        entry.bytes += bytes?.length ?? 0
        held += bytes?.length ?? 0
        for (const oldest of tiles.keys()) {
          if (held <= capBytes || tiles.size === 1) break
          drop(oldest)
        }
      }, () => drop(key))
      return entry.tile
    },
  }
}
