import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { answered, type Outcome } from '../api/outcome.ts'
import { kindOf, type DeskStanding, type RecordKey } from '../desk/record.ts'
import { textsOf } from '../desk/texts.ts'
import { useDeskConflictStore } from './deskConflict.ts'
import { useDeskDraftStore } from './deskDrafts.ts'
import { useDeskLedgerStore, type Written } from './deskLedger.ts'

/** One saved change. null: there was no record before, or is none after. `removal`: the change that took it away last, by which it comes back. */
export type Step = { id: number; key: RecordKey; name: string; before: DeskStanding | null; after: DeskStanding | null; removal: number | null }

/** Every saved change of this session, taken back and done again through the server: somebody else's later change is met, never overwritten. */
export const useDeskStepStore = defineStore('deskSteps', () => {
  const ledger = useDeskLedgerStore()
  const drafts = useDeskDraftStore()
  const conflict = useDeskConflictStore()
  const done = shallowRef<readonly Step[]>([])
  const undone = shallowRef<readonly Step[]>([])
  const busy = shallowRef(false)
  let count = 0
  let queue: Promise<unknown> = Promise.resolve()

  const push = (step: Omit<Step, 'id'>): Step => {
    count += 1
    const made = { ...step, id: count }
    done.value = [...done.value, made]
    undone.value = []
    return made
  }
  /** One transition to what stood before or after a step. */
  const go = async (step: Step, from: DeskStanding | null, to: DeskStanding | null): Promise<Outcome<Written>> => ledger.inTurn(step.key, async () => {
    if (from && to) return ledger.change(step.key, from, to.record)
    if (from) return ledger.remove(step.key, from)
    if (to && step.removal !== null) return ledger.restore(step.key, null, step.removal, 'before')
    return answered({ key: step.key, standing: null, removal: null })
  })
  const turnNow = async (way: 'undo' | 'redo'): Promise<Outcome<Step> | null> => {
    const [source, target] = way === 'undo' ? [done, undone] : [undone, done]
    const step = source.value.at(-1)
    if (!step) return null
    busy.value = true
    const [from, to] = way === 'undo' ? [step.after, step.before] : [step.before, step.after]
    const written = await go(step, from, to)
    busy.value = false
    if (!written.ok) {
      const overtaken = written.error.code === 'changedMeanwhile' || written.error.code === 'unknownRecord' || written.error.code === 'recordExists'
      if (!overtaken) return written
      // The step no longer fits: both versions are shown instead, and what is chosen becomes a step of its own.
      source.value = source.value.slice(0, -1)
      if (from && to) await conflict.meet(step.key, from, textsOf(kindOf(step.key), to.record), 'undo')
      return written
    }
    const { standing, removal } = written.value
    const moved = { ...step, ...(way === 'undo' ? { before: standing } : { after: standing }), removal: removal ?? step.removal }
    source.value = source.value.slice(0, -1).map((one, at, all) => (all.findLastIndex((other) => other.key === step.key) === at ? { ...one, ...(way === 'undo' ? { after: standing } : { before: standing }) } : one))
    target.value = [...target.value, moved]
    if (standing) drafts.rebase(step.key, standing)
    return answered(moved)
  }
  /** Keys pressed while a step is under way wait for it; none is lost. */
  const turn = (way: 'undo' | 'redo'): ReturnType<typeof turnNow> => {
    const run = queue.then(() => turnNow(way))
    queue = run.catch(() => null)
    return run
  }
  const clear = (): void => {
    done.value = []
    undone.value = []
  }
  return { done, undone, busy, last: computed(() => done.value.at(-1) ?? null), next: computed(() => undone.value.at(-1) ?? null), push, undo: () => turn('undo'), redo: () => turn('redo'), clear }
})
