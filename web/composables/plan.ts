import { onScopeDispose, watch } from 'vue'
import { useAnswerStore, type Put } from '../stores/answer.ts'
import { dotLevels, mostEstates, topLevel, useAreaStore } from '../stores/areas.ts'
import { pollMs, useCityStore } from '../stores/city.ts'
import { useGapStore } from '../stores/gaps.ts'
import { useQuestionStore } from '../stores/question.ts'
import { useSelectionStore } from '../stores/selection.ts'
import { useSpeechStore } from '../stores/speech.ts'

/** Puts the questions of the planner's view whenever what they rest on changes: the question, the language, the data. */
export const usePlan = () => {
  const city = useCityStore()
  const question = useQuestionStore()
  const speech = useSpeechStore()
  const answer = useAnswerStore()
  const gaps = useGapStore()
  const selection = useSelectionStore()
  const areas = useAreaStore()

  const put = (): Put | null => (question.asked ? { asked: question.asked, lang: speech.lang, revision: city.revision } : null)

  // Every value is compared as text: stores hand out new objects for the same question.
  watch(() => JSON.stringify(put()), () => {
    const now = put()
    if (now && !city.meta?.empty) void answer.ask(now)
  }, { immediate: true })
  watch(() => JSON.stringify([put(), question.values.sort]), () => {
    const now = put()
    if (now && !city.meta?.empty) void gaps.ask({ ...now, sort: question.values.sort })
  }, { immediate: true })
  watch(() => JSON.stringify([put(), question.values.building]), () => {
    const now = put()
    if (now) void selection.askBasket(now)
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

  watch(() => [answer.problem?.code, areas.problem?.code], (codes) => { if (codes.includes('unknownArea')) question.refuse('area') })
  watch(() => selection.problem?.code, (code) => { if (code === 'unknownBuilding') question.refuse('building') })

  void city.refresh()
  const poll = setInterval(() => { if (!document.hidden) void city.refresh() }, pollMs)
  onScopeDispose(() => clearInterval(poll))
  return { put }
}
