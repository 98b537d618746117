import type { Metric, ProfileCode } from './catalogue.ts'
import type { Group } from './facility.ts'

/** A limit is stated in minutes (walked at the profile's speed) or in metres. */
export type Limit = { minutes: number } | { metres: number }

export type Question = {
  category: string
  /** Code of any level; null = the whole city. */
  area: string | null
  limit: Limit
  metric: Metric
  profile: ProfileCode
  group: Group
  /** ISO instant; null = at any opening hour. */
  at: string | null
}

export const buildingStates = ['covered', 'marginal', 'full', 'uncovered', 'cut', 'nodata', 'other'] as const
/**
 * covered; marginal = 1 to 1.2 of the limit (counts as left out); full = in reach but full; uncovered; cut = not connected;
 * nodata = whether anyone lives there is unknown; other = known not to be a home.
 * The index in this list is the byte sent to the map.
 */
export type BuildingState = (typeof buildingStates)[number]

export const gapReasons = ['noneInReach', 'notAdmitted', 'closedAtThisHour', 'full', 'notConnected'] as const
export type GapReason = (typeof gapReasons)[number]
