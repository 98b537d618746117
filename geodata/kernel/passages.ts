import type { Passage } from '../model/overlay.ts'
import type { Network } from './network.ts'
import { quantized, quantum } from './network.ts'
import type { Plane } from './plane.ts'
import { project } from './plane.ts'
import type { Snaps } from './snap.ts'

/** Equal text, equal passages. */
export const passagesKey = (passages: readonly Passage[]): string => inOrder(passages).map(({ id, from, to }) => `~${id} ${from.join(',')} ${to.join(',')}`).join(' ')

/**
 * The network with the passages as further streets: each leads from the street point nearest to its one end over both ends to the street point nearest to the
 * other; streets are cut there. Nodes and edges of today keep their numbers (a cut edge its first part), so gates and the rest of the city stay as they are.
 * `snap`: where places meet today's network, stairs and all. RangeError for an end that meets no street, and for two passages of one id. O(nodes + edges + points).
 */
export function withPassages(network: Network, plane: Plane, passages: readonly Passage[], snap: (places: readonly { x: number; y: number }[]) => Snaps): Network {
  const ordered = inOrder(passages)
  const ends = ordered.flatMap(({ from, to }) => [placeOf(plane, from), placeOf(plane, to)])
  const snaps = snap(ends)
  ordered.forEach(({ id }, k) => {
    if (k > 0 && ordered[k - 1].id === id) throw new RangeError(`passage ${id}: expected an id of its own, got one already used`)
    for (const end of [2 * k, 2 * k + 1]) if (snaps.edge[end] < 0) throw new RangeError(`passage ${id}: expected a walkable street near ${ordered[k][end % 2 === 0 ? 'from' : 'to'].join(', ')}, got none`)
  })
  const along = ends.map((_, end) => snaps.fromMetres[end] - snaps.walkMetres[end])
  const cuts = cutsOf(network, snaps.edge, along)

  const edges: Piece[] = Array.from({ length: network.edgeCount }, (_, edge) => ({ of: edge, from: network.edgeFrom[edge], to: network.edgeTo[edge], metres: network.edgeMetres[edge], steps: network.edgeSteps[edge], rank: network.edgeRank[edge], line: null }))
  const nodes: { x: number; y: number; anchor: number }[] = []
  const nodeAt = new Map<string, number>()
  const split = [...cuts].toSorted(([a], [b]) => network.edgeRank[a] - network.edgeRank[b])
  for (const edge of edges) for (const [other, places] of split) if (network.edgeRank[other] < network.edgeRank[edge.of]) edge.rank += places.length
  for (const [edge, places] of split) {
    const line = lineOf(network, edge), whole = edges[edge], anchor = anchorOf(network, edge)
    let before = 0, from = whole.from
    const put = (part: number, to: number, end: number): void => {
      const piece: Piece = { of: edge, from, to, metres: end - before, steps: whole.steps, rank: whole.rank + part, line: between(line, before, end) }
      if (part === 0) edges[edge] = piece
      else edges.push(piece)
      before = end
      from = to
    }
    places.forEach((place, part) => {
      const [x, y] = pointAt(line, place), node = network.nodeCount + nodes.length
      nodes.push({ x, y, anchor })
      nodeAt.set(`${edge} ${place}`, node)
      put(part, node, place)
    })
    put(places.length, whole.to, whole.metres)
  }
  const lastRank = edges.reduce((most, { rank }) => Math.max(most, rank), -1)
  const nodeOf = (end: number): number => {
    const edge = snaps.edge[end]
    return nodeAt.get(`${edge} ${along[end]}`) ?? (along[end] <= 0 ? network.edgeFrom[edge] : network.edgeTo[edge])
  }
  const xOf = (node: number): number => (node < network.nodeCount ? network.nodeX[node] : nodes[node - network.nodeCount].x)
  const yOf = (node: number): number => (node < network.nodeCount ? network.nodeY[node] : nodes[node - network.nodeCount].y)
  ordered.forEach((_, k) => {
    const [from, to] = [nodeOf(2 * k), nodeOf(2 * k + 1)], a = ends[2 * k], b = ends[2 * k + 1]
    const line = [xOf(from), yOf(from), a.x, a.y, b.x, b.y, xOf(to), yOf(to)]
    edges.push({ of: -1, from, to, metres: Math.max(quantum, quantized(lengthOf(line))), steps: 0, rank: lastRank + 1 + k, line })
  })
  return networkOf(network, nodes, edges)
}

/** An edge of the new network; line null: that of the edge it is. */
type Piece = { of: number; from: number; to: number; metres: number; steps: number; rank: number; line: number[] | null }

const inOrder = (passages: readonly Passage[]): Passage[] => passages.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

function placeOf(plane: Plane, [lon, lat]: Passage['from']): { x: number; y: number } {
  const point = new Float64Array(2)
  project(plane, lon, lat, point)
  return { x: Math.fround(point[0]), y: Math.fround(point[1]) }
}

/** Where each edge is cut, metres from its start, rising; its ends are no cuts. */
function cutsOf({ edgeMetres }: Network, edge: Int32Array, along: readonly number[]): Map<number, number[]> {
  const cuts = new Map<number, number[]>()
  along.forEach((metres, end) => {
    if (!(metres > 0 && metres < edgeMetres[edge[end]])) return
    const places = cuts.get(edge[end]) ?? []
    if (!places.includes(metres)) places.push(metres)
    cuts.set(edge[end], places)
  })
  for (const places of cuts.values()) places.sort((a, b) => a - b)
  return cuts
}

/** A node within an edge lies in the main part of the city a pack was cut from where an end of the edge does. */
function anchorOf({ anchors, edgeFrom, edgeTo, edgeSteps }: Network, edge: number): number {
  return anchors.length === 0 ? 0 : (anchors[edgeFrom[edge]] | anchors[edgeTo[edge]]) & (edgeSteps[edge] ? 1 : 3)
}

const lineOf = ({ lineX, lineY, lineOffsets }: Network, edge: number): number[] => {
  const line: number[] = []
  for (let p = lineOffsets[edge]; p < lineOffsets[edge + 1]; p++) line.push(lineX[p], lineY[p])
  return line
}

function lengthOf(line: readonly number[]): number {
  let metres = 0
  for (let i = 2; i < line.length; i += 2) metres += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1])
  return metres
}

function pointAt(line: readonly number[], metres: number): [number, number] {
  let walked = 0
  for (let i = 2; i < line.length; i += 2) {
    const length = Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1])
    if (metres < walked + length) {
      const share = (metres - walked) / length
      return [line[i - 2] + share * (line[i] - line[i - 2]), line[i - 1] + share * (line[i + 1] - line[i - 1])]
    }
    walked += length
  }
  return [line[line.length - 2], line[line.length - 1]]
}

/** The part of a line between two places along it, both included. */
function between(line: readonly number[], from: number, to: number): number[] {
  const part = pointAt(line, from)
  let walked = 0
  for (let i = 2; i < line.length - 2; i += 2) {
    walked += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1])
    if (walked > from && walked < to) part.push(line[i], line[i + 1])
  }
  return [...part, ...pointAt(line, to)]
}

function networkOf(old: Network, nodes: readonly { x: number; y: number; anchor: number }[], edges: readonly Piece[]): Network {
  const lineOffsets = new Int32Array(edges.length + 1)
  edges.forEach(({ of, line }, edge) => { lineOffsets[edge + 1] = lineOffsets[edge] + (line ? line.length / 2 : old.lineOffsets[of + 1] - old.lineOffsets[of]) })
  const lineX = new Float32Array(lineOffsets[edges.length]), lineY = new Float32Array(lineOffsets[edges.length])
  edges.forEach(({ of, line }, edge) => {
    const start = lineOffsets[edge]
    if (line) for (let i = 0; i < line.length; i += 2) {
      lineX[start + i / 2] = line[i]
      lineY[start + i / 2] = line[i + 1]
    }
    else {
      lineX.set(old.lineX.subarray(old.lineOffsets[of], old.lineOffsets[of + 1]), start)
      lineY.set(old.lineY.subarray(old.lineOffsets[of], old.lineOffsets[of + 1]), start)
    }
  })
  return {
    nodeCount: old.nodeCount + nodes.length, nodeX: Float32Array.from([...old.nodeX, ...nodes.map(({ x }) => x)]), nodeY: Float32Array.from([...old.nodeY, ...nodes.map(({ y }) => y)]),
    edgeCount: edges.length, edgeFrom: Int32Array.from(edges, ({ from }) => from), edgeTo: Int32Array.from(edges, ({ to }) => to), edgeMetres: Float32Array.from(edges, ({ metres }) => metres),
    edgeSteps: Uint8Array.from(edges, ({ steps }) => steps), edgeRank: Int32Array.from(edges, ({ rank }) => rank), lineOffsets, lineX, lineY,
    anchors: old.anchors.length === 0 ? old.anchors : Uint8Array.from([...old.anchors, ...nodes.map(({ anchor }) => anchor)]),
  }
}
