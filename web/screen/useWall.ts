import { onScopeDispose, watch } from 'vue'
import { useViewAddress } from '../composables/viewAddress.ts'
import { useCityStore } from '../stores/city.ts'
import { useQuestionStore } from '../stores/question.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { useWallStore, type WallPut } from '../stores/wall.ts'
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
  // Whoever is bound to areas begins in the first of them.
  watch(() => session.reader, () => {
    const [own] = session.areas
    if (own && question.values.area === null) question.change({ area: own.code })
  }, { immediate: true })
  watch(() => wall.problem?.code, (code) => {
    if (code !== 'unknownArea') return
    wall.forgetRoot()
    question.refuse('area')
  })
  onScopeDispose(wall.stop)
  return { wall, faults: address.faults }
}
