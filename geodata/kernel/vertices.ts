import { growingInts } from './growing.ts'

/** Numbers positions that are equal at 1e-7 degree (about 1 cm) alike; open addressing, 16 bytes a vertex and no objects. */
export type VertexTable = {
  /** Number of the vertex, a new one when it is new. */
  add(lon: number, lat: number): number
  /** Number of the vertex or -1. */
  find(lon: number, lat: number): number
  readonly count: number
  lonOf(vertex: number): number
  latOf(vertex: number): number
}

export function vertexTable(): VertexTable {
  const lons = growingInts()
  const lats = growingInts()
  let slots = new Int32Array(4096).fill(-1)
  let mask = slots.length - 1

  const slotOf = (lon: number, lat: number): number => {
    let slot = mix(lon, lat) & mask
    while (slots[slot] >= 0 && (lons.at(slots[slot]) !== lon || lats.at(slots[slot]) !== lat)) slot = (slot + 1) & mask
    return slot
  }
  const widen = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1)
    mask = slots.length - 1
    for (let vertex = 0; vertex < lons.length; vertex++) slots[slotOf(lons.at(vertex), lats.at(vertex))] = vertex
  }

  return {
    add(lon, lat) {
      const east = whole(lon), north = whole(lat)
      const slot = slotOf(east, north)
      if (slots[slot] >= 0) return slots[slot]
      const vertex = lons.length
      slots[slot] = vertex
      lons.push(east)
      lats.push(north)
      if (lons.length * 2 > slots.length) widen()
      return vertex
    },
    find: (lon, lat) => slots[slotOf(whole(lon), whole(lat))],
    get count() { return lons.length },
    lonOf: (vertex) => lons.at(vertex) / 1e7,
    latOf: (vertex) => lats.at(vertex) / 1e7,
  }
}

/** 180 degrees x 1e7 is 1.8e9 and fits 32 bits. */
const whole = (degrees: number): number => Math.round(degrees * 1e7)

function mix(lon: number, lat: number): number {
  let hash = Math.imul(lon, 0x9e3779b1) ^ Math.imul(lat, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
  return hash ^ (hash >>> 13)
}
