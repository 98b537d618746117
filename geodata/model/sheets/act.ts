import { amount, choice, count, day, flag, month, optional, persons, reference, sheet, text } from './field.ts'

/** 共办: service items, and what goes from gap to done. Monthly events are records of their own (eventCount.ts). */

/** One of the 38 items at one community. */
export const serviceItem = sheet({ group: 'act', area: 'required', unit: 'none', position: 'none', fields: { item: text, mode: choice(['window', 'online', 'agent']), facility: optional(reference('facility')) } })
/** 减负准入: tasks let into communities. */
export const admittedTask = sheet({ group: 'act', area: 'required', unit: 'none', position: 'none', fields: { department: text, admitted: flag, until: optional(day) } })
export const taskOrigins = ['gap', 'missingItem', 'vacancy', 'overdueMeeting', 'uncoveredFirm', 'need', 'estate', 'other'] as const
export const taskStates = ['open', 'doing', 'done', 'dropped'] as const
/** 清单: what shall be put right, by whom, until when, and its figure before and after. `subject`: id or code of what it is about. */
export const task = sheet({
  group: 'act', area: 'required', unit: 'optional', position: 'optional',
  fields: {
    origin: choice(taskOrigins), subject: text, owner: text, due: day, state: choice(taskStates), opened: day, closed: optional(day),
    /** Code of what `before` and `after` count, see geodata/words/sheets. */
    measure: text, before: optional(amount), after: optional(amount), note: optional(text),
  },
})
/** 新就业群体: the third group, counted by platform. */
export const newEmployment = sheet({ group: 'act', area: 'required', unit: 'none', position: 'none', fields: { platform: choice(['food', 'parcels', 'rides', 'freight', 'domestic']), month, workers: persons, organised: optional(persons), members: optional(persons) } })
/** 楼宇 园区 商圈市场 互联网: where firms are. A building across two communities names both. */
export const carrier = sheet({ group: 'act', area: 'required', unit: 'none', position: 'required', fields: { kind: choice(['tower', 'park', 'market', 'internet']), alsoIn: optional({ kind: 'reference', to: 'area', many: true }), floors: optional(count), building: optional(text) } })
