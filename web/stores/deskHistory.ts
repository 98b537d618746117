import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useClient } from '../api/key.ts'
import type { Problem } from '../api/outcome.ts'
import { recordsOf } from '../api/records.ts'
import { asking } from '../composables/asking.ts'
import { idOf, kindOf, type DeskChange, type RecordKey } from '../desk/record.ts'
import { useSpeechStore } from './speech.ts'

const pageChanges = 20

/** Who changed a record, when and what, newest first and page by page. */
export const useDeskHistoryStore = defineStore('deskHistory', () => {
  const client = useClient()
  const speech = useSpeechStore()
  const records = recordsOf(client, () => speech.lang)
  const first = asking((key: RecordKey) => records.history(kindOf(key), idOf(key), pageChanges, null))
  const further = shallowRef<readonly DeskChange[]>([])
  const cursor = shallowRef<string | null>(null)
  const moreProblem = shallowRef<Problem | null>(null)
  let key: RecordKey | null = null
  let reading = false

  const changes = computed(() => [...(first.answer.value?.changes ?? []), ...further.value])
  const ask = async (wanted: RecordKey): Promise<void> => {
    if (wanted !== key) first.clear()
    key = wanted
    await first.ask(wanted)
    if (key !== wanted) return
    further.value = []
    moreProblem.value = null
    cursor.value = first.answer.value?.next ?? null
  }
  const more = async (): Promise<void> => {
    if (key === null || cursor.value === null || reading) return
    const [mine, at] = [key, cursor.value]
    reading = true
    const page = await records.history(kindOf(mine), idOf(mine), pageChanges, at)
    reading = false
    if (mine !== key || at !== cursor.value) return
    moreProblem.value = page.ok ? null : page.error
    if (!page.ok) return
    further.value = [...further.value, ...page.value.changes]
    cursor.value = page.value.next
  }
  return { changes, read: computed(() => first.answer.value !== null), next: cursor, moreProblem, problem: computed(() => first.problem.value), ask, more, retry: first.retry, clear: first.clear }
})
