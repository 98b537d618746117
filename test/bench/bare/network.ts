/** The network, the buildings' offsets and the starts of 20 categories as bare arrays. */
export type BareNetwork = {
  offsets: Int32Array; targets: Int32Array; lengths: Float32Array
  /** Nodes at both ends of each building's street, and the metres to them. */
  from: Int32Array; to: Int32Array; fromMetres: Float32Array; toMetres: Float32Array
  starts: { nodes: Int32Array; metres: Float32Array }[]
}

/**
 * The bare kernel of the network: search + gather + snapping offsets, one thread, no product code. Buckets of 16 m as growing lists, a node
 * is searched again when it was improved; columns beyond the bound are Infinity.
 */
export function bareNetwork(network: BareNetwork, boundMetres: number, into?: Float32Array[]): Float32Array[] {
  const { offsets, targets, lengths, from, to, fromMetres, toMetres, starts } = network
  const nodeCount = offsets.length - 1, count = from.length
  const bucketCount = Math.ceil(boundMetres / 16) + 2
  const distance = new Float32Array(nodeCount), next = new Int32Array(targets.length * 2 + nodeCount), node = new Int32Array(targets.length * 2 + nodeCount)
  const heads = new Int32Array(bucketCount)
  return starts.map(({ nodes, metres }, category) => {
    distance.fill(Infinity)
    heads.fill(-1)
    let free = 0
    for (let s = 0; s < nodes.length; s++) {
      if (metres[s] > boundMetres || metres[s] >= distance[nodes[s]]) continue
      distance[nodes[s]] = metres[s]
      const bucket = (metres[s] / 16) | 0
      node[free] = nodes[s]
      next[free] = heads[bucket]
      heads[bucket] = free++
    }
    for (let bucket = 0; bucket < bucketCount; bucket++) {
      while (heads[bucket] >= 0) {
        const entry = heads[bucket]
        heads[bucket] = next[entry]
        const at = node[entry], walked = distance[at]
        if (((walked / 16) | 0) < bucket) continue
        for (let arc = offsets[at], end = offsets[at + 1]; arc < end; arc++) {
          const total = walked + lengths[arc], target = targets[arc]
          if (total >= distance[target] || total > boundMetres) continue
          distance[target] = total
          const later = (total / 16) | 0
          node[free] = target
          next[free] = heads[later]
          heads[later] = free++
        }
      }
    }
    const out = into ? into[category] : new Float32Array(count)
    for (let i = 0; i < count; i++) {
      const a = distance[from[i]] + fromMetres[i], b = distance[to[i]] + toMetres[i]
      const least = a < b ? a : b
      out[i] = least <= boundMetres ? least : Infinity
    }
    return out
  })
}
