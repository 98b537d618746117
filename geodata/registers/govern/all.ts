import { awareness } from './awareness.ts'
import { byElections } from './byElections.ts'
import { chamberAndTower } from './chamberAndTower.ts'
import { communitySize } from './communitySize.ts'
import { electedBodies } from './electedBodies.ts'
import { fiveTogether } from './fiveTogether.ts'
import { fourLevels } from './fourLevels.ts'
import { greatCommittees } from './greatCommittees.ts'
import { grids } from './grids.ts'
import { jointMeetings } from './jointMeetings.ts'
import { massOrganisations } from './massOrganisations.ts'
import { meetingFrequency } from './meetingFrequency.ts'
import { meetingItems } from './meetingItems.ts'
import { organisationForms } from './organisationForms.ts'
import { placeCounts } from './placeCounts.ts'
import { requiredPosts } from './requiredPosts.ts'
import { resettlementBodies } from './resettlementBodies.ts'
import { roster } from './roster.ts'
import { rulesInPlace } from './rulesInPlace.ts'
import { seatMix } from './seatMix.ts'
import { selfGovernance } from './selfGovernance.ts'
import { selfGoverningBodies } from './selfGoverningBodies.ts'
import { sixTiers } from './sixTiers.ts'
import { streetCommittees } from './streetCommittees.ts'
import { threePlusN } from './threePlusN.ts'
import { threeTiers } from './threeTiers.ts'
import { twoNewSeats } from './twoNewSeats.ts'
import { vacancies } from './vacancies.ts'
import type { Register } from '../register.ts'

export const governRegisters = {
  awareness, byElections, chamberAndTower, communitySize, electedBodies, fiveTogether,
  fourLevels, greatCommittees, grids, jointMeetings, massOrganisations, meetingFrequency,
  meetingItems, organisationForms, placeCounts, requiredPosts, resettlementBodies, roster,
  rulesInPlace, seatMix, selfGovernance, selfGoverningBodies, sixTiers, streetCommittees,
  threePlusN, threeTiers, twoNewSeats, vacancies,
} as const satisfies Readonly<Record<string, Register>>
