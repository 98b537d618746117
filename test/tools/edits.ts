import type { EditableKind } from '../../geodata/model/city.ts'
import type { Edit, EditableOf } from '../../geodata/model/edit.ts'
import type { EditOutcome, EditRefusal, Store } from '../../server/store/store.ts'
import { etagOf } from '../../server/store/etag.ts'

/** The record as it stands; a test that asks for one that is not there is wrong. */
export async function standing<K extends EditableKind>(store: Store, kind: K, id: string): Promise<EditableOf<K>> {
  const record = await store.record(kind, id)
  if (record === null) throw new Error(`there is no ${kind} ${id}`)
  return record as EditableOf<K>
}

/** Changes some fields of a record that stands, as an editor does who has just read it. */
export async function change<K extends EditableKind>(store: Store, kind: K, id: string, fields: Partial<EditableOf<K>>, actor = 'test'): Promise<EditOutcome> {
  const before = await standing(store, kind, id)
  return store.edit({ kind, id, action: 'change', after: { ...before, ...fields }, ifMatch: etagOf(before) }, actor)
}

export async function remove(store: Store, kind: EditableKind, id: string, actor = 'test'): Promise<EditOutcome> {
  return store.edit({ kind, id, action: 'remove', after: null, ifMatch: etagOf(await standing(store, kind, id)) }, actor)
}

export const add = <K extends EditableKind>(store: Store, kind: K, after: EditableOf<K>, actor = 'test'): Promise<EditOutcome> => store.edit({ kind, id: after.id, action: 'add', after, ifMatch: null }, actor)

/** Puts a record back as it was, whatever stands now. */
export async function restore(store: Store, kind: EditableKind, id: string, after: Edit['after'], actor = 'test'): Promise<EditOutcome> {
  const now = await store.record(kind, id)
  return store.edit({ kind, id, action: 'restore', after, ifMatch: now && etagOf(now) }, actor)
}

export type Done = Extract<EditOutcome, { ok: true }>

/** An edit that must have been taken. */
export function taken(outcome: EditOutcome): Done {
  if (!outcome.ok) throw new Error(`the edit was refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome
}

/** What an edit was refused with; null: it was not. */
export const refusal = (outcome: EditOutcome): EditRefusal | null => (outcome.ok ? null : outcome.refusal)
