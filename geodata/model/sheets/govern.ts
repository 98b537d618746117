import { choice, count, day, flag, optional, persons, reference, references, sheet, text, year } from './field.ts'

/** 共管: who sits where, and what they meet about. Posts, counts and organisations; never a person. */

export const organisationTiers = ['city', 'district', 'street', 'community', 'estate', 'grid', 'building'] as const
export const organisationForms = ['committee', 'generalBranch', 'branch', 'group'] as const
export const seatCategories = ['institution', 'twoNew', 'property', 'tower', 'police', 'retired'] as const
/** 机关企事业 / 两新·物业·楼宇 / 民警 / 离退休干部党员. */
export const seatGroups = { institution: 'institution', twoNew: 'twoNewPropertyTower', property: 'twoNewPropertyTower', tower: 'twoNewPropertyTower', police: 'police', retired: 'retired' } as const
export const meetingKinds = ['committee', 'greatCommittee', 'joint', 'briefing'] as const
export type MeetingKind = (typeof meetingKinds)[number]
export const bodyKinds = [
  'partyOrganisation', 'residentsCommittee', 'workStation', 'residentGroup', 'residentsAssembly', 'council', 'ownersSelfGovernance', 'estateGroup', 'shareCooperative', 'managementCommittee', 'propertyCompany',
  'union', 'youthLeague', 'womensFederation', 'elderAssociation',
] as const

/** 党组织 on the tree of tiers. Where the branch sits (grid or estate) is a rule of the catalogue, not of this sheet. */
export const partyOrganisation = sheet({
  group: 'govern', area: 'optional', unit: 'optional', position: 'none',
  fields: {
    tier: choice(organisationTiers), form: choice(organisationForms), parent: optional(reference('partyOrganisation')), members: optional(persons), retiredMembers: optional(persons),
    /** Of the five standards (五化) met, 0 to 5. */
    standardsMet: optional(count), model: optional(flag), termEnd: optional(day),
    /** Being put right (软弱涣散整顿); for staff only, never on a wall. */
    underRepair: optional(flag),
  },
})
/** 社区大党委 or 街道大工委. */
export const committee = sheet({ group: 'govern', area: 'required', unit: 'none', position: 'none', fields: { level: choice(['community', 'street']), termStart: day, termEnd: day, brand: optional(text) } })
export const seat = sheet({
  group: 'govern', area: 'none', unit: 'optional', position: 'none',
  fields: { committee: reference('committee'), number: count, category: choice(seatCategories), role: choice(['secretary', 'deputySecretary', 'member', 'seatMember']), post: optional(text), appointedBy: optional(text) },
})
/** Who holds a seat is told by unit and post alone; validFrom and validTo are the tenure. A seat without an open tenure is vacant. */
export const tenure = sheet({ group: 'govern', area: 'none', unit: 'optional', position: 'none', fields: { seat: reference('seat'), exitReason: optional(choice(['transferred', 'retired', 'dismissed', 'other'])) } })
/** 增补. */
export const byElection = sheet({
  group: 'govern', area: 'none', unit: 'none', position: 'none',
  fields: { committee: reference('committee'), date: optional(day), seats: references('seat'), method: choice(['sameUnit', 'otherUnit']), status: choice(['planned', 'nominated', 'held', 'cancelled']) },
})
export const meeting = sheet({
  group: 'govern', area: 'required', unit: 'none', position: 'none',
  fields: { kind: choice(meetingKinds), day, unitsPresent: optional(count), majorItems: optional(count), fundItems: optional(count), jointItems: optional(count), volunteerItems: optional(count) },
})
/** 3+N bodies, bodies of self-government, mass organisations, bodies of a resettlement community. */
export const body = sheet({ group: 'govern', area: 'required', unit: 'none', position: 'none', fields: { kind: choice(bodyKinds), present: flag, postsRequired: optional(count), postsFilled: optional(count), termEnd: optional(day) } })
/** 楼长 of a grid or estate. */
export const steward = sheet({ group: 'govern', area: 'required', unit: 'none', position: 'none', fields: { buildings: count, assigned: count } })
/** An estate (小区) as it is run; a change of state is a new row. `area` is the estate's code. */
export const estate = sheet({
  group: 'govern', area: 'required', unit: 'none', position: 'none',
  fields: {
    kind: choice(['ordinary', 'resettlement', 'compound']), buildStatus: choice(['built', 'building', 'planned']), households: optional(count),
    property: choice(['company', 'selfRun', 'withdrawn', 'none']), propertyCompany: optional(text),
    owners: choice(['committee', 'resigned', 'preparing', 'none']), ownersMembers: optional(count), ownersPartyMembers: optional(count), ownersTermEnd: optional(day),
    floorSquareMetres: optional(count), officeSquareMetres: optional(count), businessSquareMetres: optional(count),
  },
})
export const surveyAnswer = sheet({ group: 'govern', area: 'required', unit: 'none', position: 'none', fields: { year, question: text, asked: count, answered: count, share: optional(count) } })
/** 配套制度, channels, brands, pledges of a community: there or not. */
export const document = sheet({ group: 'govern', area: 'required', unit: 'none', position: 'none', fields: { kind: choice(['rulesOfProcedure', 'seatRules', 'appraisal', 'memberRole', 'coordination', 'funding', 'channelWindow', 'channelGroup', 'channelMessages', 'pledge']), present: flag, squareMetres: optional(count) } })
/** 行政区划名册: towns, streets, villages, communities of the city, on the map or not. */
export const placeRegister = sheet({
  group: 'govern', area: 'optional', unit: 'none', position: 'none',
  fields: { level: choice(['district', 'street', 'town', 'village', 'community', 'zone']), parent: optional(text), urban: flag, central: flag, form: optional(choice(['committee', 'generalBranch', 'branch'])), greatCommittee: optional(flag) },
})
