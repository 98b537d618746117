import type { Street } from '../model/street.ts'
import { growingBytes, growingInts } from './growing.ts'
import { hilbertOrder } from './hilbert.ts'
import type { Network } from './network.ts'
import { quantized, quantum } from './network.ts'
import type { Plane } from './plane.ts'
import { project } from './plane.ts'
import { vertexTable } from './vertices.ts'

/** Collects streets and gates, then cuts them into a network once. */
export type StreetCollector = {
  addStreet(street: Street): void
  /** Node numbers of the gates, in the order given; -1 where no walkable street has a vertex. */
  finish(gates: readonly { lon: number; lat: number }[]): { network: Network; gateNodes: Int32Array }
}

export function streetCollector(plane: Plane): StreetCollector {
  const vertices = vertexTable()
  const chain = growingInts()
  const starts = growingInts()
  const steps = growingBytes()

  return {
    addStreet(street) {
      if (!street.walkable) return
      if (street.line.length < 2) throw new RangeError(`street ${street.id}: expected at least 2 positions, got ${street.line.length}`)
      const start = chain.length
      for (const [lon, lat] of street.line) {
        const vertex = vertices.add(lon, lat)
        if (chain.length === start || chain.at(chain.length - 1) !== vertex) chain.push(vertex)
      }
      starts.push(start)
      steps.push(street.steps ? 1 : 0)
    },
    finish(gates) {
      const gateVertices = Int32Array.from(gates, ({ lon, lat }) => vertices.find(lon, lat))
      const links = chain.take()
      starts.push(links.length)
      const xs = new Float64Array(vertices.count)
      const ys = new Float64Array(vertices.count)
      const point = new Float64Array(2)
      for (let vertex = 0; vertex < xs.length; vertex++) {
        project(plane, vertices.lonOf(vertex), vertices.latOf(vertex), point)
        xs[vertex] = point[0]
        ys[vertex] = point[1]
      }
      const offsets = starts.take()
      const isNode = nodesOf(links, offsets, gateVertices, xs.length)
      const { nodeOf, nodeX, nodeY } = numberNodes(isNode, xs, ys)
      return { network: cut(links, offsets, steps.take(), isNode, nodeOf, nodeX, nodeY, xs, ys), gateNodes: gateVertices.map((vertex) => (vertex < 0 ? -1 : nodeOf[vertex])) }
    },
  }
}

/** A vertex is a node when a street ends there, when it is used more than once, or when a gate stands on it. */
function nodesOf(links: Int32Array, offsets: Int32Array, gateVertices: Int32Array, count: number): Uint8Array {
  const uses = new Uint8Array(count)
  for (let street = 0; street + 1 < offsets.length; street++) {
    for (let i = offsets[street]; i < offsets[street + 1]; i++) {
      const end = i === offsets[street] || i === offsets[street + 1] - 1
      uses[links[i]] = Math.min(2, uses[links[i]] + (end ? 2 : 1))
    }
  }
  for (const vertex of gateVertices) if (vertex >= 0) uses[vertex] = 2
  return uses.map((use) => (use >= 2 ? 1 : 0))
}

function numberNodes(isNode: Uint8Array, xs: Float64Array, ys: Float64Array): { nodeOf: Int32Array; nodeX: Float32Array; nodeY: Float32Array } {
  const nodes = new Int32Array(isNode.reduce((sum, flag) => sum + flag, 0))
  for (let vertex = 0, k = 0; vertex < isNode.length; vertex++) if (isNode[vertex]) nodes[k++] = vertex
  const order = hilbertOrder(Float32Array.from(nodes, (vertex) => xs[vertex]), Float32Array.from(nodes, (vertex) => ys[vertex]))
  const nodeOf = new Int32Array(isNode.length).fill(-1)
  order.forEach((k, node) => { nodeOf[nodes[k]] = node })
  return { nodeOf, nodeX: Float32Array.from(order, (k) => xs[nodes[k]]), nodeY: Float32Array.from(order, (k) => ys[nodes[k]]) }
}

function cut(
  links: Int32Array, offsets: Int32Array, steps: Uint8Array, isNode: Uint8Array, nodeOf: Int32Array, nodeX: Float32Array, nodeY: Float32Array, xs: Float64Array, ys: Float64Array,
): Network {
  const from = growingInts(), to = growingInts(), firsts = growingInts(), lasts = growingInts(), stairs = growingBytes()
  for (let street = 0; street + 1 < offsets.length; street++) {
    let first = offsets[street]
    for (let i = first + 1; i < offsets[street + 1]; i++) {
      if (!isNode[links[i]]) continue
      from.push(nodeOf[links[first]])
      to.push(nodeOf[links[i]])
      firsts.push(first)
      lasts.push(i)
      stairs.push(steps[street])
      first = i
    }
  }
  const edgeCount = from.length
  const keys = new Float64Array(edgeCount)
  for (let edge = 0; edge < edgeCount; edge++) keys[edge] = Math.min(from.at(edge), to.at(edge)) * 16777216 + edge
  keys.sort()
  const edgeRank = Int32Array.from(keys, (key) => key % 16777216)
  const lineOffsets = new Int32Array(edgeCount + 1)
  for (let edge = 0; edge < edgeCount; edge++) lineOffsets[edge + 1] = lineOffsets[edge] + lasts.at(edgeRank[edge]) - firsts.at(edgeRank[edge]) + 1
  const network: Network = {
    nodeCount: nodeX.length, nodeX, nodeY, edgeCount,
    edgeFrom: edgeRank.map((rank) => from.at(rank)), edgeTo: edgeRank.map((rank) => to.at(rank)),
    edgeMetres: new Float32Array(edgeCount), edgeSteps: Uint8Array.from(edgeRank, (rank) => stairs.at(rank)), edgeRank,
    lineOffsets, lineX: new Float32Array(lineOffsets[edgeCount]), lineY: new Float32Array(lineOffsets[edgeCount]), anchors: new Uint8Array(0),
  }
  for (let edge = 0; edge < edgeCount; edge++) {
    const first = firsts.at(edgeRank[edge])
    let metres = 0
    for (let p = lineOffsets[edge], i = first; p < lineOffsets[edge + 1]; p++, i++) {
      network.lineX[p] = xs[links[i]]
      network.lineY[p] = ys[links[i]]
      if (i > first) metres += Math.hypot(xs[links[i]] - xs[links[i - 1]], ys[links[i]] - ys[links[i - 1]])
    }
    // Never 0, so that a route always comes nearer with each edge.
    network.edgeMetres[edge] = Math.max(quantum, quantized(metres))
  }
  return network
}
