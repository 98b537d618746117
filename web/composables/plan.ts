import { computed, watch } from 'vue'
import { useAnswerStore, type Put } from '../stores/answer.ts'
import { dotLevels, mostEstates, topLevel, useAreaStore } from '../stores/areas.ts'
import { useCityStore } from '../stores/city.ts'
import { useGapStore } from '../stores/gaps.ts'
import { useQuestionStore } from '../stores/question.ts'
import { useSelectionStore } from '../stores/selection.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpeechStore } from '../stores/speech.ts'

/** Puts the questions of the planner's view whenever what they rest on changes: the question, the language, the data, who reads. */
export const usePlan = () => {
  const city = useCityStore()
  const question = useQuestionStore()
  const speech = useSpeechStore()
  const answer = useAnswerStore()
  const gaps = useGapStore()
  const selection = useSelectionStore()
  const areas = useAreaStore()
  const session = useSessionStore()

  /** Once it is known who reads; not while a log-in has ended, so that the last picture stays. */
  const asks = computed(() => session.known && session.endedAccount === null && session.admits('leader'))
  const put = (): Put | null => (question.asked && asks.value ? { asked: question.asked, lang: speech.lang, revision: `${city.revision} ${session.reader}` } : null)

  // An account that is bound to areas begins in the first of them; the whole city is one step up.
  watch(() => session.reader, () => {
    const [own] = session.areas
    if (own && question.values.area === null) question.change({ area: own.code })
  }, { immediate: true })
  // Every value is compared as text: stores hand out new objects for the same question.
  watch(() => JSON.stringify(put()), () => {
    const now = put()
    if (now && !city.meta?.empty) void answer.ask(now)
  }, { immediate: true })
  watch(() => JSON.stringify([put(), question.values.sort]), () => {
    const now = put()
    if (now && !city.meta?.empty && session.may('gaps')) void gaps.ask({ ...now, sort: question.values.sort })
  }, { immediate: true })
  watch(() => JSON.stringify([put(), question.values.building]), () => {
    const now = put()
    if (now && session.may('basket')) void selection.askBasket(now)
  }, { immediate: true })
  watch(() => [question.values.area, city.revision, speech.lang] as const, ([code, revision, lang]) => {
    const top = topLevel(city.meta?.counts.areas ?? {})
    if (revision !== null && top) void areas.go({ code, top, lang })
  }, { immediate: true })
  watch(() => city.revision, () => {
    const dots = dotLevels(city.meta?.counts.areas ?? {})
    if (dots.length > 0) void areas.loadLabels(dots, speech.lang)
    const estates = city.meta?.counts.areas.estate ?? 0
    if (estates > 0 && estates <= mostEstates) void areas.loadEstates(speech.lang)
  }, { immediate: true })

  // What comes from here on would be for somebody without a log-in.
  watch(() => session.endedAccount, (ended) => {
    if (ended === null) return
    answer.stop()
    gaps.stop()
  }, { flush: 'sync' })
  watch(() => [answer.problem?.code, areas.problem?.code], (codes) => {
    if (codes.includes('unknownArea')) question.refuse('area')
    if (codes.includes('areaTooFine')) question.bar('area')
    if (codes.includes('limitNotListed')) question.bar('limit')
  })
  watch(() => selection.problem?.code, (code) => { if (code === 'unknownBuilding') question.refuse('building') })

  return { put }
}
