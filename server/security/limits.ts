/** In a minute, of one address: log-ins, writes, and requests of whoever is not known there; a session or a screen has as many requests of its own. Of reports of the public also those of one address about one place, those about one place, and all there are. */
export type Limits = { logIns: number; writes: number; requests: number; reports: number; ownPlaceReports: number; placeReports: number; allReports: number }

/** A person logs in once and saves now and then; a map moved without pause asks for about 1,500 tiles a minute. Who reports looks at a place first; a room with one address has several people in it. One address alone can keep nobody else from speaking of a place. */
export const usualLimits: Limits = { logIns: 10, writes: 120, requests: 3000, reports: 10, ownPlaceReports: 3, placeReports: 6, allReports: 120 }

/** Token buckets by address, or by what `keyOf` makes of it: full at first, refilled evenly, not emptied by a clock that is put back. The answer is 0, or the seconds until the next token. */
export type Buckets = (address: string) => number

/** Addresses remembered, about 4 MB; beyond that the one unseen for longest is forgotten, as it is after a minute anyway. */
const mostAddresses = 20_000

export function tokenBuckets(perMinute: number, clock: () => number, keyOf: (address: string) => string = networkOf): Buckets {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return (address) => {
    const key = keyOf(address)
    const now = clock()
    const before = buckets.get(key)
    const tokens = before ? Math.min(perMinute, before.tokens + (Math.max(0, now - before.at) * perMinute) / 60_000) : perMinute
    buckets.delete(key)
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now })
    if (buckets.size > mostAddresses) for (const oldest of buckets.keys()) {
      buckets.delete(oldest)
      break
    }
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil(((1 - tokens) * 60) / perMinute))
  }
}

/** A household or an office has a whole /64 of IPv6 to come from; within the networks that stand for the old addresses (::ffff:0:0/96, 64:ff9b::/96) each is another one's. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const groups = groupsOf(address)
  const mapped = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff', translated = groups[0] === '64' && groups[1] === 'ff9b' && groups.slice(2, 6).every((group) => group === '0')
  return groups.slice(0, mapped || translated ? 8 : 4).join(':')
}

function groupsOf(address: string): string[] {
  const [head, tail] = address.split('::').map((part) => part.toLowerCase().replace(/%.*$/, ''))
  const groups = head === '' ? [] : head.split(':')
  const behind = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - behind.length) }, () => '0')
  return [...groups, ...zeros, ...behind].map((group) => group.replace(/^0+(?=.)/, ''))
}
