import { watch } from 'vue'
import { topLevel, useAreaStore } from '../stores/areas.ts'
import { useCityStore } from '../stores/city.ts'
import { useQuestionStore } from '../stores/question.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpeechStore } from '../stores/speech.ts'

/** Keeps the tree of areas at the area of the address; an account that is bound to areas begins in the first of them, and a code that is not known is refused. */
export const usePlace = (): void => {
  const areas = useAreaStore()
  const city = useCityStore()
  const question = useQuestionStore()
  const session = useSessionStore()
  const speech = useSpeechStore()
  watch(() => session.reader, () => {
    const [own] = session.areas
    if (own && question.values.area === null) question.change({ area: own.code })
  }, { immediate: true })
  watch(() => [question.values.area, city.revision, speech.lang] as const, ([code, revision, lang]) => {
    const top = topLevel(city.meta?.counts.areas ?? {})
    if (revision !== null && top) void areas.go({ code, top, lang })
  }, { immediate: true })
  watch(() => areas.problem?.code, (code) => { if (code === 'unknownArea') question.refuse('area') })
}
