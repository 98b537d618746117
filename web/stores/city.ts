import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { exchanges } from '../../geodata/contract/first.ts'
import { useClient } from '../api/key.ts'
import { asking } from '../composables/asking.ts'
import type { Lang } from '../text/numbers.ts'
import { useSpeechStore } from './speech.ts'

/** How often the server is asked whether the data changed, milliseconds. */
export const pollMs = 10_000
/** Below this many people in one building or class no figure is shown; the catalogue's value wins (PRODUCT.md: k = 10). */
const usualK = 10

/** The city as a whole: versions, counts, categories, standards. Asked again by itself, so that an import reaches open pages. */
export const useCityStore = defineStore('city', () => {
  const client = useClient()
  const speech = useSpeechStore()
  const metaAsking = asking((lang: Lang, signal) => client.ask(exchanges.meta, { signal, lang }))
  const categoryAsking = asking((lang: Lang, signal) => client.ask(exchanges.categories, { signal, lang }))
  const standardAsking = asking((lang: Lang, signal) => client.ask(exchanges.standards, { signal, lang }))

  const meta = computed(() => metaAsking.answer.value)
  const categories = computed(() => categoryAsking.answer.value?.categories ?? [])
  const standards = computed(() => standardAsking.answer.value?.standards ?? [])
  const profiles = computed(() => standardAsking.answer.value?.profiles ?? [])
  const rules = computed(() => standardAsking.answer.value?.rules ?? [])
  /** Arrangements of holidays, for what is said of opening hours. */
  const holidays = computed(() => standardAsking.answer.value?.holidays ?? [])
  /** What this deployment calls a thing that has other names elsewhere; '' until it is known. */
  const chosen = (code: string): string => standardAsking.answer.value?.choices.find((row) => row.code === code)?.chosen ?? ''
  const k = computed(() => rules.value.find((rule) => rule.code === 'kAnonymity')?.value ?? usualK)
  const problem = computed(() => metaAsking.problem.value ?? categoryAsking.problem.value)
  /** Changes whenever anything that figures rest on does. */
  const revision = computed(() => (meta.value ? JSON.stringify([meta.value.versions, meta.value.tileVersion, meta.value.catalogueVersion]) : null))

  const refresh = async (): Promise<void> => { await metaAsking.ask(speech.lang) }
  watch(revision, () => {
    if (!meta.value || meta.value.empty) return
    void categoryAsking.ask(speech.lang)
    void standardAsking.ask(speech.lang)
  }, { flush: 'sync' })
  const retry = async (): Promise<void> => {
    await Promise.all([refresh(), ...(categoryAsking.problem.value ? [categoryAsking.retry()] : []), ...(standardAsking.problem.value ? [standardAsking.retry()] : [])])
  }
  return {
    meta, categories, standards, profiles, rules, holidays, chosen, k, problem, revision, answeredAt: metaAsking.answeredAt, refresh, retry,
    /** Names of the catalogue in the language of the reader. */
    nameOf: (row: { name: string; nameEn: string }) => (speech.lang === 'en' && row.nameEn !== '' ? row.nameEn : row.name),
  }
})
