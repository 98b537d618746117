import { computed, ref, shallowRef } from 'vue'
import { failed, isBarred, type Outcome, type Problem } from '../api/outcome.ts'

export type Asking<Q, A> = ReturnType<typeof asking<Q, A>>

/** Pauses before the server is asked again by itself, milliseconds; the last one repeats. A restart takes seconds, not minutes. */
export const retryPausesMs = [800, 1500, 3000, 5000] as const

/**
 * One question at a time: the newest wins, answers to older ones are dropped. A failure keeps the last good answer, unless this reader may not have one.
 * A server that is starting or out of reach is asked again by itself.
 */
export const asking = <Q, A>(put: (question: Q, signal: AbortSignal) => Promise<Outcome<A>>, now: () => number = Date.now) => {
  const answer = shallowRef<A | null>(null)
  /** The question the answer belongs to. */
  const answeredQuestion = shallowRef<Q | null>(null)
  const answeredAt = ref<number | null>(null)
  /** When the question under way was put; null when none is. */
  const askedAt = ref<number | null>(null)
  const problem = shallowRef<Problem | null>(null)
  let current: { question: Q; control: AbortController } | null = null
  let latest: Q | null = null
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const ask = async (question: Q): Promise<void> => {
    clearTimeout(timer)
    current?.control.abort()
    const mine = { question, control: new AbortController() }
    current = mine
    latest = question
    askedAt.value ??= now()
    const outcome = await put(question, mine.control.signal)
    if (current !== mine) return
    current = null
    askedAt.value = null
    if (outcome.ok) {
      failures = 0
      problem.value = null
      answer.value = outcome.value
      answeredQuestion.value = question
      answeredAt.value = now()
      return
    }
    problem.value = outcome.error
    if (isBarred(outcome.error)) {
      answer.value = null
      answeredQuestion.value = null
    }
    if (outcome.error.kind === 'network' || outcome.error.kind === 'notReady') {
      const pause = retryPausesMs[Math.min(failures, retryPausesMs.length - 1)]
      failures += 1
      timer = setTimeout(() => void retry(), pause)
    }
  }
  const retry = async (): Promise<void> => { if (latest !== null) await ask(latest) }
  const stop = (): void => {
    clearTimeout(timer)
    current?.control.abort()
    current = null
    askedAt.value = null
  }
  /** The reader does not want to wait: the last good answer stays. */
  const cancel = (): void => {
    if (!current) return
    stop()
    problem.value = failed('cancelled').error
  }
  /** Nothing is asked and nothing is known. */
  const clear = (): void => {
    stop()
    latest = null
    answer.value = null
    answeredQuestion.value = null
    problem.value = null
  }
  return { answer, answeredQuestion, answeredAt, askedAt, problem, busy: computed(() => askedAt.value !== null), ask, retry, cancel, stop, clear }
}
