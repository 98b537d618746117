import type { ReachCache } from './cache.ts'
import { reachCache } from './cache.ts'
import type { City } from './columns.ts'

const caches = new WeakMap<City, ReachCache>()

/** The cache of a city whose caller brings none. */
export function cacheOf(city: City): ReachCache {
  const cache = caches.get(city) ?? reachCache()
  caches.set(city, cache)
  return cache
}
