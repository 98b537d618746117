import * as z from 'zod/mini'
import { sheetCodes } from '../model/sheets/all.ts'
import { exchange, sending } from './exchange.ts'
import * as part from './parts.ts'
import * as schema from './schemas.ts'

/** Where a record lies, from the largest area to the smallest; empty: outside all. */
const places = z.array(z.object({ code: z.string(), name: z.string(), level: part.level }))

/** How texts of hours in the record are read; see geodata/intake/hours-readings.ts. Absent: it holds none. */
const readings = z.optional(z.array(z.object({ field: z.string(), /** Said plainly, in Chinese; null: not understood, because of the parts named. */ readAs: z.nullable(z.string()), notUnderstood: z.array(z.string()), caveats: z.array(z.string()) })))

/** A record as it stands, with the etag that a change of it must name in If-Match. */
export const standing = <S extends z.ZodMiniType>(record: S) => z.object({ record, etag: z.string(), areas: places, /** Whether this reader may change it. */ editable: z.boolean(), readings })

const change = <S extends z.ZodMiniType>(record: S) => z.object({
  /** Grows with every change in the database. */
  id: z.number(), at: z.string(), actor: z.string(), action: z.enum(['load', 'add', 'change', 'remove', 'restore']),
  /** null: there was none before, or is none after. */
  before: z.nullable(record), after: z.nullable(record),
})

const path = { id: z.object({ id: z.string().check(z.minLength(1), z.maxLength(200)) }) }
const asOf = z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)))

const listQuery = z.object({ area: z.optional(z.string().check(z.minLength(1), z.maxLength(64))), q: z.optional(z.string().check(z.maxLength(60))), asOf, ...part.page })
/** `unchecked`: those that nobody has found right within the last 90 days (freshDays). */
const facilityQuery = z.object({ ...listQuery.shape, category: z.optional(z.string().check(z.maxLength(64))), unchecked: z.optional(z.literal('yes')) })

/** Rows of one sheet, or of all. `unit`: those about it. `refers`: those a field of which names that id. */
const entryQuery = z.object({ ...listQuery.shape, sheet: z.optional(z.enum(sheetCodes)), unit: z.optional(z.string().check(z.maxLength(64))), refers: z.optional(z.string().check(z.maxLength(64))) })

const words = {
  facilities: { zh: '设施', en: 'sites' }, units: { zh: '驻区单位', en: 'units' }, organisations: { zh: '两新组织', en: 'organisations' }, gates: { zh: '门', en: 'gates' }, buildings: { zh: '楼栋人数', en: 'buildings\' counts' }, entries: { zh: '台账', en: 'rows of registers' },
} as const
type Collection = keyof typeof words

const list = <N extends string, C extends Collection, Q extends z.ZodMiniObject, S extends z.ZodMiniType>(name: N, collection: C, query: Q, record: S) => exchange({
  name, method: 'GET', path: `/api/v1/${collection}`, role: 'editor', scope: 'area', summary: { zh: `${words[collection].zh}列表`, en: `List of ${words[collection].en}` },
  pathParameters: part.none, query, answer: { schema: z.object({ rows: z.array(standing(record)), total: z.number(), next: z.nullable(z.string()) }) },
})
const read = <C extends Collection, S extends z.ZodMiniType>(name: string, collection: C, record: S) => exchange({
  name, method: 'GET', path: `/api/v1/${collection}/:id`, role: 'editor', scope: 'record', summary: { zh: `一条${words[collection].zh}`, en: `One of the ${words[collection].en}` },
  pathParameters: path.id, query: part.none, answer: { schema: standing(record) },
})
const history = <C extends Collection, S extends z.ZodMiniType>(name: string, collection: C, record: S) => exchange({
  name, method: 'GET', path: `/api/v1/${collection}/:id/history`, role: 'editor', scope: 'record', summary: { zh: `${words[collection].zh}的改动历史，新的在前`, en: `Who changed one of the ${words[collection].en}, when and what; newest first` },
  pathParameters: path.id, query: z.object(part.page), answer: { schema: z.object({ changes: z.array(change(record)), next: z.nullable(z.string()) }) },
})
const create = <C extends Collection, B extends z.ZodMiniType, S extends z.ZodMiniType>(name: string, collection: C, body: B, record: S) => sending({
  name, method: 'POST', path: `/api/v1/${collection}`, role: 'editor', scope: 'record', summary: { zh: `新增${words[collection].zh}`, en: `Add to the ${words[collection].en}` },
  pathParameters: part.none, query: part.none, body: { schema: body }, answer: { schema: standing(record) },
})
const alter = <C extends Collection, B extends z.ZodMiniType, S extends z.ZodMiniType>(name: string, collection: C, body: B, record: S) => sending({
  name, method: 'PATCH', path: `/api/v1/${collection}/:id`, role: 'editor', scope: 'record', guarded: true, summary: { zh: `修改${words[collection].zh}`, en: `Change one of the ${words[collection].en}` },
  pathParameters: path.id, query: part.none, body: { schema: body }, answer: { schema: standing(record) },
})
const remove = <C extends Collection>(name: string, collection: C) => exchange({
  name, method: 'DELETE', path: `/api/v1/${collection}/:id`, role: 'editor', scope: 'record', guarded: true, summary: { zh: `删除${words[collection].zh}，可恢复`, en: `Remove one of the ${words[collection].en}; it can be restored` },
  pathParameters: path.id, query: part.none, answer: { schema: z.object({ id: z.string(), /** The change that can be undone. */ change: z.number() }) },
})
/** Puts a record back as it stood before (`before`) or after (`after`) one of its changes. If-Match unless the record is gone. */
const restore = <C extends Collection, S extends z.ZodMiniType>(name: string, collection: C, record: S) => sending({
  name, method: 'POST', path: `/api/v1/${collection}/:id/restore`, role: 'editor', scope: 'record', guarded: true, summary: { zh: `恢复${words[collection].zh}的旧版本`, en: `Restore one of the ${words[collection].en}` },
  pathParameters: path.id, query: part.none, body: { schema: z.strictObject({ change: z.int(), state: z.enum(['before', 'after']) }) }, answer: { schema: z.object({ standing: z.nullable(standing(record)) }) },
})

const optionalId = { id: z.optional(schema.facility.shape.id) }
/** What may be sent of a new record: the id is ours when none is given; the source too. */
const fresh = <S extends z.ZodMiniObject>(record: S) => z.extend(z.partial(record), optionalId)

export const facilityExchanges = {
  facilityList: list('facilityList', 'facilities', facilityQuery, schema.held.facility), facilityRead: read('facilityRead', 'facilities', schema.held.facility), facilityHistory: history('facilityHistory', 'facilities', schema.held.facility),
  facilityCreate: create('facilityCreate', 'facilities', fresh(schema.facility), schema.held.facility), facilityChange: alter('facilityChange', 'facilities', z.partial(schema.facility), schema.held.facility),
  facilityRemove: remove('facilityRemove', 'facilities'), facilityRestore: restore('facilityRestore', 'facilities', schema.held.facility),
} as const

export const unitExchanges = {
  unitList: list('unitList', 'units', listQuery, schema.held.unit), unitRead: read('unitRead', 'units', schema.held.unit), unitHistory: history('unitHistory', 'units', schema.held.unit),
  unitCreate: create('unitCreate', 'units', fresh(schema.unit), schema.held.unit), unitChange: alter('unitChange', 'units', z.partial(schema.unit), schema.held.unit),
  unitRemove: remove('unitRemove', 'units'), unitRestore: restore('unitRestore', 'units', schema.held.unit),
} as const

export const organisationExchanges = {
  organisationList: list('organisationList', 'organisations', listQuery, schema.held.organisation), organisationRead: read('organisationRead', 'organisations', schema.held.organisation), organisationHistory: history('organisationHistory', 'organisations', schema.held.organisation),
  organisationCreate: create('organisationCreate', 'organisations', fresh(schema.organisation), schema.held.organisation), organisationChange: alter('organisationChange', 'organisations', z.partial(schema.organisation), schema.held.organisation),
  organisationRemove: remove('organisationRemove', 'organisations'), organisationRestore: restore('organisationRestore', 'organisations', schema.held.organisation),
} as const

export const gateExchanges = {
  gateList: list('gateList', 'gates', listQuery, schema.held.gate), gateRead: read('gateRead', 'gates', schema.held.gate), gateHistory: history('gateHistory', 'gates', schema.held.gate),
  gateCreate: create('gateCreate', 'gates', fresh(schema.gate), schema.held.gate), gateChange: alter('gateChange', 'gates', z.partial(schema.gate), schema.held.gate),
  gateRemove: remove('gateRemove', 'gates'), gateRestore: restore('gateRestore', 'gates', schema.held.gate),
} as const

/** Buildings come and go with the base data; their counts alone are edited. */
export const buildingExchanges = {
  buildingList: list('buildingList', 'buildings', listQuery, schema.buildingCounts), buildingRead: read('buildingRead', 'buildings', schema.buildingCounts), buildingHistory: history('buildingHistory', 'buildings', schema.buildingCounts),
  buildingChange: alter('buildingChange', 'buildings', z.partial(z.pick(schema.buildingCounts, { residents: true })), schema.buildingCounts), buildingRestore: restore('buildingRestore', 'buildings', schema.buildingCounts),
} as const

export const entryExchanges = {
  entryList: list('entryList', 'entries', entryQuery, schema.held.entry), entryRead: read('entryRead', 'entries', schema.held.entry), entryHistory: history('entryHistory', 'entries', schema.held.entry),
  entryCreate: create('entryCreate', 'entries', fresh(schema.entry), schema.held.entry), entryChange: alter('entryChange', 'entries', z.partial(schema.entry), schema.held.entry),
  entryRemove: remove('entryRemove', 'entries'), entryRestore: restore('entryRestore', 'entries', schema.held.entry),
} as const
