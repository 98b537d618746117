import type { BareNetwork } from './network.ts'

/** The same columns by a plain binary heap: the oracle of the bench, and its slower peer. One category. */
export function heapColumn(network: BareNetwork, category: number, boundMetres: number): Float32Array {
  const { offsets, targets, lengths, from, to, fromMetres, toMetres, starts } = network
  const distance = new Float32Array(offsets.length - 1).fill(Infinity)
  let keys = new Float64Array(1024), nodes = new Int32Array(1024), size = 0

  const push = (key: number, node: number): void => {
    if (size === keys.length) {
      const wider = new Float64Array(size * 2), more = new Int32Array(size * 2)
      wider.set(keys)
      more.set(nodes)
      keys = wider
      nodes = more
    }
    let i = size++
    for (let parent = (i - 1) >> 1; i > 0 && keys[parent] > key; parent = (i - 1) >> 1) {
      keys[i] = keys[parent]
      nodes[i] = nodes[parent]
      i = parent
    }
    keys[i] = key
    nodes[i] = node
  }
  const sink = (key: number, node: number): void => {
    let i = 0
    for (let child = 1; child < size; child = 2 * i + 1) {
      if (child + 1 < size && keys[child + 1] < keys[child]) child++
      if (keys[child] >= key) break
      keys[i] = keys[child]
      nodes[i] = nodes[child]
      i = child
    }
    keys[i] = key
    nodes[i] = node
  }

  const { nodes: startNodes, metres } = starts[category]
  for (let s = 0; s < startNodes.length; s++) if (metres[s] <= boundMetres) push(metres[s], startNodes[s])
  while (size > 0) {
    const walked = keys[0], at = nodes[0]
    size--
    if (size > 0) sink(keys[size], nodes[size])
    if (walked >= distance[at]) continue
    distance[at] = walked
    for (let arc = offsets[at]; arc < offsets[at + 1]; arc++) {
      const total = Math.fround(walked + lengths[arc])
      if (total < distance[targets[arc]] && total <= boundMetres) push(total, targets[arc])
    }
  }
  return Float32Array.from(from, (node, i) => {
    const least = Math.min(distance[node] + fromMetres[i], distance[to[i]] + toMetres[i])
    return least <= boundMetres ? least : Infinity
  })
}
