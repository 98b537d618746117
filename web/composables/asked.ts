import { onScopeDispose, watch } from 'vue'
import type { Outcome } from '../api/outcome.ts'
import { useCityStore } from '../stores/city.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpeechStore } from '../stores/speech.ts'
import type { Lang } from '../text/numbers.ts'
import { asking } from './asking.ts'

type Put<Q> = { asked: Q; lang: Lang; rests: string }

/**
 * One question of a view, put whenever what its answer rests on changes: the question itself, the data, the language, who reads. `question` null: nothing is asked.
 * What one reader was answered does not stay for the next.
 */
export const useAsked = <Q, A>(question: () => Q | null, ask: (asked: Q, lang: Lang, signal: AbortSignal) => Promise<Outcome<A>>) => {
  const city = useCityStore()
  const session = useSessionStore()
  const speech = useSpeechStore()
  const held = asking(({ asked, lang }: Put<Q>, signal: AbortSignal) => ask(asked, lang, signal))
  const put = (): Put<Q> | null => {
    const asked = session.known && session.endedAccount === null && city.revision !== null && !city.meta?.empty ? question() : null
    return asked === null ? null : { asked, lang: speech.lang, rests: `${city.revision} ${session.reader}` }
  }
  watch(() => session.reader, (_now, before) => { if (before !== null) held.clear() }, { flush: 'sync' })
  watch(() => JSON.stringify(put()), () => {
    const now = put()
    if (now) void held.ask(now)
  }, { immediate: true })
  watch(() => session.endedAccount, (ended) => { if (ended !== null) held.stop() }, { flush: 'sync' })
  onScopeDispose(held.stop)
  /** Asks again, also for what has not changed: somebody wrote. */
  const again = async (): Promise<void> => {
    const now = put()
    if (now) await held.ask(now)
  }
  return { answer: held.answer, problem: held.problem, askedAt: held.askedAt, answeredAt: held.answeredAt, busy: held.busy, retry: held.retry, cancel: held.cancel, again, put: (value: A) => { held.answer.value = value } }
}
