import * as z from 'zod/mini'
import type { BodyOf } from '../../geodata/contract/exchange.ts'
import { facilityExchanges } from '../../geodata/contract/records.ts'
import { editableKinds, type EditableKind } from '../../geodata/model/city.ts'
import type { Edit, EditableRecord } from '../../geodata/model/edit.ts'
import { restoreWords } from '../../geodata/words/restore.ts'
import { fillSentence, type Language } from '../../geodata/words/sentence.ts'
import { placeOf, type Located } from '../answers/records/place.ts'
import { unknownRecord } from '../answers/records/read-answer.ts'
import { checkRecordScope, standingRecord } from '../answers/records/standing-record.ts'
import { Refusal } from '../answers/refusal.ts'
import { jsonReply, type Reply } from '../answers/reply.ts'
import type { Asked, Route } from '../http/exchange-handler.ts'
import { fieldFaultsOf } from '../http/field-faults.ts'
import type { Writer } from '../jobs/writer.ts'
import { actorOf, readerOf } from '../security/caller.ts'
import { shanghaiDay } from '../store/day.ts'
import type { EditOutcome, Reading } from '../store/store.ts'
import type { World } from '../world.ts'
import { deskSource, freshId, recordKinds } from './record-kinds.ts'

export type RecordRoutesSetting = {
  world: Pick<World, 'locate' | 'follow'>
  writer: Pick<Writer, 'edit'>
  /** The database without what nobody may know of. */
  reading: Reading
}

const actions = ['Create', 'Change', 'Remove', 'Restore'] as const
export type RecordRoutes = Readonly<Record<Exclude<`${EditableKind}${(typeof actions)[number]}`, 'buildingCreate' | 'buildingRemove'>, Route>>

/** Changing records, for every kind alike. */
export function recordRoutes(setting: RecordRoutesSetting): RecordRoutes {
  const routes = editableKinds.flatMap((kind) => [
    [`${kind}Create`, (asked: Asked) => create(setting, kind, asked)],
    [`${kind}Change`, (asked: Asked) => change(setting, kind, asked)],
    [`${kind}Remove`, (asked: Asked) => remove(setting, kind, asked)],
    [`${kind}Restore`, (asked: Asked) => restore(setting, kind, asked)],
  ])
  return Object.fromEntries(routes) as RecordRoutes
}

async function create(setting: RecordRoutesSetting, kind: EditableKind, asked: Asked): Promise<Reply> {
  const { prefix, defaults } = recordKinds[kind]
  const after = whole(kind, { source: deskSource, date: shanghaiDay(), ...defaults, id: freshId(prefix), ...fields(asked.body) })
  return written(setting, asked, { kind, id: after.id, action: 'add', after, ifMatch: null })
}

async function change(setting: RecordRoutesSetting, kind: EditableKind, asked: Asked): Promise<Reply> {
  const standing = await own(setting, kind, asked)
  const ifMatch = ifMatchOf(asked)
  // What was sent was held against the schema; what stands may be older than its rules.
  const sent = fields(asked.body)
  // Of a row's fields only those that are sent change.
  const within = 'sheet' in standing && typeof sent['fields'] === 'object' ? { fields: { ...standing.fields, ...sent['fields'] } } : {}
  const after = { ...standing, ...sent, ...within } as EditableRecord
  return written(setting, asked, { kind, id: standing.id, action: 'change', after, ifMatch })
}

async function remove(setting: RecordRoutesSetting, kind: EditableKind, asked: Asked): Promise<Reply> {
  const { id } = await own(setting, kind, asked)
  const { change: undone } = await edited(setting, asked, { kind, id, action: 'remove', after: null, ifMatch: ifMatchOf(asked) })
  return jsonReply({ id, change: undone })
}

async function restore(setting: RecordRoutesSetting, kind: EditableKind, asked: Asked): Promise<Reply> {
  const id = idOf(asked)
  const { change: number, state } = asked.body as BodyOf<(typeof facilityExchanges)['facilityRestore']>
  const [line] = await setting.reading.history(kind, id, { before: number + 1, limit: 1 })
  const standing = await setting.reading.record(kind, id)
  // Of one that is gone, where it stood last: whoever has had it in the past may not take it back from there.
  const [last] = standing ? [] : await setting.reading.history(kind, id, { limit: 1 })
  const place = standing ?? last?.after ?? last?.before
  if (!place) throw unknownRecord(kind, id)
  await checkScope(setting, asked, kind, place)
  if (line?.id !== number) throw notRestorable('unknownChange', asked.language, number)
  const after = line[state]
  if (!after && !standing) throw notRestorable('alreadyGone', asked.language, number)
  const edit: Edit = { kind, id, action: 'restore', after, ifMatch: standing ? ifMatchOf(asked) : null }
  if (after) return written(setting, asked, edit, (answer) => ({ standing: answer }))
  await edited(setting, asked, edit)
  return jsonReply({ standing: null })
}

/** The record that stands under the id, which the caller may change. Throws Refusal: unknownRecord, outsideAreas. */
export async function own(setting: RecordRoutesSetting, kind: EditableKind, asked: Asked): Promise<EditableRecord> {
  const id = idOf(asked)
  const standing = await setting.reading.record(kind, id)
  if (!standing) throw unknownRecord(kind, id)
  await checkScope(setting, asked, kind, standing)
  return standing
}

async function checkScope({ reading, world }: RecordRoutesSetting, { caller }: Asked, kind: EditableKind, record: EditableRecord): Promise<void> {
  await checkRecordScope(readerOf(caller), await world.locate(placeOf(kind, record)), record.name, reading)
}

/** Writes a record that must lie within the caller's areas, and answers it as it now stands. */
async function written(setting: RecordRoutesSetting, asked: Asked, edit: Edit & { after: EditableRecord | null }, around: (standing: unknown) => unknown = (standing) => standing): Promise<Reply> {
  const { kind, after } = edit
  if (after) await checkScope(setting, asked, kind, after)
  const { record } = await edited(setting, asked, edit)
  if (!record) throw new Error(`${kind} ${edit.id} was written and is not there`)
  const areas: Located[] = await setting.world.locate(placeOf(kind, record))
  const answer = standingRecord(record, areas, readerOf(asked.caller))
  return jsonReply(around(answer), { etag: answer.etag })
}

/** Writes a record that must lie within the caller's areas. Throws Refusal. */
export async function writeRecord(setting: RecordRoutesSetting, asked: Asked, edit: Edit): Promise<void> {
  if (edit.after) await checkScope(setting, asked, edit.kind, edit.after)
  await edited(setting, asked, edit)
}

/** In the database, and in what the world answers from. Throws Refusal. */
async function edited({ writer, world }: RecordRoutesSetting, { caller, language }: Asked, edit: Edit): Promise<Extract<EditOutcome, { ok: true }>> {
  const outcome = await writer.edit(edit, actorOf(caller), language)
  if (!outcome.ok) {
    const { code, details, faults } = outcome.refusal
    throw new Refusal(code, details, null, faults)
  }
  await world.follow(outcome.change)
  return outcome
}

/** Throws Refusal invalidRecord with everything that is missing. */
function whole(kind: EditableKind, record: Record<string, unknown>): EditableRecord {
  const read = z.safeParse(recordKinds[kind].schema, record)
  if (!read.success) throw new Refusal('invalidRecord', {}, null, fieldFaultsOf(read.error.issues, record, recordKinds[kind].schema))
  return read.data as EditableRecord
}

/** A proxy that compresses may have marked the etag as weak; the record is the same. */
export function ifMatchOf({ ifMatch }: Asked): string {
  const etag = ifMatch?.trim().replace(/^W\//, '') ?? ''
  if (etag === '' || etag === '*') throw new Refusal('ifMatchMissing')
  return etag
}

function notRestorable(reason: keyof typeof restoreWords, language: Language, number: number): Refusal {
  return new Refusal('notRestorable', { found: fillSentence(restoreWords[reason], { change: number }, language) })
}

const idOf = ({ path }: Asked): string => z.parse(facilityExchanges.facilityRead.pathParameters, path).id
/** Read by the schema of the exchange, which knows every field. */
const fields = (body: unknown): Record<string, unknown> => Object.fromEntries(Object.entries(typeof body === 'object' && body !== null ? body : {}))
