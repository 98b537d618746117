/** Requests of one address in a minute; of reports of the public also those about one place, and all there are. */
export type Limits = { logIns: number; writes: number; requests: number; reports: number; placeReports: number; allReports: number }

/** A person logs in once and saves now and then; a map moved without pause asks for about 1,500 tiles a minute. Who reports looks at a place first; a room with one address has several people in it. */
export const usualLimits: Limits = { logIns: 10, writes: 120, requests: 3000, reports: 10, placeReports: 6, allReports: 120 }

/** Token buckets by address, or by what `keyOf` makes of it: full at first, refilled evenly. The answer is 0, or the seconds until the next token. */
export type Buckets = (address: string) => number

/** Addresses remembered, about 4 MB; beyond that the one unseen for longest is forgotten, as it is after a minute anyway. */
const mostAddresses = 20_000

export function tokenBuckets(perMinute: number, clock: () => number, keyOf: (address: string) => string = networkOf): Buckets {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (address) => {
    const key = keyOf(address)
    const now = clock()
    const before = buckets.get(key)
    const tokens = before ? Math.min(perMinute, before.tokens + ((now - before.at) * perMinute) / 60_000) : perMinute
    buckets.delete(key)
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now })
    if (buckets.size > mostAddresses) for (const oldest of buckets.keys()) {
      buckets.delete(oldest)
      break
    }
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil(((1 - tokens) * 60) / perMinute))
  }
}

/** A household or an office has a whole /64 of IPv6 to come from. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head, tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const behind = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - behind.length) }, () => '0')
  return [...groups, ...zeros, ...behind].slice(0, 4).join(':')
}
