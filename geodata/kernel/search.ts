import type { Walk } from './walk.ts'

/** Working memory of searches over one walk; metres of untouched nodes are Infinity between searches. Not for two searches at once. */
export type Scratch = {
  metres: Float32Array
  /** Nodes with metres below Infinity, in no order; the first `touchedCount`. */
  touched: Int32Array
  touchedCount: number
  /** Bucket a node waits in, -1 when it does not wait. */
  waiting: Int32Array
  /** Entries of buckets: linked lists in a pool, freed entries first. */
  entryNode: Int32Array
  entryNext: Int32Array
  heads: Int32Array
}

/**
 * Metres of a bucket, within the 8 to 16 m of BENCH.md: a bucket holds few nodes that are corrected twice, and
 * the search has few empty buckets to skip.
 */
export const bucketMetres = 16

export function scratchFor(walk: Walk): Scratch {
  return {
    metres: new Float32Array(walk.nodeCount).fill(Infinity), touched: new Int32Array(walk.nodeCount), touchedCount: 0,
    waiting: new Int32Array(walk.nodeCount).fill(-1), entryNode: new Int32Array(0), entryNext: new Int32Array(0), heads: new Int32Array(1024).fill(-1),
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
  const { offsets, targets, metres: lengths, blocked } = walk
  const heads = makeRoom(walk, scratch, starts)
  const { metres, touched, waiting, entryNode, entryNext } = scratch
  const mask = heads.length - 1
  const perMetre = 1 / bucketMetres
  let touchedCount = 0, free = -1, fresh = 0, waitingCount = 0, bucket = 0x7fffffff

  for (let i = 0; i < starts.count; i++) {
    const node = starts.nodes[i], walked = starts.metres[i]
    if (blocked[node] || walked > boundMetres || walked >= metres[node]) continue
    if (metres[node] === Infinity) touched[touchedCount++] = node
    metres[node] = walked
    const target = (walked * perMetre) | 0
    if (waiting[node] === target) continue
    waiting[node] = target
    let entry = free
    if (entry >= 0) free = entryNext[entry]
    else entry = fresh++
    entryNode[entry] = node
    entryNext[entry] = heads[target & mask]
    heads[target & mask] = entry
    waitingCount++
    if (target < bucket) bucket = target
  }
  for (; waitingCount > 0; bucket++) {
    const slot = bucket & mask
    for (let entry = heads[slot]; entry >= 0; entry = heads[slot]) {
      heads[slot] = entryNext[entry]
      entryNext[entry] = free
      free = entry
      waitingCount--
      const node = entryNode[entry]
      if (waiting[node] !== bucket) continue
      waiting[node] = -1
      const walked = metres[node]
      const end = offsets[node + 1]
      for (let arc = offsets[node]; arc < end; arc++) {
        const target = targets[arc]
        const total = walked + lengths[arc]
        if (total >= metres[target] || total > boundMetres) continue
        if (metres[target] === Infinity) touched[touchedCount++] = target
        metres[target] = total
        const later = (total * perMetre) | 0
        if (waiting[target] === later) continue
        waiting[target] = later
        let added = free
        if (added >= 0) free = entryNext[added]
        else added = fresh++
        entryNode[added] = target
        entryNext[added] = heads[later & mask]
        heads[later & mask] = added
        waitingCount++
      }
    }
  }
  scratch.touchedCount = touchedCount
}

/** Makes the scratch ready for the next search; costs as much as the last one touched. */
export function forget(scratch: Scratch): void {
  const { metres, touched, waiting } = scratch
  for (let i = 0; i < scratch.touchedCount; i++) {
    metres[touched[i]] = Infinity
    waiting[touched[i]] = -1
  }
  scratch.touchedCount = 0
}

/**
 * The ring must span the longest arc and the farthest start, so that two buckets never share a slot. A node waits at most twice for each
 * arc that leads to it (its old and its new bucket) and once for each start, which bounds the pool.
 */
export function makeRoom(walk: Walk, scratch: Scratch, starts: Starts): Int32Array {
  let spanMetres = walk.longestMetres
  for (let i = 0; i < starts.count; i++) if (starts.metres[i] < Infinity) spanMetres = Math.max(spanMetres, starts.metres[i])
  let size = scratch.heads.length
  while (size < spanMetres / bucketMetres + 2) size *= 2
  if (size > scratch.heads.length) scratch.heads = new Int32Array(size).fill(-1)
  const entries = walk.targets.length * 2 + starts.count + 16
  if (entries > scratch.entryNode.length) {
    scratch.entryNode = new Int32Array(entries)
    scratch.entryNext = new Int32Array(entries)
  }
  return scratch.heads
}
