import { choice, count, day, flag, month, optional, persons, reference, sheet, text, year } from './field.ts'

/** 共培: members reporting in, posts, service, pairs, staff. Persons are counts. */

/** 双报到, each direction a row of its own. validFrom is the day of reporting; without one the unit has not. */
export const checkin = sheet({ group: 'train', area: 'required', unit: 'optional', position: 'none', fields: { direction: choice(['unitToCommunity', 'communityToUnit']), reported: flag } })
/** In-service members reported to a community, from one unit or from all of a system. */
export const checkinCount = sheet({ group: 'train', area: 'required', unit: 'optional', position: 'none', fields: { system: choice(['administration', 'other']), members: persons, membersWithPost: optional(persons) } })
/** 认岗. */
export const post = sheet({ group: 'train', area: 'required', unit: 'none', position: 'none', fields: { kind: text, needed: count, claimed: count } })
/** 服务记录, by month. */
export const serviceRecord = sheet({ group: 'train', area: 'required', unit: 'optional', position: 'none', fields: { month, persons, times: count } })
/** 党员构成 of a grid or community: who is led how, of what age, able to do what. */
export const memberCount = sheet({
  group: 'train', area: 'required', unit: 'none', position: 'none',
  fields: { management: choice(['direct', 'floating', 'inService']), age: optional(choice(['to35', 'to60', 'over60'])), skill: optional(text), members: persons },
})
/** 双结对; 党员-党员 as counts only. validFrom: since when. */
export const pairing = sheet({ group: 'train', area: 'required', unit: 'optional', position: 'none', fields: { kind: choice(['unitCommunity', 'memberMember']), pairs: optional(persons) } })
/** 双通报 of a year; no day: not yet. */
export const notice = sheet({ group: 'train', area: 'required', unit: 'required', position: 'none', fields: { year, direction: choice(['unitToCommunity', 'communityToUnit']), day: optional(day) } })
/** 双向考核, 述职: of a unit by the community, of a community by the street. */
export const assessment = sheet({
  group: 'train', area: 'required', unit: 'optional', position: 'none',
  fields: { year, subject: choice(['unit', 'community']), kind: choice(['mutual', 'report']), score: optional(count), result: optional(choice(['excellent', 'good', 'fair', 'poor'])), day: optional(day), consulted: optional(flag) },
})
/** 四支队伍 and their structure. */
export const staff = sheet({
  group: 'train', area: 'required', unit: 'none', position: 'none',
  fields: { kind: choice(['cadre', 'gridWorker', 'liaison', 'volunteer', 'steward']), required: optional(count), actual: count, over50: optional(persons), belowHighSchool: optional(persons), origin: optional(choice(['entrepreneur', 'returned', 'graduate', 'veteran'])) },
})
/** Whatever is counted against a duty or only counted: 三会一课, 家访, 来信来访, 责任区, 联建, 联办, 社团, 平台功能, 指导员. */
export const tallyKinds = [
  'threeMeetings', 'newMembers', 'cadreTraining', 'homeVisits', 'lettersAndVisits', 'feedbackReviews', 'responsibilityZones', 'serviceDays', 'jointOrganisations', 'jointActivities', 'sharedResources', 'jointServices', 'jointBuilding',
  'clubs', 'serviceTeams', 'platformFunctions', 'platformCourses', 'onlineMeetings', 'classes', 'admittedTasks', 'reportedMembers', 'claimedPosts', 'pairedUnits', 'pairedMembers', 'partyMembers', 'platforms',
] as const
export const tally = sheet({ group: 'train', area: 'required', unit: 'optional', position: 'none', fields: { kind: choice(tallyKinds), year, required: optional(count), done: count } })
/** 党建工作指导员 of a carrier or community, counted. */
export const instructor = sheet({ group: 'train', area: 'required', unit: 'optional', position: 'none', fields: { carrier: optional(reference('carrier')), count, room: count, title: optional(text) } })
