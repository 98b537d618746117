import type { RecordKind } from '../model/city.ts'
import type { Issue } from './issue.ts'
import type { SheetReport } from './sheets/trouble.ts'

/**
 * What a thing in a source is taken for; `other` is what no table asks for.
 * One thing may have two roles, e.g. a building that is a library: it is then read once in each.
 */
export const roles = ['building', 'entrance', 'street', 'gate', 'ground', 'area', 'facility', 'other'] as const
export type Role = (typeof roles)[number]

/** Why a thing read did not become a record. */
const leftReasons = [
  'notInTable', 'noCategory', 'worship', 'refused', 'noGeometry', 'badPosition', 'wrongGeometry', 'openRing', 'degenerate', 'vertexMissing',
  'duplicate', 'underground', 'noName', 'notBuilt', 'memberOfRelation', 'crossesDateLine', 'offStreet', 'offBuilding',
] as const
export type LeftReason = (typeof leftReasons)[number]

/** What was put right or completed on the way; the thing is used. */
export const repairs = [
  'ringClosed', 'crossingUntied', 'pointsDropped', 'partsMerged', 'endsJoined', 'heightDropped', 'holesDropped', 'openRingDropped', 'partsDropped',
  'useFromGround', 'storeysFromHeight', 'residentsEstimated', 'groupsEstimated', 'categoryFromName', 'parentMade', 'phoneDropped',
] as const
export type Repair = (typeof repairs)[number]

/** A count with the first few places, so that a reader can look them up. */
export type Tally = { count: number; examples: string[] }

/** For every role: read = used + left. */
export type RoleReport = {
  read: number
  used: number
  left: number
  /** read again, by what the source calls it, e.g. highway and railway. */
  readBy: Record<string, number>
  leftBy: Partial<Record<LeftReason, Tally>>
  repairedBy: Partial<Record<Repair, Tally>>
}

export type FileReport = { name: string; format: string; bytes: number; features: number }

/** What an import met, role by role. It is complete once the records have been drained. */
export type ImportReport = {
  files: FileReport[]
  roles: Record<Role, RoleReport>
  /** Records handed over, by kind. */
  records: Record<RecordKind, number>
  /** Things of role `other`, by what they are in the source, e.g. `highway=traffic_signals`. */
  others: Record<string, number>
  warnings: Issue[]
  /** Worksheets of sheets, when the source is one; absent in reports of jobs from before there were any. */
  sheets?: SheetReport[]
  complete: boolean
}
