import type { BuildingColumns, City, FacilityColumns } from './columns.ts'
import { isStanding } from './columns.ts'
import { footingOf } from './footing.ts'
import { membersOf } from './members.ts'
import type { Network } from './network.ts'
import { ruleValue } from './question.ts'

/**
 * The part of a city that answers questions about one area: its buildings, and every street and site within the largest bound of a walk
 * from them. All areas stay, so area indexes keep their meaning. Coverage inside the area is the city's own; only how far the nearest
 * site lies can be overstated when it lies beyond the rim.
 */
export function extractArea(city: City, area: number): City {
  const members = area < 0 ? city.buildings.dense.map((_, i) => i) : membersOf(city, [area])
  const rim = rimOf(city, members)
  const meets = (x1: number, y1: number, x2: number, y2: number): boolean =>
    Math.max(x1, x2) >= rim.west && Math.min(x1, x2) <= rim.east && Math.max(y1, y2) >= rim.south && Math.min(y1, y2) <= rim.north
  const { network, nodeOf } = cutNetwork(city, meets)
  const { facilities } = city
  const sites = Int32Array.from({ length: facilities.count }, (_, i) => i).filter((i) => isStanding(facilities, i) && meets(facilities.x[i], facilities.y[i], facilities.x[i], facilities.y[i]))
  return {
    ...city, network, buildings: pickBuildings(city.buildings, members), facilities: pickFacilities(facilities, sites),
    gates: { ...city.gates, node: city.gates.node.map((node) => (node < 0 ? -1 : nodeOf[node])) },
  }
}

type Rim = { west: number; south: number; east: number; north: number }

function rimOf(city: City, members: Int32Array): Rim {
  const { catalogue, buildings } = city
  const minutes = Math.max(0, ...catalogue.categories.flatMap((category) => category.minutes))
  const fastest = Math.max(0, ...catalogue.profiles.map((profile) => profile.metresPerSecond))
  const margin = minutes * 60 * fastest * Math.max(1, ruleValue(catalogue, 'marginalFactor')) + ruleValue(catalogue, 'snapMetres')
  const rim = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  const widen = (x: number, y: number): void => {
    rim.west = Math.min(rim.west, x - margin)
    rim.east = Math.max(rim.east, x + margin)
    rim.south = Math.min(rim.south, y - margin)
    rim.north = Math.max(rim.north, y + margin)
  }
  for (const i of members) {
    widen(buildings.x[i], buildings.y[i])
    for (let door = buildings.doorOffsets[i]; door < buildings.doorOffsets[i + 1]; door++) widen(buildings.doorX[door], buildings.doorY[door])
  }
  return rim
}

function cutNetwork(city: City, meets: (x1: number, y1: number, x2: number, y2: number) => boolean): { network: Network; nodeOf: Int32Array } {
  const old = city.network
  const touches = (edge: number): boolean => {
    // By the box of each straight piece: one that crosses the rim between two points outside it is kept.
    for (let p = old.lineOffsets[edge]; p + 1 < old.lineOffsets[edge + 1]; p++) if (meets(old.lineX[p], old.lineY[p], old.lineX[p + 1], old.lineY[p + 1])) return true
    return false
  }
  const edges = Int32Array.from({ length: old.edgeCount }, (_, edge) => edge).filter(touches)
  const nodeOf = new Int32Array(old.nodeCount).fill(-1)
  for (const edge of edges) nodeOf[old.edgeFrom[edge]] = nodeOf[old.edgeTo[edge]] = 0
  const nodes = Int32Array.from({ length: old.nodeCount }, (_, node) => node).filter((node) => nodeOf[node] === 0)
  nodes.forEach((node, k) => { nodeOf[node] = k })
  const lineOffsets = new Int32Array(edges.length + 1)
  edges.forEach((edge, k) => { lineOffsets[k + 1] = lineOffsets[k] + old.lineOffsets[edge + 1] - old.lineOffsets[edge] })
  const lineX = new Float32Array(lineOffsets[edges.length]), lineY = new Float32Array(lineOffsets[edges.length])
  edges.forEach((edge, k) => {
    lineX.set(old.lineX.subarray(old.lineOffsets[edge], old.lineOffsets[edge + 1]), lineOffsets[k])
    lineY.set(old.lineY.subarray(old.lineOffsets[edge], old.lineOffsets[edge + 1]), lineOffsets[k])
  })
  return {
    nodeOf,
    network: {
      nodeCount: nodes.length, nodeX: Float32Array.from(nodes, (node) => old.nodeX[node]), nodeY: Float32Array.from(nodes, (node) => old.nodeY[node]), edgeCount: edges.length,
      edgeFrom: edges.map((edge) => nodeOf[old.edgeFrom[edge]]), edgeTo: edges.map((edge) => nodeOf[old.edgeTo[edge]]), edgeMetres: Float32Array.from(edges, (edge) => old.edgeMetres[edge]),
      edgeSteps: Uint8Array.from(edges, (edge) => old.edgeSteps[edge]), edgeRank: edges.map((edge) => old.edgeRank[edge]), lineOffsets, lineX, lineY, anchors: anchorsOf(city, nodes),
    },
  }
}

function anchorsOf(city: City, nodes: Int32Array): Uint8Array {
  const walk = footingOf(city, false, []).walk, stepFree = footingOf(city, true, []).walk
  return Uint8Array.from(nodes, (node) => {
    const main = walk.mainComponent >= 0 && walk.component[node] === walk.mainComponent ? 1 : 0
    return main | (stepFree.mainComponent >= 0 && stepFree.component[node] === stepFree.mainComponent ? 2 : 0)
  })
}

function pickBuildings(old: BuildingColumns, members: Int32Array): BuildingColumns {
  const ints = (column: Int32Array): Int32Array => members.map((i) => column[i])
  const floats = (column: Float32Array): Float32Array => Float32Array.from(members, (i) => column[i])
  const doorOffsets = new Int32Array(members.length + 1)
  members.forEach((i, k) => { doorOffsets[k + 1] = doorOffsets[k] + old.doorOffsets[i + 1] - old.doorOffsets[i] })
  const doorX = new Float32Array(doorOffsets[members.length]), doorY = new Float32Array(doorOffsets[members.length])
  members.forEach((i, k) => {
    doorX.set(old.doorX.subarray(old.doorOffsets[i], old.doorOffsets[i + 1]), doorOffsets[k])
    doorY.set(old.doorY.subarray(old.doorOffsets[i], old.doorOffsets[i + 1]), doorOffsets[k])
  })
  const { residents } = old
  return {
    count: members.length, dense: ints(old.dense), x: floats(old.x), y: floats(old.y), kind: Uint8Array.from(members, (i) => old.kind[i]), use: Uint8Array.from(members, (i) => old.use[i]), area: ints(old.area), estate: ints(old.estate),
    households: ints(old.households), residents: { all: ints(residents.all), '60plus': ints(residents['60plus']), '80plus': ints(residents['80plus']), children: ints(residents.children) },
    counted: Uint8Array.from(members, (i) => old.counted[i]), floorSquareMetres: floats(old.floorSquareMetres), landSquareMetres: ints(old.landSquareMetres), doorOffsets, doorX, doorY,
  }
}

function pickFacilities(old: FacilityColumns, sites: Int32Array): FacilityColumns {
  const list = [...sites]
  const ids = list.map((i) => old.ids[i])
  return {
    count: list.length, ids, names: list.map((i) => old.names[i]), category: Uint16Array.from(list, (i) => old.category[i]), x: Float32Array.from(list, (i) => old.x[i]),
    y: Float32Array.from(list, (i) => old.y[i]), admissions: list.map((i) => old.admissions[i]), seats: sites.map((i) => old.seats[i]), area: sites.map((i) => old.area[i]), estate: sites.map((i) => old.estate[i]),
    byId: new Map(ids.map((id, i) => [id, i])),
  }
}
