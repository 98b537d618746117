import type { Gate } from '../model/building.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Versions } from '../model/city.ts'
import type { Admission, Group } from '../model/facility.ts'
import type { Box } from '../model/geometry.ts'
import type { Network } from './network.ts'
import type { Plane } from './plane.ts'

/** The city as flat columns: plain values and typed arrays only, so that it can be cloned into a worker. x, y: metres in the plane. */
export type City = {
  box: Box
  plane: Plane
  catalogue: Catalogue
  /** Given by whoever built the city; cached reach is kept as long as they stay. */
  versions: Versions
  areas: AreaColumns
  buildings: BuildingColumns
  facilities: FacilityColumns
  network: Network
  gates: GateColumns
}

/** Index `count` stands for "outside every area": figures have one more entry than there are areas. */
export type AreaColumns = {
  count: number
  codes: string[]
  names: string[]
  /** Index into areaLevels. */
  levels: Uint8Array
  /** Area one level up, -1 for a topmost one or one whose parent is unknown. */
  parents: Int32Array
  /** NaN when there is no boundary. */
  squareMetres: Float64Array
  byCode: Map<string, number>
}

/** One entry a building, in dense order. Names and ids stay in the store: the dense index is the way back. */
export type BuildingColumns = {
  count: number
  /** Index in the whole city; equal to the position here except in the pack of an area. */
  dense: Int32Array
  /** Inner point of the footprint. */
  x: Float32Array
  y: Float32Array
  /** homeKinds. */
  kind: Uint8Array
  /** useKinds: with the residents it decides the kind. */
  use: Uint8Array
  /** Smallest administrative area, areas.count when outside all. */
  area: Int32Array
  /** Estate (小区), -1 for none. */
  estate: Int32Array
  households: Int32Array
  residents: Record<Group, Int32Array>
  /** 1: residents from a register; 0: estimated. */
  counted: Uint8Array
  /** Floor area, square metres: shares out the land of an estate. */
  floorSquareMetres: Float32Array
  /** Residential land it stands for, whole square metres; 0 unless a home. */
  landSquareMetres: Int32Array
  /** Doors of building i are doorOffsets[i] .. doorOffsets[i + 1]; none: the inner point counts. */
  doorOffsets: Int32Array
  doorX: Float32Array
  doorY: Float32Array
}

/** Dense indexes stay while a city is revised: a site that is gone keeps its entry with the category `noCategory`, which no question names, and is in no list. */
export type FacilityColumns = {
  /** Entries, gone ones among them. */
  count: number
  ids: string[]
  names: string[]
  /** Index into catalogue.categories, noCategory for one that is gone. */
  category: Uint16Array
  x: Float32Array
  y: Float32Array
  admissions: Admission[]
  /** Places offered, -1 = unknown. */
  seats: Int32Array
  area: Int32Array
  estate: Int32Array
  /** Those that are gone are not in it. */
  byId: Map<string, number>
}

/** Whether the entry is a site of today. */
export const isStanding = (facilities: FacilityColumns, facility: number): boolean => facilities.category[facility] !== noCategory

/** No catalogue has so many categories. */
export const noCategory = 0xffff

/** In FacilityColumns.seats: nobody has said how many. */
export const unknownSeats = -1

export const lockKinds = { never: 0, always: 1, hours: 2 } as const
export const lockKindOf = (locked: Gate['locked']): number => (typeof locked === 'object' ? lockKinds.hours : lockKinds[locked])

export type GateColumns = {
  count: number
  ids: string[]
  /** Node of the network, -1 when no walkable street has a vertex there. */
  node: Int32Array
  /** lockKinds. */
  locked: Uint8Array
}
