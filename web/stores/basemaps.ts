import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { basemaps as exchange } from '../../geodata/contract/basemaps.ts'
import { useClient } from '../api/key.ts'
import type { OuterMap } from '../map/seam.ts'
import { useQuestionStore } from './question.ts'
import { useSpeechStore } from './speech.ts'

/** A list that did not come is asked for again, each time after twice as long: milliseconds. */
const patience = { first: 5_000, most: 300_000 } as const

/** Outer base maps of the deployment, asked for once when a map is seen; none is on until the address names it. */
export const useBasemapStore = defineStore('basemaps', () => {
  const client = useClient()
  const question = useQuestionStore()
  const speech = useSpeechStore()
  const list = shallowRef<readonly OuterMap[]>([])
  let asked = false
  let waits: number = patience.first
  const load = async (): Promise<void> => {
    if (asked) return
    asked = true
    const told = await client.ask(exchange, { signal: new AbortController().signal, lang: speech.lang })
    if (told.ok) list.value = told.value.basemaps
    else {
      setTimeout(() => { asked = false; void load() }, waits)
      waits = Math.min(patience.most, waits * 2)
    }
  }
  watch(() => question.values.base, (name) => { if (name !== null) void load() }, { immediate: true })
  const chosen = computed(() => list.value.find((one) => one.name === question.values.base) ?? null)
  const choose = (name: string | null): void => question.change({ base: name })
  return { list, chosen, choose, load }
})
