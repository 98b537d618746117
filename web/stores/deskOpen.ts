import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useClient } from '../api/key.ts'
import { answered, type Outcome } from '../api/outcome.ts'
import { recordsOf } from '../api/records.ts'
import { asking } from '../composables/asking.ts'
import { idOf, kindOf, type DeskChange, type DeskStanding, type RecordKey } from '../desk/record.ts'
import { useDeskDraftStore } from './deskDrafts.ts'
import { useDeskRowStore } from './deskRows.ts'
import { useSpeechStore } from './speech.ts'

/** Who changed a record while its form was open. */
export type Meanwhile = Pick<DeskChange, 'actor' | 'at'> & { gone: boolean }

/** The chosen record as it stands. A row of the table is shown at once; it is read again whenever the data change. */
export const useDeskOpenStore = defineStore('deskOpen', () => {
  const client = useClient()
  const speech = useSpeechStore()
  const rows = useDeskRowStore()
  const drafts = useDeskDraftStore()
  const records = recordsOf(client, () => speech.lang)
  /** null as standing: there is no such record, or no longer. */
  const reading = asking(async (key: RecordKey): Promise<Outcome<{ key: RecordKey; standing: DeskStanding | null }>> => {
    const read = await records.read(kindOf(key), idOf(key))
    if (read.ok) return answered({ key, standing: read.value })
    return read.error.code === 'unknownRecord' ? answered({ key, standing: null }) : read
  })
  const key = shallowRef<RecordKey | null>(null)
  const held = shallowRef<DeskStanding | null>(null)
  const meanwhile = shallowRef<Meanwhile | null>(null)
  const own = new Set<string>()
  /** Records that we are writing at this moment: what is read of them meanwhile may be our own work. */
  const writing = new Map<RecordKey, number>()

  const answer = computed(() => (reading.answer.value?.key === key.value ? reading.answer.value : null))
  const standing = computed(() => held.value)
  const gone = computed(() => answer.value !== null && answer.value.standing === null)

  /** Shows a record, from the table where it is there, and reads it. */
  const open = async (wanted: RecordKey | null): Promise<void> => {
    if (wanted !== key.value) {
      key.value = wanted
      meanwhile.value = null
      held.value = wanted !== null && rows.kind === kindOf(wanted) ? rows.byId.get(idOf(wanted)) ?? null : null
    }
    if (wanted === null) return reading.clear()
    await reading.ask(wanted)
  }
  watch(answer, (now) => {
    if (now === null || writing.has(now.key)) return
    const before = held.value
    held.value = now.standing
    const draft = drafts.of(now.key)
    const foreign = now.standing === null ? before !== null || draft !== undefined : draft !== undefined && draft.base.etag !== now.standing.etag
    const changed = before !== null && now.standing !== null && before.etag !== now.standing.etag
    if ((foreign || changed) && !own.has(now.standing?.etag ?? '')) void askWho(now.key, now.standing === null)
    else if (!foreign) meanwhile.value = null
  }, { flush: 'sync' })
  const askWho = async (asked: RecordKey, isGone: boolean): Promise<void> => {
    const read = await records.history(kindOf(asked), idOf(asked), 1, null)
    if (asked !== key.value) return
    const last = read.ok ? read.value.changes[0] : undefined
    meanwhile.value = { actor: last?.actor ?? '', at: last?.at ?? '', gone: isGone }
  }
  /** What one's own saving made of it; null: it is gone. */
  const put = (wanted: RecordKey, now: DeskStanding | null): void => {
    if (now) own.add(now.etag)
    if (wanted !== key.value) return
    reading.stop()
    reading.answer.value = { key: wanted, standing: now }
    held.value = now
    meanwhile.value = null
  }
  /** Until the way back is called, what is read of this record is not looked at; then it is read again. */
  const hold = (held: RecordKey): (() => void) => {
    writing.set(held, (writing.get(held) ?? 0) + 1)
    return () => {
      const left = (writing.get(held) ?? 1) - 1
      if (left > 0) writing.set(held, left)
      else writing.delete(held)
    }
  }
  const seen = (): void => { meanwhile.value = null }
  return { key, standing, gone, meanwhile, problem: computed(() => reading.problem.value), busy: computed(() => reading.busy.value), open, put, hold, seen, retry: reading.retry, readAgain: () => open(key.value) }
})
