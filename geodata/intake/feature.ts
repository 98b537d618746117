import type { Position } from '../model/geometry.ts'
import type { LeftReason, Repair } from './report.ts'

/** Attributes in the words of OpenStreetMap; the words of other sources are translated at the door. */
export type Tags = Readonly<Record<string, string>>

/** Positions are in degrees of the city's datum, as read: not yet rounded, closed, turned or repaired. */
export type Shape =
  | { type: 'point'; position: Position }
  | { type: 'line'; lines: readonly (readonly Position[])[] }
  | { type: 'area'; polygons: readonly (readonly (readonly Position[])[])[] }

/** One thing of a source, in no one's words but its own. */
export type Feature = {
  id: string
  /** Where to find it in the source, e.g. `way/123` or `#12`. */
  place: string
  tags: Tags
  /** What it is or, where `shape` is missing, ought to be. */
  form: Shape['type']
  /** How many things of the source it is made of: more than one where map tiles cut it. */
  pieces: number
  /** null: the source has none that could be read, and `fault` says why. */
  shape: Shape | null
  fault: LeftReason | null
  /** What the decoder already put right. */
  repairs: readonly Repair[]
}

/** One decoded file. It can be walked through as often as needed, always in the same order. */
export type FeatureSource = {
  file: string
  /** Name of the source as readers see it. */
  source: string
  /** Newest day the source states, ISO. */
  date: string | null
  attribution: string
  /** How it is written: OSM elements, map tiles cut at their edges, or a table of features. */
  dialect: 'osm' | 'tiles' | 'table'
  features: () => Iterable<Feature>
  /** Things that no table asks for, counted by the decoder without being handed over. */
  others: Readonly<Record<string, number>>
}
