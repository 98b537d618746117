import { ref, shallowRef } from 'vue'
import { entryExchanges } from '../../geodata/contract/records.ts'
import { useClient } from '../api/key.ts'
import type { Outcome, Problem } from '../api/outcome.ts'
import { useSpeechStore } from '../stores/speech.ts'

/** What was written last and can be taken back: `said` in a sentence. */
export type Written = { id: string; said: string; etag: string }

/**
 * Writing rows one at a time: saving, what went wrong, a conflict with somebody else's change, and taking the last change back by restoring the row as it was.
 * `done` is called after everything that was written.
 */
export const useRowEdits = (done: () => Promise<void>) => {
  const client = useClient()
  const speech = useSpeechStore()
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  /** Somebody changed the row since it was read: what was wanted can be done again on the row as it stands. */
  const conflict = shallowRef<{ id: string; again: () => Promise<void> } | null>(null)
  const last = shallowRef<Written | null>(null)

  const write = async <T>(id: string, said: string, put: () => Promise<Outcome<T>>, etagOf: (value: T) => string, again: () => Promise<void>): Promise<T | null> => {
    if (busy.value) return null
    busy.value = true
    const outcome = await put()
    busy.value = false
    problem.value = outcome.ok || outcome.error.code === 'changedMeanwhile' ? null : outcome.error
    conflict.value = !outcome.ok && outcome.error.code === 'changedMeanwhile' ? { id, again } : null
    if (outcome.ok) last.value = { id, said, etag: etagOf(outcome.value) }
    if (outcome.ok || conflict.value) await done()
    return outcome.ok ? outcome.value : null
  }
  /** The row as it was before the last change; one that was made new goes again. */
  const undo = async (): Promise<void> => {
    const written = last.value
    if (!written || busy.value) return
    busy.value = true
    const history = await client.ask(entryExchanges.entryHistory, { path: { id: written.id }, query: { limit: 1 }, lang: speech.lang })
    const change = history.ok ? history.value.changes[0] : undefined
    const restored = !history.ok ? history : change === undefined ? null
      : await client.ask(entryExchanges.entryRestore, { path: { id: written.id }, body: { change: change.id, state: 'before' }, ifMatch: written.etag, lang: speech.lang })
    busy.value = false
    problem.value = restored === null || restored.ok ? null : restored.error
    if (restored?.ok) last.value = null
    await done()
  }
  return { busy, problem, conflict, last, write, undo, hush: () => { last.value = null }, calm: () => { conflict.value = null; problem.value = null } }
}
