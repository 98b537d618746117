import type { SheetCode, sheets } from '../../model/sheets/all.ts'
import type { CommonColumn } from '../../words/sheets/common.ts'
import type { OtherForm } from './form.ts'

type KeyOf<S extends SheetCode> = Exclude<CommonColumn, 'id'> | `fields.${keyof (typeof sheets)[S]['fields'] & string}`

/** What tells a row of a sheet from every other one when it has no id of its own. A count that changes over time is told by its first day too. */
export const naturalKeys: { readonly [S in SheetCode]: readonly KeyOf<S>[] } = {
  partyOrganisation: ['fields.tier', 'fields.form', 'area', 'unit', 'name'],
  committee: ['fields.level', 'area', 'fields.termStart'],
  seat: ['fields.committee', 'fields.number'],
  tenure: ['fields.seat', 'validFrom'],
  byElection: ['fields.committee', 'fields.date', 'fields.seats'],
  meeting: ['fields.kind', 'area', 'fields.day'],
  body: ['fields.kind', 'area', 'name'],
  steward: ['area', 'validFrom'],
  estate: ['area', 'validFrom'],
  surveyAnswer: ['area', 'fields.year', 'fields.question'],
  document: ['fields.kind', 'area'],
  placeRegister: ['fields.level', 'fields.parent', 'name'],
  serviceOffer: ['fields.kind', 'area', 'unit'],
  plaque: ['fields.kind', 'fields.direction', 'area', 'unit', 'fields.facility', 'name'],
  listItem: ['fields.list', 'fields.category', 'area', 'unit', 'name', 'fields.detail'],
  claim: ['fields.item', 'fields.resource', 'fields.by', 'area', 'unit', 'fields.day'],
  candidate: ['fields.kind', 'fields.category', 'area', 'unit', 'fields.facility', 'fields.gate', 'name'],
  checkin: ['fields.direction', 'area', 'unit'],
  checkinCount: ['fields.system', 'area', 'unit', 'validFrom'],
  post: ['fields.kind', 'area', 'validFrom'],
  serviceRecord: ['area', 'unit', 'fields.month'],
  memberCount: ['fields.management', 'fields.age', 'fields.skill', 'area', 'validFrom'],
  pairing: ['fields.kind', 'area', 'unit', 'validFrom'],
  notice: ['fields.year', 'fields.direction', 'area', 'unit'],
  assessment: ['fields.year', 'fields.subject', 'fields.kind', 'area', 'unit'],
  staff: ['fields.kind', 'fields.origin', 'area', 'validFrom'],
  tally: ['fields.kind', 'fields.year', 'area', 'unit'],
  instructor: ['area', 'unit', 'fields.carrier', 'fields.title', 'validFrom'],
  serviceItem: ['area', 'fields.item'],
  admittedTask: ['area', 'fields.department', 'name'],
  task: ['fields.origin', 'fields.subject', 'fields.opened', 'area', 'unit', 'name'],
  newEmployment: ['fields.platform', 'fields.month', 'area'],
  carrier: ['fields.kind', 'area', 'name'],
  slot: ['fields.slot', 'area', 'validFrom'],
  fund: ['fields.year', 'fields.purpose', 'fields.source', 'area'],
  programme: ['fields.kind', 'fields.year', 'area', 'name'],
}

/** Of the other kinds. A site is told by its place to about ten metres, an organisation by its code where it has one. */
export const otherKeys: Readonly<Record<OtherForm, readonly string[]>> = {
  unit: ['name', 'community'],
  facility: ['name', 'category', 'lon', 'lat'],
  organisation: ['kind', 'creditCode', 'name', 'community'],
  eventCount: ['stream', 'month', 'category', 'area', 'lon', 'lat'],
}
