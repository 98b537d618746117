import type { Line, MultiPolygon } from './geometry.ts'
import type { Provenance } from './provenance.ts'

export const streetClasses = [
  'motorway', 'arterial', 'secondary', 'local', 'service', 'lane', 'path', 'footway', 'steps', 'crossing', 'rail',
] as const
export type StreetClass = (typeof streetClasses)[number]

/** One line of the street map. Two streets meet where they share a vertex, and nowhere else. */
export type Street = Provenance & {
  id: string
  name: string
  class: StreetClass
  line: Line
  /** Whether people may walk here: false for motorways, railways and private ways. */
  walkable: boolean
  /** Stairs: left out of the wheelchair network. */
  steps: boolean
  bridge: boolean
  /** Width on the ground for drawing; null = the class's usual width. */
  widthMetres: number | null
}

export const groundKinds = [
  'water', 'park', 'green', 'square', 'campus', 'hospital', 'sports', 'track', 'parking', 'construction', 'industrial', 'estate', 'wall',
] as const
export type GroundKind = (typeof groundKinds)[number]

/** What covers the land on the base map; it takes no part in any figure. */
export type Ground = Provenance & { id: string; kind: GroundKind; name: string; shape: MultiPolygon }
