import type { Box, Position } from '../../../geodata/model/geometry.ts'
import type { Margins } from '../../map/seam.ts'
import type { MapVenue, MapWay } from './venue.ts'

/** What the finder says to its map and hears from it. */
export type FindMapProps = {
  theme: 'light' | 'dark'
  lang: 'zh' | 'en'
  /** As they stand in the list, nearest first. A new list is a new array. */
  venues: readonly MapVenue[]
  chosen: string | null
  hovered: string | null
  start: Position | null
  way: MapWay | null
  /** A spot that might become the start. */
  spot?: Position | null
  /** A tap anywhere says where one starts from. */
  picking?: boolean
  /** How many times the usual size its letters are. */
  magnified?: number
  /** Pixels of the map that something lies over. */
  cover?: Margins
}

export type FindMapEvents = {
  choose: [id: string]
  hover: [id: string | null]
  /** A tap on nothing. */
  ground: [position: Position]
  /** After whoever looks at it has moved the map: its middle, and whether the places there are others than those shown. */
  moved: [middle: Position, elsewhere: boolean]
  ready: []
  /** webgl: it cannot be drawn here; ground: the city or the map did not come. */
  failed: [why: 'webgl' | 'ground']
}

export type FindMapExposed = { zoomBy: (levels: number) => void; show: (box: Box) => void; /** Back to the start and what is near it. */ home: () => void; /** Brings a spot into the middle. */ lead: (position: Position) => void; middle: () => Position | null }
