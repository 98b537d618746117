import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { useViewAddress } from '../composables/viewAddress.ts'
import { useCityStore } from '../stores/city.ts'
import { useQuestionStore } from '../stores/question.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { useWallStore, type WallPut } from '../stores/wall.ts'
import { problemSentence } from '../text/problem.ts'
import { wallTable } from './wallQuery.ts'

/** Puts the wall's question whenever what its answer rests on changes, and keeps its part of the address and the store alike. */
export const useWall = () => {
  const city = useCityStore()
  const question = useQuestionStore()
  const session = useSessionStore()
  const speech = useSpeechStore()
  const wall = useWallStore()
  const address = useViewAddress(wallTable)

  watch(address.values, (values) => { if (JSON.stringify(values) !== JSON.stringify(wall.values)) wall.change(values) }, { immediate: true, flush: 'sync' })
  watch(() => wall.values, (values) => address.change(values, question.quiet), { flush: 'sync' })

  const put = (): WallPut | null => (session.known && session.endedAccount === null && city.revision !== null && !city.meta?.empty
    ? { asked: wall.asked, lang: speech.lang, rests: `${city.revision} ${session.reader}` } : null)
  watch(() => JSON.stringify([put(), wall.holding]), () => {
    const now = put()
    if (now) void wall.ask(now)
  }, { immediate: true })
  watch(() => session.endedAccount, (ended) => { if (ended !== null) wall.stop() }, { flush: 'sync' })
  // The boundaries are others: a city that had one district may have two.
  watch(() => city.meta?.tileVersions.base, (_now, before) => { if (before !== undefined) wall.forgetRoot() })
  // Whoever is bound to areas begins in the first of them.
  watch(() => session.reader, () => {
    const [own] = session.areas
    if (own && question.values.area === null) question.change({ area: own.code })
  }, { immediate: true })
  /** What an address asked for and is not there, said as long as the wall shows what it shows instead. */
  const chosen = (): string => JSON.stringify([question.values.area, wall.values.only, wall.values.month, wall.values.edition])
  const refused = shallowRef<{ said: string; instead: string } | null>(null)
  watch(() => wall.problem, (problem) => {
    if (problem === null) return
    if (problem.code === 'unknownEdition' && wall.values.edition !== null) return leaveOut(problemSentence(problem, speech.say), { edition: null })
    const { parameter } = problem.details
    if (problem.code === 'badParameter' || problem.code === 'unknownArea') {
      if (parameter === 'only' && wall.values.only.length > 0) return leaveOut(problemSentence(problem, speech.say), { only: [] })
      if (parameter === 'month' && wall.values.month !== null) return leaveOut(problemSentence(problem, speech.say), { month: null })
    }
    if (problem.code !== 'unknownArea') return
    wall.forgetRoot()
    question.refuse('area')
  })
  function leaveOut(said: string, part: Partial<typeof wall.values>): void {
    wall.change(part)
    refused.value = { said, instead: chosen() }
  }
  onScopeDispose(wall.stop)
  return { wall, faults: address.faults, refused: computed(() => (refused.value?.instead === chosen() ? [refused.value.said] : [])) }
}
