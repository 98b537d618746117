import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { exchanges } from '../../geodata/contract/first.ts'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import { useClient } from '../api/key.ts'
import { asking } from '../composables/asking.ts'
import { useSpeechStore } from './speech.ts'

export type Hit = AnswerOf<typeof exchanges.search>['hits'][number]

/** Pause after the last key before the server is asked, milliseconds: a fast typist's gap. */
export const typingMs = 140
const mostHits = 24
const mostRecent = 8

/** Areas, sites and units by name, pinyin, initials or code. What was chosen before is remembered while the page is open. */
export const useSearchStore = defineStore('search', () => {
  const client = useClient()
  const speech = useSpeechStore()
  const text = ref('')
  const recent = shallowRef<readonly Hit[]>([])
  const finding = asking((q: string, signal) => client.ask(exchanges.search, { query: { q, limit: mostHits }, lang: speech.lang, signal }))
  let timer: ReturnType<typeof setTimeout> | undefined

  const type = (typed: string): void => {
    text.value = typed
    clearTimeout(timer)
    const q = typed.trim()
    if (q === '') return finding.clear()
    timer = setTimeout(() => void finding.ask(q), typingMs)
  }
  const remember = (hit: Hit): void => { recent.value = [hit, ...recent.value.filter((other) => other.kind !== hit.kind || other.id !== hit.id)].slice(0, mostRecent) }
  /** The next search begins empty. */
  const close = (): void => {
    clearTimeout(timer)
    text.value = ''
    finding.clear()
  }
  const clear = (): void => {
    close()
    recent.value = []
  }
  return {
    text, recent: computed(() => recent.value), type, remember, close, clear, retry: finding.retry,
    /** null: nothing is known for what is typed; marks may be those of the words before it while the next answer is on its way. */
    hits: computed(() => finding.answer.value?.hits ?? null), problem: computed(() => finding.problem.value), askedAt: finding.askedAt,
    /** The words the hits belong to are not yet those that are typed. */
    pending: computed(() => text.value.trim() !== '' && finding.answeredQuestion.value !== text.value.trim() && finding.problem.value === null),
  }
})
