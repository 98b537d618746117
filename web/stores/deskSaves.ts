import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Outcome, Problem } from '../api/outcome.ts'
import type { State } from '../api/records.ts'
import { mergedTexts, type Side } from '../desk/merge.ts'
import { keyOf, kindOf, type DeskKind, type DeskStanding, type RecordKey } from '../desk/record.ts'
import { textsOf, withTexts, type TextFaults, type Texts } from '../desk/texts.ts'
import { useDeskConflictStore } from './deskConflict.ts'
import { useDeskDraftStore } from './deskDrafts.ts'
import { useDeskLedgerStore, type Written } from './deskLedger.ts'
import { useDeskStepStore, type Step } from './deskSteps.ts'

/** How the last saving of a record stands. `unread`: texts that mean nothing; `problem`: what the server said. */
export type SaveState = { state: 'saving' | 'saved' | 'conflict' } | { state: 'refused'; unread: TextFaults; problem: Problem | null }

/** A new record has no id yet. */
export const newKey = (kind: DeskKind): RecordKey => keyOf(kind, '')

/** Saving of drafts, removing, restoring, and what was chosen in a conflict; each that succeeds becomes a step that can be taken back. */
export const useDeskSaveStore = defineStore('deskSaves', () => {
  const ledger = useDeskLedgerStore()
  const drafts = useDeskDraftStore()
  const conflict = useDeskConflictStore()
  const steps = useDeskStepStore()
  const states = shallowRef<ReadonlyMap<RecordKey, SaveState>>(new Map())
  /** The newest step, for the notice that offers to take it back. */
  const newest = shallowRef<Step | null>(null)

  const set = (key: RecordKey, state: SaveState | null): void => {
    const next = new Map(states.value)
    if (state === null) next.delete(key)
    else next.set(key, state)
    states.value = next
  }
  const refuse = (key: RecordKey, problem: Problem | null, unread: TextFaults = {}): null => {
    set(key, { state: 'refused', unread, problem })
    return null
  }
  const keep = (written: Written, before: DeskStanding | null): Step => {
    const { key, standing, removal } = written
    newest.value = steps.push({ key, name: (standing ?? before)?.record.name ?? '', before, after: standing, removal })
    return newest.value
  }

  /** Saves a draft, or only some fields of it. `blank`: what a new record began as, all of which counts as typed. The step it became; null when nothing was written. */
  const save = async (key: RecordKey, paths?: readonly string[], blank?: DeskStanding): Promise<Step | null> => {
    const draft = drafts.of(key) ?? (blank ? { base: blank, texts: {} } : undefined)
    if (!draft) return null
    const typed: Texts = blank ? { ...textsOf(kindOf(key), draft.base.record), ...draft.texts } : draft.texts
    const texts: Texts = paths ? Object.fromEntries(Object.entries(typed).filter(([path]) => paths.includes(path))) : typed
    const { faults } = withTexts(kindOf(key), draft.base.record, texts)
    if (Object.keys(faults).length > 0) return refuse(key, null, faults)
    set(key, { state: 'saving' })
    return ledger.inTurn(key, async () => {
      const isNew = key === newKey(kindOf(key))
      // What we saved of it ourselves since typing began is where this goes on from.
      const from = ledger.latest(key, draft.base)
      const { record } = withTexts(kindOf(key), from.record, texts)
      const written = await (isNew ? ledger.create(key, record) : ledger.change(key, from, record))
      if (!written.ok) return meetOr(key, draft.base, { ...draft.texts, ...texts }, written)
      drafts.discard(key, Object.keys(texts))
      if (written.value.standing) drafts.rebase(key, written.value.standing)
      set(key, null)
      set(written.value.key, { state: 'saved' })
      return keep(written.value, isNew ? null : from)
    })
  }
  const meetOr = async (key: RecordKey, base: DeskStanding, mine: Texts, written: Outcome<Written> & { ok: false }): Promise<null> => {
    const { error } = written
    if (error.code !== 'changedMeanwhile' && error.code !== 'unknownRecord') return refuse(key, error)
    const unread = await conflict.meet(key, base, mine, 'save')
    if (unread) return refuse(key, unread)
    set(key, { state: 'conflict' })
    // Both wrote the same, or an answer to our own saving was lost on the way: there is nothing to choose.
    const { current } = conflict
    if (current?.theirs && conflict.differing.length === 0) {
      drafts.discard(key)
      conflict.close()
      set(key, { state: 'saved' })
    }
    return null
  }
  /** Saves what was chosen. Of a record that is gone `side` says whether it comes back. */
  const settle = async (side: Side): Promise<Step | null> => {
    const met = conflict.current
    if (!met) return null
    const { key, theirs } = met
    const leave = (): null => {
      drafts.discard(key)
      conflict.close()
      set(key, null)
      return null
    }
    if (theirs === null) return side === 'theirs' || met.lastChange === null ? leave() : bringBack(key, met.lastChange, met.mine)
    const { record, faults } = withTexts(kindOf(key), theirs.record, mergedTexts(conflict.rows, conflict.choices))
    if (Object.keys(faults).length > 0) return refuse(key, null, faults)
    if (JSON.stringify(record) === JSON.stringify(theirs.record)) return leave()
    set(key, { state: 'saving' })
    const written = await ledger.inTurn(key, () => ledger.change(key, theirs, record))
    if (!written.ok) return meetOr(key, met.base, met.mine, written)
    leave()
    set(key, { state: 'saved' })
    return keep(written.value, theirs)
  }
  /** A removed record with what was typed into it. */
  const bringBack = async (key: RecordKey, change: number, mine: Texts): Promise<Step | null> => {
    const back = await restore(key, null, change, 'before')
    if (!back?.after) return null
    conflict.close()
    drafts.discard(key)
    for (const [path, text] of Object.entries(mine)) drafts.type(key, back.after, path, text)
    return (await save(key)) ?? back
  }
  const remove = async (key: RecordKey, standing: DeskStanding): Promise<Step | null> => {
    set(key, { state: 'saving' })
    const written = await ledger.inTurn(key, () => ledger.remove(key, standing))
    if (!written.ok) return refuse(key, written.error)
    drafts.discard(key)
    set(key, null)
    return keep(written.value, standing)
  }
  const restore = async (key: RecordKey, standing: DeskStanding | null, change: number, state: State): Promise<Step | null> => {
    set(key, { state: 'saving' })
    const written = await ledger.inTurn(key, () => ledger.restore(key, standing, change, state))
    if (!written.ok) return refuse(key, written.error)
    set(key, { state: 'saved' })
    if (written.value.standing) drafts.rebase(key, written.value.standing)
    return keep(written.value, standing)
  }
  const clear = (): void => {
    states.value = new Map()
    newest.value = null
  }
  return { states, newest, save, settle, remove, restore, forget: (key: RecordKey) => set(key, null), hush: () => { newest.value = null }, clear }
})
