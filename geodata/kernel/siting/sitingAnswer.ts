import type { Group } from '../../model/facility.ts'
import type { SitingObjective } from '../../model/siting.ts'
import type { Asked, Summary } from '../figures.ts'

export type SitingUnit = 'residents' | 'steps' | 'yuan' | 'personMetres' | 'metres'

/** One step taken, in the order that takes the most first (what is locked before all others). */
export type ChosenStep = {
  candidate: number
  /** Persons of each group in the homes that it newly brings within the limit for the asked group, over what stands before it. */
  gain: Record<Group, number>
  buildingsGained: number
  /** Where persons of the asked group gain, by smallest administrative area (areas.count = outside all), most first. */
  byArea: { area: number; residents: number }[]
  /** Of the candidates never taken the one that would have gained most at that turn, and by how many residents of the asked group less; null: none, or one that gains more there and less in the whole. */
  beats: { candidate: number; by: number } | null
  /** Residents of the asked group whom it and those taken before it, done together, still leave out. */
  left: number
}

export type SitingAnswer = Asked & {
  objective: SitingObjective
  chosen: ChosenStep[]
  /**
   * maxCover: residents of the asked group (with a landWeight: balanced with land, told in residents) covered in addition to today's; nothing gains more than `bound`; where seats count, so many of them as find a seat at the new sites, shared out as
   * well as can be. setCover: steps, or yuan where there is a
   * budget; nothing takes less than `bound`. pMedian: persons times metres to the nearest site, `boundMetres` at most counted of each. pCentre: metres of the longest walk.
   */
  value: number
  bound: number
  /** (bound - value) / value, or (value - bound) / value where less is better; 0 = proven. */
  gapShare: number
  proven: boolean
  unit: SitingUnit
  /** maxCover: the same for fewer and more sites. */
  curve: { k: number; value: number; bound: number; proven: boolean; chosen: number[] }[]
  /** Within the asked area, once all is done. */
  stillUncovered: { residents: number; over60: number; buildings: number }
  before: Summary
  after: Summary
  /** Some candidate changes where one may walk: gain and bound hold for what each does by itself; `after` is exact all the same. */
  joint: boolean
  /** Candidates that meet no street, or bring nobody nearer within the bound that counts. */
  unreached: number[]
  /** Candidates of unknown cost: with a budget they are not taken. */
  unpriced: number[]
  /** How far walks were looked at: beyond it all count alike. */
  boundMetres: number
  stopped: 'done' | 'timeLimit' | 'cancelled'
}

/** What cannot be answered and why: a code and what a sentence needs. */
export class SitingError extends RangeError {
  readonly code: 'targetOutOfReach' | 'someoneOutOfReach' | 'lockedTooMany' | 'lockedTooDear' | 'timeOver'
  readonly details: Readonly<Record<string, number>>

  constructor(code: SitingError['code'], details: SitingError['details'], message: string) {
    super(message)
    this.name = 'SitingError'
    this.code = code
    this.details = details
  }
}
