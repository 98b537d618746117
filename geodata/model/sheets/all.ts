import * as act from './act.ts'
import * as build from './build.ts'
import type { Field, Sheet, ValueOf } from './field.ts'
import * as govern from './govern.ts'
import * as share from './share.ts'
import * as train from './train.ts'

/** Every sheet of the registers, by the code its rows carry. */
export const sheets = {
  partyOrganisation: govern.partyOrganisation, committee: govern.committee, seat: govern.seat, tenure: govern.tenure, byElection: govern.byElection, meeting: govern.meeting, body: govern.body, steward: govern.steward,
  estate: govern.estate, surveyAnswer: govern.surveyAnswer, document: govern.document, placeRegister: govern.placeRegister,
  serviceOffer: share.serviceOffer, plaque: share.plaque, listItem: share.listItem, claim: share.claim, candidate: share.candidate,
  checkin: train.checkin, checkinCount: train.checkinCount, post: train.post, serviceRecord: train.serviceRecord, memberCount: train.memberCount, pairing: train.pairing, notice: train.notice, assessment: train.assessment,
  staff: train.staff, tally: train.tally, instructor: train.instructor,
  serviceItem: act.serviceItem, admittedTask: act.admittedTask, task: act.task, newEmployment: act.newEmployment, carrier: act.carrier,
  slot: build.slot, fund: build.fund, programme: build.programme,
} as const satisfies Readonly<Record<string, Sheet>>

export type SheetCode = keyof typeof sheets
export const sheetCodes = Object.keys(sheets) as [SheetCode, ...SheetCode[]]

export type FieldsOf<S extends SheetCode> = { readonly [F in keyof (typeof sheets)[S]['fields']]: (typeof sheets)[S]['fields'][F] extends Field ? ValueOf<(typeof sheets)[S]['fields'][F]> : never }
