import type { Walk } from './walk.ts'

/** Working memory of searches over one walk; metres of untouched nodes are Infinity between searches. Not for two searches at once. */
export type Scratch = {
  metres: Float32Array
  /** Nodes with metres below Infinity, in no order; the first `touchedCount`. */
  touched: Int32Array
  touchedCount: number
  /** Target and metres of each arc side by side, so that one line of the processor's cache brings both: arcTargets[2a], arcMetres[2a + 1] of one buffer. */
  arcTargets: Int32Array
  arcMetres: Float32Array
  /** Entries of buckets as linked lists: node, next entry. */
  pool: Int32Array
  /** First entry of each bucket, -1 = empty; a ring, a power of two long. */
  heads: Int32Array
}

/**
 * Metres of a bucket, within the 8 to 16 m of BENCH.md: a bucket holds few nodes that are corrected twice, and
 * the search has few empty buckets to skip.
 */
export const bucketMetres = 16

export function scratchFor(walk: Walk): Scratch {
  const arcTargets = new Int32Array(walk.targets.length * 2)
  const arcMetres = new Float32Array(arcTargets.buffer)
  for (let arc = 0; arc < walk.targets.length; arc++) {
    arcTargets[2 * arc] = walk.targets[arc]
    arcMetres[2 * arc + 1] = walk.metres[arc]
  }
  return {
    metres: new Float32Array(walk.nodeCount).fill(Infinity), touched: new Int32Array(walk.nodeCount), touchedCount: 0,
    arcTargets, arcMetres, pool: new Int32Array(4096), heads: new Int32Array(1024).fill(-1),
  }
}

/** Starts of a search: node numbers and the metres walked before them. Blocked nodes and starts beyond the bound are passed over. */
export type Starts = { nodes: Int32Array; metres: Float32Array; count: number }

/**
 * Shortest walks from many starts at once, up to boundMetres (Infinity: everywhere), left in scratch.metres. Delta-stepping after
 * U. Meyer and P. Sanders (2003) in one thread, with a ring of buckets instead of a heap. O(arcs within the bound).
 */
export function searchFrom(walk: Walk, scratch: Scratch, starts: Starts, boundMetres: number): void {
  forget(scratch)
  const heads = ringFor(walk, scratch, starts)
  const { offsets, blocked } = walk
  const { metres, touched, arcTargets, arcMetres } = scratch
  const mask = heads.length - 1
  const perMetre = 1 / bucketMetres
  let pool = roomFor(scratch, starts.count * 2)
  let touchedCount = 0, free = 0, waitingCount = 0, bucket = 0x7fffffff

  for (let i = 0; i < starts.count; i++) {
    const node = starts.nodes[i], walked = starts.metres[i]
    if (blocked[node] || walked > boundMetres || walked >= metres[node]) continue
    if (metres[node] === Infinity) touched[touchedCount++] = node
    metres[node] = walked
    const target = (walked * perMetre) | 0
    pool[free] = node
    pool[free + 1] = heads[target & mask]
    heads[target & mask] = free
    free += 2
    waitingCount++
    if (target < bucket) bucket = target
  }
  for (; waitingCount > 0; bucket++) {
    const slot = bucket & mask
    for (let entry = heads[slot]; entry >= 0; entry = heads[slot]) {
      heads[slot] = pool[entry + 1]
      waitingCount--
      const node = pool[entry]
      const walked = metres[node]
      // Improved since, and searched from in an earlier bucket.
      if (((walked * perMetre) | 0) < bucket) continue
      const end = offsets[node + 1] * 2
      if (free + end - offsets[node] * 2 > pool.length) pool = roomFor(scratch, pool.length * 2)
      for (let arc = offsets[node] * 2; arc < end; arc += 2) {
        const target = arcTargets[arc], total = walked + arcMetres[arc + 1]
        const before = metres[target]
        if (total >= before || total > boundMetres) continue
        if (before === Infinity) touched[touchedCount++] = target
        metres[target] = total
        const later = ((total * perMetre) | 0) & mask
        pool[free] = target
        pool[free + 1] = heads[later]
        heads[later] = free
        free += 2
        waitingCount++
      }
    }
  }
  scratch.touchedCount = touchedCount
}

/** Makes the scratch ready for the next search; costs as much as the last one touched. */
export function forget(scratch: Scratch): void {
  const { metres, touched } = scratch
  for (let i = 0; i < scratch.touchedCount; i++) metres[touched[i]] = Infinity
  scratch.touchedCount = 0
}

/** The ring must span the longest arc and the farthest start, so that two buckets never share a slot. */
export function ringFor(walk: Walk, scratch: Scratch, starts: Starts): Int32Array {
  let spanMetres = walk.longestMetres
  for (let i = 0; i < starts.count; i++) if (starts.metres[i] < Infinity) spanMetres = Math.max(spanMetres, starts.metres[i])
  let size = scratch.heads.length
  while (size < spanMetres / bucketMetres + 2) size *= 2
  if (size > scratch.heads.length) scratch.heads = new Int32Array(size).fill(-1)
  return scratch.heads
}

/** A pool of at least so many numbers; what stands in it stays. */
export function roomFor(scratch: Scratch, length: number): Int32Array {
  if (scratch.pool.length >= length) return scratch.pool
  const wider = new Int32Array(Math.max(length, scratch.pool.length * 2))
  wider.set(scratch.pool)
  scratch.pool = wider
  return wider
}
