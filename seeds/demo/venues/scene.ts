import type { Facility, UnitNature } from '../../../geodata/model/facility.ts'
import type { Dice } from '../dice.ts'
import type { Evening } from './evening.ts'
import type { Suppers } from './suppers.ts'

/** What the offers of a place depend on beside the place itself. */
export type Scene = {
  seed: number
  /** Name of the community a place lies in. */
  community: (id: string) => string
  address: (id: string) => string | null
  nature: (unit: string | null) => UnitNature | null
  suppers: Suppers
  evening: Evening | null
}

/** One place with its own dice. */
export type Venue = { facility: Facility; nature: UnitNature | null; dice: Dice; scene: Scene }
/** Once its hours are written. */
export type TimedVenue = Venue & { hours: string | null }
