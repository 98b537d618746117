/**
 * Numbers in [0, 1) that depend on the seed alone, the same on every machine. 32 bits of state advanced by a Weyl sequence and
 * mixed by multiply-xorshift (the mulberry32 construction of T. Ettinger); period 2^32, ample for cities and tests, not for secrets.
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isFinite(seed)) throw new RangeError(`seed: expected a finite number, got ${seed}`)
  let state = Math.trunc(seed) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A second, independent stream for a named part of the same city, so that a change in one part leaves the others alone. */
export function seedOf(seed: number, part: string): number {
  let hash = 0x811c9dc5 ^ (Math.trunc(seed) | 0)
  for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
