import type { FacilityColumns } from './columns.ts'
import type { Nearest } from './nearest.ts'
import type { Source } from './sources.ts'

/** Reach worked out before, by question and version. Give one cache to all answers of a server; several versions of a city may share it. */
export type ReachCache = {
  columns: Map<string, CachedColumn>
  nearest: Map<string, CachedNearest>
  /** Most bytes the columns may take; the longest unused go first. */
  capBytes: number
  /** What was really worked out, for tests and for the curious. */
  counts: ReachCounts
}

export type ReachCounts = {
  /** Searches from all sites of a category. */
  columns: number
  /** Searches from one site. */
  rows: number
  /** Searches that fill the hole left by a closed site, in its neighbourhood only. */
  repairs: number
  /** Unbounded searches for the nearest site of gaps. */
  nearest: number
}

/** `sites`: the columns of sites it was last compared with; a day that begins or ends a site makes others without a new version. */
export type CachedColumn = {
  version: string
  sites: FacilityColumns
  boundMetres: number
  sources: readonly Source[]
  metres: Float32Array
}

export type CachedNearest = { version: string; sites: FacilityColumns; sources: readonly Source[]; nearest: Nearest }

/** 160 MB hold 20 categories of a million buildings twice: for a group, and for whether any site is near. */
export function reachCache(capBytes = 160e6): ReachCache {
  if (!(capBytes > 0)) throw new RangeError(`cache: expected more than 0 bytes, got ${capBytes}`)
  return { columns: new Map(), nearest: new Map(), capBytes, counts: { columns: 0, rows: 0, repairs: 0, nearest: 0 } }
}

export function keepColumn(cache: ReachCache, key: string, column: CachedColumn): CachedColumn {
  cache.columns.delete(key)
  cache.columns.set(key, column)
  trim(cache.columns, cache.capBytes, (row) => row.metres.byteLength)
  return column
}

export function keepNearest(cache: ReachCache, key: string, entry: CachedNearest): Nearest {
  cache.nearest.delete(key)
  cache.nearest.set(key, entry)
  // A quarter beside the columns: gaps are asked one question at a time.
  trim(cache.nearest, cache.capBytes / 4, (row) => row.nearest.metres.byteLength * 2)
  return entry.nearest
}

/** Drops the oldest entries until the rest fits; the newest always stays. */
function trim<T>(entries: Map<string, T>, capBytes: number, bytesOf: (entry: T) => number): void {
  let bytes = 0
  for (const entry of entries.values()) bytes += bytesOf(entry)
  for (const [key, entry] of entries) {
    if (bytes <= capBytes || entries.size === 1) return
    entries.delete(key)
    bytes -= bytesOf(entry)
  }
}
