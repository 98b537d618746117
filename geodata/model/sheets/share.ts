import { amount, choice, count, day, flag, optional, reference, sheet, text } from './field.ts'

/** 共享: what units and communities lend one another. What a unit owns and whom it admits are the facilities that name it. */

/** 服务 without a site. */
export const serviceOffer = sheet({
  group: 'share', area: 'required', unit: 'optional', position: 'none',
  fields: { kind: text, audience: choice(['everyone', 'older', 'children', 'lowIncome', 'entitled', 'disabled']), way: choice(['claimed', 'fixedPoint', 'paired']), timesAYear: optional(count) },
})
/** A sign on a site: 社区党员活动室, practice base, model site, members' service station, notice window. */
export const plaque = sheet({
  group: 'share', area: 'required', unit: 'optional', position: 'optional',
  fields: { facility: optional(reference('facility')), kind: choice(['memberRoom', 'practiceBase', 'modelSite', 'memberStation', 'noticeWindow', 'school']), direction: choice(['unitToCommunity', 'communityToUnit']), squareMetres: optional(count), cost: optional(amount) },
})
/** 需求清单, 资源清单, 项目清单. */
export const listItem = sheet({
  group: 'share', area: 'required', unit: 'optional', position: 'optional',
  fields: { list: choice(['need', 'resource', 'project']), category: text, detail: optional(text), capacity: optional(count), until: optional(day), open: flag },
})
/** Two-way claims: a unit takes a need or project, a community takes a resource; with `resource` the two are matched. */
export const claim = sheet({
  group: 'share', area: 'required', unit: 'optional', position: 'none',
  fields: { item: reference('listItem'), resource: optional(reference('listItem')), by: choice(['unit', 'community']), state: choice(['suggested', 'claimed', 'accepted', 'done', 'withdrawn']), day, walkMetres: optional(count) },
})
/**
 * 备选点: what could become a site, or open to others. `category`: code or name of a category. closedResource: what a unit has and keeps closed, `facility` where it is on the list of sites;
 * lockedGate: `gate` is its id. The place is that of the site or gate where one is named.
 */
export const candidate = sheet({
  group: 'share', area: 'required', unit: 'optional', position: 'optional',
  fields: {
    kind: choice(['closedResource', 'lockedGate', 'vacantPremises', 'plannedSite']), category: text, facility: optional(reference('facility')), gate: optional(text), willingness: optional(choice(['willing', 'negotiating', 'refused'])),
    spareSeats: optional(count), hours: optional(text), cost: optional(amount), squareMetres: optional(count), note: optional(text),
  },
})
