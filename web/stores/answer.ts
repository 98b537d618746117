import { defineStore } from 'pinia'
import { computed } from 'vue'
import { exchanges } from '../../geodata/contract/first.ts'
import { useClient } from '../api/key.ts'
import { asking } from '../composables/asking.ts'
import type { Lang } from '../text/numbers.ts'
import type { Asked } from './question.ts'
import { useSessionStore } from './session.ts'

export type Put = { asked: Asked; lang: Lang; revision: string | null }

/** Coverage, and for those who may know it the state of every building, for the question put last. */
export const useAnswerStore = defineStore('answer', () => {
  const client = useClient()
  const session = useSessionStore()
  const coverage = asking(({ asked, lang }: Put, signal) => client.ask(exchanges.coverage, { query: asked, lang, signal }))
  const states = asking(({ asked, lang }: Put, signal) => client.bytes(exchanges.states, { query: asked, lang, signal }))

  const ask = async (put: Put): Promise<void> => { await Promise.all([coverage.ask(put), session.may('states') ? states.ask(put) : states.clear()]) }
  const cancel = (): void => {
    coverage.cancel()
    states.cancel()
  }
  /** Without a word: what is under way is no longer wanted. */
  const stop = (): void => {
    coverage.stop()
    states.stop()
  }
  const clear = (): void => {
    coverage.clear()
    states.clear()
  }
  const retry = async (): Promise<void> => { await Promise.all([coverage.retry(), states.retry()]) }
  return {
    coverage: computed(() => coverage.answer.value), states: computed(() => states.answer.value),
    problem: computed(() => coverage.problem.value), busy: computed(() => coverage.busy.value),
    askedAt: coverage.askedAt, answeredAt: coverage.answeredAt, ask, cancel, stop, retry, clear,
  }
})
