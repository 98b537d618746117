import type { MeetingKind } from './sheets/govern.ts'
import type { Wish } from './venue.ts'
import type { Group } from './facility.ts'
import type { Receipt } from './provenance.ts'
import type { HolidayYear } from './holidays.ts'
import { wallNumberCodes, wallSources } from './wall.ts'

export type Category = Receipt & {
  code: string
  name: string
  nameEn: string
  /** Whom the category is for when a question does not say. */
  defaultGroup: Group
  /** Name of its glyph in the sprite. */
  glyph: string
  /** Index 0..7 into the eight category colours. */
  colour: number
  /** Reach limits offered, minutes. */
  minutes: readonly number[]
}

export const metrics = ['network', 'straight'] as const
/** network = walking metres over streets (步行可达); straight = service radius (服务半径). Never mixed. */
export type Metric = (typeof metrics)[number]

export const profileCodes = ['planning', 'adult', 'elderly', 'wheelchair'] as const
export type ProfileCode = (typeof profileCodes)[number]

export type Profile = Receipt & {
  code: ProfileCode
  name: string
  nameEn: string
  metresPerSecond: number
  /** false: walks without stairs. */
  steps: boolean
}

/** A service standard: one category, one tier. Tiers do not replace one another. */
export type Standard = Receipt & {
  code: string
  category: string
  name: string
  tierMinutes: 5 | 10 | 15
  metric: Metric
  limitMetres: number
}

/** Numbers the rules use; each is a row so that a deployment can change it and a reader can see it. */
export type RuleValue = Receipt & { code: RuleCode; name: string; value: number; unit: string }

export const ruleCodes = [
  ...wallSources.flatMap((source) => [`ageing.${source}`, `old.${source}`] as const), ...wallNumberCodes.map((number) => `target.${number}` as const),
  'communityCoveredShare', 'marginalFactor', 'snapMetres', 'squareMetresPerResident', 'squareMetresPerHousehold', 'residentialStoreys',
  'share60plus', 'share80plus', 'shareChildren', 'floorAreaRatio', 'kAnonymity',
  'squareMetresPerHundredHouseholds', 'vacancyDays', 'serviceTimesPerYear', 'postsPerMember', 'officeRoomShare', 'businessRoomShare', 'activityYuanPerMember', 'liaisonsPerCommunity', 'workersPerGrid', 'matchMinutes', 'taskDays', 'ownBranchMembers', 'personsPerSeat', 'useShare',
] as const
export type RuleCode = (typeof ruleCodes)[number]

export type Catalogue = {
  version: string
  categories: readonly Category[]
  profiles: readonly Profile[]
  standards: readonly Standard[]
  rules: readonly RuleValue[]
  slots: readonly Slot[]
  serviceItems: readonly ServiceItem[]
  meetingRules: readonly MeetingRule[]
  choices: readonly CatalogueChoice[]
  holidays: readonly HolidayYear[]
  wishes: readonly Wish[]
}

/** One item of 一站一园一场七室 (level community) or 一所一校四中心 (level street). */
export type Slot = Receipt & {
  code: string
  level: 'community' | 'street'
  name: string
  nameEn: string
  /** Smaller is 面积不足; null: no threshold. */
  minSquareMetres: number | null
  /** Category whose sites serve the item, for the basket of a building; null: none. */
  category: string | null
  /** Lies in the open: no part of the rooms that are counted for each hundred households. */
  outdoors?: true
}

/** One of the 38 items handled at the community's counter. */
export type ServiceItem = Receipt & { code: string; name: string; nameEn: string }

/** How often a kind of meeting is to be held. `kind` as in the sheet `meeting`. */
export type MeetingRule = Receipt & { kind: MeetingKind; perYear: number }

/** What an owner of a deployment decides between; `chosen` is one of `of`. */
export type CatalogueChoice = Receipt & { code: ChoiceCode; chosen: string; of: readonly string[] }
export const choiceCodes = ['branchTier', 'twoNewLabel'] as const
/** branchTier: grid or estate. twoNewLabel: 两新, 三新 or 两企三新, as shown. */
export type ChoiceCode = (typeof choiceCodes)[number]
