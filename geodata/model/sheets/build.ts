import { amount, choice, count, flag, optional, persons, reference, sheet, text, year } from './field.ts'

/** 共建: sites by the catalogue's items, money. */

export const slotStates = ['built', 'shared', 'underway', 'missing'] as const
/** One item of 一站一园一场七室 or 一所一校四中心 at one community or street. `slot`: its code in the catalogue. A new state is a new row. */
export const slot = sheet({
  group: 'build', area: 'required', unit: 'optional', position: 'none',
  fields: { slot: text, state: choice(slotStates), facility: optional(reference('facility')), squareMetres: optional(count), builtYear: optional(year), batchYear: optional(year), cost: optional(amount), fund: optional(text) },
})
export const fund = sheet({
  group: 'build', area: 'required', unit: 'none', position: 'none',
  fields: { year, purpose: choice(['activities', 'sites', 'allowances', 'management', 'opening']), source: choice(['finance', 'dues', 'society', 'collective', 'street']), yuan: amount, members: optional(persons) },
})
/** 村级综合服务平台 and other building programmes. */
export const programme = sheet({ group: 'build', area: 'required', unit: 'none', position: 'optional', fields: { kind: choice(['villagePlatform', 'estate', 'station']), status: choice(['planned', 'building', 'done']), year, count: optional(count), squareMetres: optional(count), yuan: optional(amount), renovated: optional(flag) } })
