import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import type { basemaps } from '../../geodata/contract/basemaps.ts'
import type { categories, meta } from '../../geodata/contract/meta.ts'
import type { AreaLevel } from '../../geodata/model/area.ts'
import type { Group } from '../../geodata/model/facility.ts'
import type { Box, Position } from '../../geodata/model/geometry.ts'
import type { BuildingState } from '../../geodata/model/question.ts'

/** What a view gives to MapCanvas and what it gets back. No GL type passes this door. */

/** An outer base map that was chosen. */
export type OuterMap = AnswerOf<typeof basemaps>['basemaps'][number]

export const themes = ['light', 'dark', 'red'] as const
export type Theme = (typeof themes)[number]
export type Language = 'zh' | 'en'

/** Degrees, zoom levels of 512-pixel tiles; bearing clockwise from north; pitch 0 looks straight down. */
export type Camera = { lon: number; lat: number; zoom: number; bearing: number; pitch: number }

/** The part of the meta answer that the map needs. */
export type MapMeta = Pick<AnswerOf<typeof meta>, 'name' | 'demo' | 'empty' | 'dataDate' | 'tileVersions' | 'box' | 'attribution' | 'mapApproval'>

/** The part of a category row that badges need. */
export type MapCategory = Pick<AnswerOf<typeof categories>['categories'][number], 'code' | 'glyph' | 'colour'>

export const switches = ['communities', 'grids', 'estates', 'facilities', 'units', 'gates', 'labels', 'patterns'] as const
/** Layers a reader may switch; what is not named here is always drawn. Sites of the asked category are always drawn. */
export type Switch = (typeof switches)[number]
export const defaultSwitches: readonly Switch[] = ['communities', 'grids', 'estates', 'facilities', 'gates', 'labels', 'patterns']

/** The walk from the chosen building to its nearest site; null as `line` draws a straight thread between the ends. */
export type WalkRoute = {
  line: readonly Position[] | null
  from: Position
  to: Position
  /** Walked minutes of the whole route: flags stand at the whole minutes. Null on straight lines. */
  minutes: number | null
  /** Whether the site at the end admits the asked group. */
  admits: boolean
}

/**
 * One area of the overview below zoom 13; share 0..1 of residents covered, null when nobody lives there or too few for a rate; residents null when they are too few to be shown.
 * Communities are drawn below zoom 12 and grids above; where a city has but one of the two, that one is drawn all the way. Other levels are left out.
 */
export type ShareDot = { level: AreaLevel; code: string; name: string; position: Position; share: number | null; residents: number | null }

/** `small`: buildings are drawn, but too small for their patterns to be made out. */
export type Overview = 'grid' | 'community' | 'nothing' | 'small'

export type AreaFocus = { code: string; level: AreaLevel } | null

/** What lies under the pointer or was chosen. */
export type Picked =
  | { kind: 'building'; index: number; name: string; home: 'home' | 'nodata' | 'other'; storeys: number | null }
  | { kind: 'facility'; id: string; name: string; category: string; open: string }
  | { kind: 'unit'; id: string; name: string; nature: string }
  | { kind: 'gate'; id: string; name: string; locked: 'never' | 'always' | 'hours' }
  | { kind: 'area'; code: string; name: string; level: AreaLevel }
  /** Something an overlay laid there: its id, or the code of an area. */
  | { kind: 'overlay'; id: string; name: string }

/** Pixels kept free at each side. */
export type Margins = { top: number; right: number; bottom: number; left: number }

/** Where a box may be shown: the room that shows it largest of those clear of panels, or `open`, where a panel may lie on a corner of it. */
export type Rooms = { clear: readonly Margins[]; open: Margins | null }

/** Pixels of the page from the top left of the map. */
export type ScreenPoint = { x: number; y: number }

/** A place that is being looked at or corrected: where it stands now, and where it stood before (a ghost). */
export type MapPin = {
  position: Position
  ghost: Position | null
  /** Can be dragged, and moved by the arrow keys. */
  movable: boolean
  /** What it is called by readers, with what the keys do. */
  label: string
  /** A few words beside the pin, such as the metres it was moved; '' for none. */
  note: string
  /** Something that is tried out here, drawn as this picture in a dashed ring. Enter or letting go keeps it, Escape forgets it, and the arrow keys take longer steps. Absent: a plain pin. */
  trial?: {
    /** Address of the picture. */
    picture: string
    /** It hangs on the pointer, which has to reach what lies under it. */
    following: boolean
    /** Nobody can be reached from here. */
    refused: boolean
    /** A new number: a line runs outward so many metres, as the walk from here would. null: none runs. */
    front: { number: number; metres: number } | null
  }
}
/** `ended`: the pointer let go, or a key was pressed; until then the pin only follows. `dropped`: the pointer let go of what is tried out. */
export type PinMove = { position: Position; ended: boolean; dropped?: true }

export type MapCanvasProps = {
  meta: MapMeta
  categories: readonly MapCategory[]
  theme: Theme
  lang: Language
  /** Asked category; its sites are drawn above all others. */
  category: string | null
  group: Group
  /** One byte a building in dense order, index into buildingStates; null while no answer has come. A new answer is a new array. */
  states: Uint8Array | null
  selectedIndex: number | null
  hoverIndex: number | null
  selectedFacility: string | null
  route: WalkRoute | null
  dots: readonly ShareDot[]
  /** No building has a state: the dots stay however near the camera comes. */
  dotsAtEveryZoom?: boolean
  areaFocus: AreaFocus
  layersOn: readonly Switch[]
  /** Where to start; null: the whole city. Later changes that differ from the last `move` jump there. */
  camera: Camera | null
  /** Room for the first view of the whole city, asked when the map opens. */
  rooms: () => Rooms
  pin?: MapPin | null
  /** The next click says where something lies instead of choosing what lies there. */
  placing?: boolean
  /** Of a wall: as much larger names, marks and boundaries are drawn, 1 or more, since it is read from metres away. Fixed while the map stands. */
  enlarged?: number
  /** No name on the map is smaller, CSS pixels. */
  leastText?: number
  /** Device pixels of one of the page's, for a map that is drawn for print; absent: the display's. Fixed while the map stands. */
  pixels?: number
  /** An outer base map in place of our own ground and streets; null: none, and nothing is asked of anybody else. */
  basemap?: OuterMap | null
  /** Buildings of these states are outlined and all others step back; null: none is singled out. */
  lights?: readonly BuildingState[] | null
  /** Codes of areas whose names are told beside the map and so not on it. */
  unnamed?: readonly string[]
}

export type MapCanvasEvents = {
  /** After every movement has ended. */
  move: [camera: Camera]
  /** With every picture of a movement, for what stands over the map. */
  moving: [camera: Camera]
  hover: [picked: Picked | null, point: ScreenPoint]
  select: [picked: Picked | null]
  /** What stands for buildings that are too small to be drawn: circles of a level, or nothing; null: buildings are drawn. Told at first and when it changes. */
  overview: [shown: Overview | null]
  /** First complete picture. */
  ready: []
  lost: []
  restored: []
  error: [failure: MapFailure]
  pinMoved: [move: PinMove]
  /** What is tried out is to stay, or to be forgotten. */
  pinKept: []
  pinForgotten: []
  /** Where the pointer is, while `placing`. */
  pointed: [position: Position]
  /** A click while `placing`. */
  placed: [position: Position]
}

/** webgl: no context; tiles: a tile did not come; map: anything else. The words are the view's. */
export type MapFailure = { code: 'webgl' | 'tiles' | 'map'; detail: string }

export type MapCanvasExposed = {
  flyTo: (position: Position, zoom?: number) => void
  fitBox: (box: Box, rooms: Rooms) => void
  /** A way that takes 600 to 1200 ms by its length. Resolves at its end, or when it was cut short. */
  glideTo: (camera: Camera) => Promise<void>
  /** Where a place stands on the screen, and what lies at a point of it; null before the map is open. */
  project: (position: Position) => ScreenPoint | null
  unproject: (point: ScreenPoint) => Position | null
  zoomBy: (levels: number) => void
  /** Pitch 0 or 55 degrees. */
  tilt: (tilted: boolean) => void
  northUp: () => void
  /** Resolves when everything in view is drawn. */
  idle: () => Promise<void>
  /** The picture as it stands, without the controls; `ratio`: pixels for each of the page's, for print. Absent: the display's. */
  picture: (ratio?: number) => Promise<Blob | null>
  /** State byte the GL map holds for a building, for tests; null when none was sent. */
  shownState: (index: number) => number | null
  /** Shows these buildings in these states, over the answer that was given: only what differs is sent. */
  changeStates: (indices: Int32Array, states: Uint8Array) => void
  /** Shows the answer again as it was given. */
  settleStates: () => void
}
