import type { Group } from '../../geodata/model/facility.ts'
import type { BuildingState } from '../../geodata/model/question.ts'
import type { MapWords } from '../text/map.ts'
import type { OuterMap } from './seam.ts'
import type { Palette } from './palette.ts'
import type { AreaFocus, MapCategory, Switch } from './seam.ts'

/** Everything besides the data that decides how the map looks. Layers are pure functions of it. */
export type Wishes = {
  palette: Palette
  words: MapWords
  /** Middle of the city, degrees: ground metres to pixels. */
  latitude: number
  categories: readonly MapCategory[]
  category: string | null
  group: Group
  selectedFacility: string | null
  areaFocus: AreaFocus
  switches: ReadonlySet<Switch>
  /** Pitch above 30 degrees: buildings stand up. */
  tilted: boolean
  /** A building is chosen: the others step back. */
  dimmed: boolean
  /** Lies in the place of our own ground and streets. */
  outer?: OuterMap | null | undefined
  /** No building has a state to show: the circles of the areas stay. */
  dotsAtEveryZoom?: boolean | undefined
  /** Buildings of these states are outlined and all others step back. */
  lights?: readonly BuildingState[] | null | undefined
  /** Of a wall: names, marks and boundaries as much larger, 1 or more; absent: no wall. */
  enlarged?: number | undefined
  /** No name is smaller, CSS pixels; absent: as the layers say. */
  leastText?: number | undefined
  /** Codes of areas whose names are told beside the map. */
  unnamed?: readonly string[] | undefined
}

export const tiltFromPitch = 30

export const visible = (shown: boolean): { visibility: 'visible' | 'none' } => ({ visibility: shown ? 'visible' : 'none' })
