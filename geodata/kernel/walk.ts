import type { Network } from './network.ts'

/**
 * A way of walking the network: with or without stairs, with certain nodes blocked by locked gates. Arcs of node v are
 * offsets[v] .. offsets[v + 1]; an arc that leads into a blocked node is infinitely long, so the search needs no test for gates.
 */
export type Walk = {
  nodeCount: number
  offsets: Int32Array
  targets: Int32Array
  metres: Float32Array
  edges: Int32Array
  blocked: Uint8Array
  /** Longest finite arc. */
  longestMetres: number
  /** Part of the network a node lies in; -1 for a blocked node, which lies in none. */
  component: Int32Array
  /** The component with the greatest length of streets, -1 in an empty network. */
  mainComponent: number
  /** Length of streets between nodes of the main component, and of all. */
  mainMetres: number
  totalMetres: number
}

/** blockedNodes: nodes a walk cannot pass. O(nodes + edges). */
export function walkOver(network: Network, stepFree: boolean, blockedNodes: Iterable<number>): Walk {
  const { nodeCount, edgeCount, edgeFrom, edgeTo, edgeMetres, edgeSteps } = network
  const blocked = new Uint8Array(nodeCount)
  for (const node of blockedNodes) {
    if (!(node >= 0 && node < nodeCount)) throw new RangeError(`blocked node: expected 0 to ${nodeCount - 1}, got ${node}`)
    blocked[node] = 1
  }
  const offsets = new Int32Array(nodeCount + 1)
  for (let edge = 0; edge < edgeCount; edge++) {
    if (stepFree && edgeSteps[edge]) continue
    offsets[edgeFrom[edge] + 1]++
    offsets[edgeTo[edge] + 1]++
  }
  for (let node = 0; node < nodeCount; node++) offsets[node + 1] += offsets[node]
  const next = offsets.slice(0, nodeCount)
  const arcCount = offsets[nodeCount]
  const walk: Walk = {
    nodeCount, offsets, targets: new Int32Array(arcCount), metres: new Float32Array(arcCount), edges: new Int32Array(arcCount), blocked,
    longestMetres: 0, component: new Int32Array(nodeCount).fill(-1), mainComponent: -1, mainMetres: 0, totalMetres: 0,
  }
  for (let edge = 0; edge < edgeCount; edge++) {
    if (stepFree && edgeSteps[edge]) continue
    const from = edgeFrom[edge], to = edgeTo[edge]
    walk.totalMetres += edgeMetres[edge]
    if (!blocked[from] && !blocked[to]) walk.longestMetres = Math.max(walk.longestMetres, edgeMetres[edge])
    putArc(walk, next[from]++, to, edge, edgeMetres[edge])
    putArc(walk, next[to]++, from, edge, edgeMetres[edge])
  }
  findComponents(network, walk, stepFree)
  return walk
}

function putArc(walk: Walk, arc: number, target: number, edge: number, metres: number): void {
  walk.targets[arc] = target
  walk.edges[arc] = edge
  walk.metres[arc] = walk.blocked[target] ? Infinity : metres
}

function findComponents(network: Network, walk: Walk, stepFree: boolean): void {
  const { nodeCount, offsets, targets, metres, component, blocked } = walk
  const stack = new Int32Array(nodeCount)
  let components = 0
  for (let first = 0; first < nodeCount; first++) {
    if (component[first] >= 0 || blocked[first]) continue
    let height = 0
    stack[height++] = first
    component[first] = components
    while (height > 0) {
      const node = stack[--height]
      for (let arc = offsets[node]; arc < offsets[node + 1]; arc++) {
        if (metres[arc] === Infinity || component[targets[arc]] >= 0) continue
        component[targets[arc]] = components
        stack[height++] = targets[arc]
      }
    }
    components++
  }
  if (network.anchors.length > 0) joinAnchored(network.anchors, stepFree ? 2 : 1, component)
  const lengths = new Float64Array(components)
  for (let edge = 0; edge < network.edgeCount; edge++) {
    if (stepFree && network.edgeSteps[edge]) continue
    const part = Math.max(component[network.edgeFrom[edge]], component[network.edgeTo[edge]])
    if (part >= 0) lengths[part] += network.edgeMetres[edge]
  }
  const anchored = network.anchors.findIndex((bits, node) => (bits & (stepFree ? 2 : 1)) !== 0 && component[node] >= 0)
  lengths.forEach((length, part) => {
    if (anchored >= 0 && part !== component[anchored]) return
    if (walk.mainComponent >= 0 && length <= walk.mainMetres) return
    walk.mainComponent = part
    walk.mainMetres = length
  })
}

/** Parts that were one in the city the pack was cut from become one again. */
function joinAnchored(anchors: Uint8Array, bit: number, component: Int32Array): void {
  const joined = new Set<number>()
  for (let node = 0; node < component.length; node++) if ((anchors[node] & bit) !== 0 && component[node] >= 0) joined.add(component[node])
  const main = Math.min(...joined)
  for (let node = 0; node < component.length; node++) if (joined.has(component[node])) component[node] = main
}
