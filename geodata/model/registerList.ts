import type { RegisterView } from './register.ts'
import type { RegisterGroup } from './sheets/field.ts'

/** A mechanism of the source documents (DOMAIN 1, numbers 1 to 80). Its names, question, formula and sentences are geodata/words/registers. */
export type RegisterEntry = {
  number: number
  code: string
  group: RegisterGroup
  view: RegisterView
  /** Source documents that describe it. */
  seeds: readonly ('000' | '001' | '002' | '003' | '004')[]
  /** Who may read it: venues, service items and completeness are for the public, everything else asks for a log-in; staff: never on a wall. */
  access: 'public' | 'leader' | 'staff'
  /** A page of its own beside the general one. */
  page?: 'completeness' | 'twoNew' | 'heat' | 'matching' | 'narratives'
}

export const registerList = [
  row(1, 'greatCommittees', 'govern', 'indicator', ['000', '001', '004']),
  row(2, 'seatMix', 'govern', 'table', ['000']),
  row(3, 'vacancies', 'govern', 'indicator', ['000']),
  row(4, 'byElections', 'govern', 'compliance', ['000']),
  row(5, 'roster', 'govern', 'table', ['000', '001']),
  row(6, 'streetCommittees', 'govern', 'indicator', ['004']),
  row(7, 'sixTiers', 'govern', 'table', ['004']),
  row(8, 'fourLevels', 'govern', 'table', ['002']),
  row(9, 'threeTiers', 'govern', 'table', ['002']),
  row(10, 'threePlusN', 'govern', 'indicator', ['004']),
  row(11, 'organisationForms', 'govern', 'indicator', ['004']),
  row(12, 'placeCounts', 'govern', 'table', ['004']),
  row(13, 'jointMeetings', 'govern', 'compliance', ['003', '004']),
  row(14, 'meetingFrequency', 'govern', 'compliance', ['000', '003']),
  row(15, 'meetingItems', 'govern', 'narrative', ['000'], 'leader', 'narratives'),
  row(16, 'awareness', 'govern', 'table', ['000']),
  row(17, 'selfGovernance', 'govern', 'indicator', ['001', '002', '003']),
  row(18, 'requiredPosts', 'govern', 'indicator', ['003']),
  row(19, 'massOrganisations', 'govern', 'indicator', ['003']),
  row(20, 'selfGoverningBodies', 'govern', 'indicator', ['004']),
  row(21, 'doubleCheckin', 'train', 'indicator', ['000', '001', '004']),
  row(22, 'claimedPosts', 'train', 'indicator', ['000', '001', '004']),
  row(23, 'memberSkills', 'train', 'indicator', ['000', '001']),
  row(24, 'pairings', 'train', 'indicator', ['004']),
  row(25, 'doubleNotices', 'train', 'compliance', ['004']),
  row(26, 'mutualAssessment', 'train', 'compliance', ['001', '004']),
  row(27, 'sevenLeads', 'train', 'narrative', ['001'], 'leader', 'narratives'),
  row(28, 'twoWayContact', 'train', 'narrative', ['000'], 'leader', 'narratives'),
  row(29, 'memberMix', 'train', 'indicator', ['000', '001', '003', '004']),
  row(30, 'fourTeams', 'train', 'indicator', ['004']),
  row(31, 'staffStructure', 'train', 'table', ['003']),
  row(32, 'workReports', 'train', 'compliance', ['004']),
  row(33, 'units', 'share', 'layer', ['000', '001', '004']),
  row(34, 'openCanteens', 'share', 'layer', ['000']),
  row(35, 'openRooms', 'share', 'layer', ['000', '003', '004']),
  row(36, 'serviceOffers', 'share', 'table', ['000', '001', '004']),
  row(37, 'communitySlots', 'build', 'layer', ['004'], 'public', 'completeness'),
  row(38, 'streetSlots', 'build', 'layer', ['004'], 'public', 'completeness'),
  row(39, 'villagePlatforms', 'build', 'layer', ['004']),
  row(40, 'serviceItems', 'act', 'indicator', ['004'], 'public'),
  row(41, 'platformUse', 'act', 'table', ['004']),
  row(42, 'requests', 'act', 'indicator', ['002'], 'leader', 'heat'),
  row(43, 'resettlementSites', 'build', 'layer', ['003']),
  row(44, 'roomsOwed', 'build', 'layer', ['003']),
  row(45, 'estateBuilding', 'build', 'layer', ['003']),
  row(46, 'communitySize', 'govern', 'indicator', ['001', '003']),
  row(47, 'grids', 'govern', 'layer', ['000', '004']),
  row(48, 'hazards', 'act', 'indicator', ['001'], 'leader', 'heat'),
  row(49, 'clubs', 'act', 'indicator', ['000', '001', '003']),
  row(50, 'twoNewCover', 'govern', 'layer', ['004'], 'leader', 'twoNew'),
  row(51, 'newFields', 'govern', 'indicator', ['002'], 'leader', 'twoNew'),
  row(52, 'twoNewSeats', 'govern', 'indicator', ['000']),
  row(53, 'instructors', 'train', 'indicator', ['004'], 'leader', 'twoNew'),
  row(54, 'activityFunds', 'build', 'indicator', ['000']),
  row(55, 'fundSources', 'build', 'table', ['000', '004']),
  row(56, 'allowances', 'build', 'table', ['000'], 'staff'),
  row(57, 'siteFunds', 'build', 'indicator', ['004']),
  row(58, 'resettlementAccounts', 'build', 'table', ['003']),
  row(59, 'rulesInPlace', 'govern', 'indicator', ['000']),
  row(60, 'channels', 'act', 'layer', ['000', '003']),
  row(61, 'fiveLinks', 'act', 'indicator', ['002']),
  row(62, 'onlineMeetings', 'act', 'indicator', ['002']),
  row(63, 'fiveTogether', 'govern', 'table', ['004']),
  row(64, 'listMatching', 'share', 'layer', ['004'], 'leader', 'matching'),
  row(65, 'openBothWays', 'share', 'layer', ['004']),
  row(66, 'threeStrongholds', 'share', 'indicator', ['003']),
  row(67, 'responsibilityZones', 'train', 'indicator', ['003']),
  row(68, 'visitsAndLetters', 'act', 'compliance', ['003']),
  row(69, 'modelSites', 'build', 'layer', ['004']),
  row(70, 'admittedTasks', 'act', 'indicator', ['004']),
  row(71, 'twelveMeasures', 'act', 'narrative', ['004'], 'leader', 'narratives'),
  row(72, 'memberStations', 'share', 'layer', ['001']),
  row(73, 'chamberAndTower', 'govern', 'indicator', ['001']),
  row(74, 'waysOfServing', 'act', 'table', ['001']),
  row(75, 'practiceBases', 'share', 'layer', ['000']),
  row(76, 'organisationLife', 'train', 'compliance', ['002'], 'staff'),
  row(77, 'schoolsAndClasses', 'train', 'layer', ['003']),
  row(78, 'servedAudiences', 'act', 'table', ['003']),
  row(79, 'electedBodies', 'govern', 'compliance', ['003']),
  row(80, 'resettlementBodies', 'govern', 'table', ['003']),
] as const satisfies readonly RegisterEntry[]

export type RegisterCode = (typeof registerList)[number]['code']

function row<const C extends string>(number: number, code: C, group: RegisterGroup, view: RegisterView, seeds: RegisterEntry['seeds'], access: RegisterEntry['access'] = 'leader', page?: RegisterEntry['page']) {
  return { number, code, group, view, seeds, access, ...(page === undefined ? {} : { page }) } as const
}
