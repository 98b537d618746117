import { defineStore } from 'pinia'
import { useClient } from '../api/key.ts'
import { answered, type Outcome } from '../api/outcome.ts'
import { recordsOf, type State } from '../api/records.ts'
import { differingParts, idOf, keyOf, kindOf, type DeskRecord, type DeskStanding, type RecordKey } from '../desk/record.ts'
import { useDeskOpenStore } from './deskOpen.ts'
import { useDeskRowStore } from './deskRows.ts'
import { useSpeechStore } from './speech.ts'

/** What a write left behind. `removal`: the change that took the record away and can be taken back. */
export type Written = { key: RecordKey; standing: DeskStanding | null; removal: number | null }

/** Every write of this session passes here: one after another for each record, and what comes back is shown everywhere. */
export const useDeskLedgerStore = defineStore('deskLedger', () => {
  const client = useClient()
  const speech = useSpeechStore()
  const rows = useDeskRowStore()
  const open = useDeskOpenStore()
  const records = recordsOf(client, () => speech.lang)
  const queues = new Map<RecordKey, Promise<unknown>>()
  /** What our own writes made of a version, by key and etag: later edits that began before may go on from there. */
  const successors = new Map<string, DeskStanding>()

  const latest = (key: RecordKey, standing: DeskStanding): DeskStanding => {
    let now = standing
    // The newest version has no successor, so this ends.
    for (let next = successors.get(`${key} ${now.etag}`); next; next = successors.get(`${key} ${now.etag}`)) now = next
    return now
  }
  /** `task` waits for what is being written of the same record. */
  const inTurn = <T>(key: RecordKey, task: () => Promise<T>): Promise<T> => {
    const run = (queues.get(key) ?? Promise.resolve()).then(() => {
      const release = open.hold(key)
      return task().finally(release)
    })
    queues.set(key, run.catch(() => undefined))
    return run
  }
  const note = (key: RecordKey, from: DeskStanding | null, now: DeskStanding | null): void => {
    if (now) successors.delete(`${key} ${now.etag}`)
    if (from && now && from.etag !== now.etag) successors.set(`${key} ${from.etag}`, now)
    if (now) rows.put(now)
    else rows.drop(idOf(key))
    open.put(key, now)
  }
  const done = (key: RecordKey, from: DeskStanding | null, standing: DeskStanding | null, removal: number | null): Outcome<Written> => {
    note(key, from, standing)
    return answered({ key, standing, removal })
  }

  const create = async (key: RecordKey, record: DeskRecord): Promise<Outcome<Written>> => {
    const { id: _id, ...parts } = record
    const made = await records.create(kindOf(key), parts)
    return made.ok ? done(keyOf(kindOf(key), made.value.record.id), null, made.value, null) : made
  }
  /** From one version to another; the server refuses when `from` is not what stands. */
  const change = async (key: RecordKey, from: DeskStanding, to: DeskRecord): Promise<Outcome<Written>> => {
    const made = await records.change(kindOf(key), idOf(key), differingParts(from.record, to), from.etag)
    return made.ok ? done(key, from, made.value, null) : made
  }
  const remove = async (key: RecordKey, from: DeskStanding): Promise<Outcome<Written>> => {
    const made = await records.remove(kindOf(key), idOf(key), from.etag)
    return made.ok ? done(key, from, null, made.value.change) : made
  }
  /** `from` null: the record is gone. */
  const restore = async (key: RecordKey, from: DeskStanding | null, changeId: number, state: State): Promise<Outcome<Written>> => {
    const made = await records.restore(kindOf(key), idOf(key), changeId, state, from?.etag ?? null)
    return made.ok ? done(key, from, made.value, null) : made
  }
  return { latest, inTurn, create, change, remove, restore }
})
