import { useEventListener } from '@vueuse/core'
import { computed, ref } from 'vue'
import { useRouter } from 'vue-router'
import { useDeskDraftStore } from '../stores/deskDrafts.ts'
import { useDeskSaveStore } from '../stores/deskSaves.ts'
import { useSpeechStore } from '../stores/speech.ts'

/** Asks before texts that are not saved would be lost: when another view is gone to, and when the page is closed. */
export const useLeaving = () => {
  const drafts = useDeskDraftStore()
  const saves = useDeskSaveStore()
  const speech = useSpeechStore()
  const router = useRouter()
  const asked = ref<string | null>(null)
  const busy = ref(false)
  const refused = ref(false)
  let free = false

  const names = computed(() => [...drafts.drafts.values()].map(({ base, texts }) => texts['name'] || base.record.name || speech.say('desk.pin.new')))
  /** What a guard of the router answers: whether one may go. */
  const ask = (path: string): boolean => {
    // A log-in that has ended leads elsewhere and back; what was typed stays in the stores.
    if (free || drafts.count === 0 || path.startsWith('/log-in')) return true
    asked.value = path
    refused.value = false
    return false
  }
  const go = async (): Promise<void> => {
    const to = asked.value
    asked.value = null
    free = true
    if (to !== null) await router.push(to)
    free = false
  }
  const save = async (): Promise<void> => {
    busy.value = true
    for (const key of drafts.drafts.keys()) await saves.save(key)
    busy.value = false
    if (drafts.count === 0) return go()
    refused.value = true
  }
  const discard = async (): Promise<void> => {
    drafts.clear()
    await go()
  }
  useEventListener('beforeunload', (event) => { if (drafts.count > 0) event.preventDefault() })
  return { names, asked, busy, refused, ask, save, discard, stay: () => { asked.value = null } }
}
