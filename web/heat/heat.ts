import { computed, shallowRef, watch } from 'vue'
import { heat } from '../../geodata/contract/heat.ts'
import { useClient } from '../api/key.ts'
import type { Outcome } from '../api/outcome.ts'
import { useAsked } from '../composables/asked.ts'
import { useViewAddress } from '../composables/viewAddress.ts'
import { useCityStore } from '../stores/city.ts'
import { useQuestionStore } from '../stores/question.ts'
import { useSessionStore } from '../stores/session.ts'
import type { Lang } from '../text/numbers.ts'
import type { HeatAnswer } from './cells.ts'
import { hasMonths, heatTable, measureIn } from './heatQuery.ts'

/** Answers kept while one page plays: two years of months. */
const mostKept = 30

/** The heat map's question, its answer, and the months it can play. Months that were seen are not asked again. */
export const useHeat = () => {
  const client = useClient()
  const city = useCityStore()
  const question = useQuestionStore()
  const session = useSessionStore()
  const { values, faults, change } = useViewAddress(heatTable)
  const kept = new Map<string, HeatAnswer>()
  watch(() => [city.revision, session.reader], () => kept.clear(), { flush: 'sync' })

  const measure = computed(() => measureIn(values.value))
  const queryAt = (month: string | null) => {
    const { layer, shape, size, kind } = values.value
    return {
      layer, shape, ...(measure.value === null ? {} : { measure: measure.value }), ...(shape === 'hexagons' ? { resolution: Number(size) } : {}), ...(kind === null ? {} : { category: kind }),
      ...(question.values.area === null ? {} : { area: question.values.area }), ...(month === null || !hasMonths(layer) ? {} : { from: month, to: month }),
    }
  }
  type Query = ReturnType<typeof queryAt>
  const ask = async (asked: Query, lang: Lang, signal?: AbortSignal): Promise<Outcome<HeatAnswer>> => {
    const key = JSON.stringify([asked, lang])
    const before = kept.get(key)
    if (before) return { ok: true, value: before }
    const outcome = await client.ask(heat, { query: asked, lang, ...(signal ? { signal } : {}) })
    if (outcome.ok) {
      kept.set(key, outcome.value)
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest)
    }
    return outcome
  }
  /** The newest month is known from the first answer: until then the server is asked which there are. */
  const known = shallowRef<readonly string[]>([])
  const months = computed(() => (hasMonths(values.value.layer) ? known.value : []))
  const month = computed(() => (months.value.includes(values.value.month ?? '') ? values.value.month : months.value.at(-1) ?? null))
  const held = useAsked(() => queryAt(values.value.month ?? month.value), ask)
  // A month that there is not is not waited for.
  watch(() => held.answer.value, (now) => {
    if (now && now.months.length > 0) known.value = now.months
    const wanted = values.value.month
    if (now && wanted !== null && now.months.length > 0 && hasMonths(now.layer) && !now.months.includes(wanted)) change({ month: null })
    if (now && values.value.kind !== null && !now.categories.some((row) => row.code === values.value.kind)) change({ kind: null })
  })
  return { values, faults, change, measure, months, month, query: computed(() => queryAt(month.value)), ...held }
}
