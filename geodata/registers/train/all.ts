import { mutualAssessment, workReports } from './assessments.ts'
import { claimedPosts } from './claimedPosts.ts'
import { doubleCheckin } from './doubleCheckin.ts'
import { doubleNotices } from './doubleNotices.ts'
import { fourTeams } from './fourTeams.ts'
import { memberMix } from './memberMix.ts'
import { memberSkills } from './memberSkills.ts'
import { organisationLife } from './organisationLife.ts'
import { pairings } from './pairings.ts'
import { responsibilityZones } from './responsibilityZones.ts'
import { schoolsAndClasses } from './schoolsAndClasses.ts'
import { staffStructure } from './staffStructure.ts'
import type { Register } from '../register.ts'

export const trainRegisters = {
  claimedPosts, doubleCheckin, doubleNotices, fourTeams, memberMix, memberSkills,
  mutualAssessment, organisationLife, pairings, responsibilityZones, schoolsAndClasses, staffStructure,
  workReports,
} as const satisfies Readonly<Record<string, Register>>
