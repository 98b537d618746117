import { watch } from 'vue'
import { useAnswerStore } from '../stores/answer.ts'
import { useCityStore } from '../stores/city.ts'
import { useGapStore } from '../stores/gaps.ts'
import { useGrowthStore } from '../stores/growth.ts'
import { useJobStore } from '../stores/jobs.ts'
import { useSearchStore } from '../stores/search.ts'
import { useSelectionStore } from '../stores/selection.ts'
import { useSessionStore } from '../stores/session.ts'
import { useSpotStore } from '../stores/spot.ts'

/** What one reader was shown must not stand there for the next. */
export const forgetBetweenReaders = (): void => {
  const session = useSessionStore()
  const kept = [useAnswerStore(), useGapStore(), useGrowthStore(), useJobStore(), useSearchStore(), useSelectionStore()]
  const spot = useSpotStore()
  const city = useCityStore()
  watch(() => session.reader, (_now, before) => {
    if (before === null) return
    for (const store of kept) store.clear()
    spot.show(null)
    void city.refresh()
  }, { flush: 'sync' })
}
