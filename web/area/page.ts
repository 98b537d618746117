import { computed, watch } from 'vue'
import { useRoute } from 'vue-router'
import { areaPage } from '../../geodata/contract/areaPage.ts'
import { states } from '../../geodata/contract/coverage.ts'
import { useClient } from '../api/key.ts'
import { answered } from '../api/outcome.ts'
import { useAsked } from '../composables/asked.ts'
import { useViewAddress } from '../composables/viewAddress.ts'
import { useNewestMonth } from '../registers/month.ts'
import { useSessionStore } from '../stores/session.ts'
import { areaTable } from './areaQuery.ts'
import { firstGap } from './figures.ts'

/** Everything the page of the area in the address shows. */
export const useAreaPage = () => {
  const client = useClient()
  const route = useRoute()
  const session = useSessionStore()
  const newest = useNewestMonth()
  const { values, faults, change } = useViewAddress(areaTable)
  const code = computed(() => (route.name === 'area' ? String(route.params['code'] ?? '') : ''))
  const month = computed(() => values.value.month ?? newest.value)
  const held = useAsked(() => (code.value === '' ? null : { code: code.value, month: month.value }), (asked, lang, signal) =>
    client.ask(areaPage, { path: { code: asked.code }, query: asked.month === null ? {} : { month: asked.month }, lang, signal }))
  const page = computed(() => (held.answer.value?.area.code === code.value ? held.answer.value : null))

  const service = computed(() => values.value.service ?? (page.value ? firstGap(page.value.gaps) : null))
  /** State of every building by the service shown; who may not see single buildings sees none. */
  const shownStates = useAsked(() => (service.value !== null && session.may('states') ? { category: service.value } : null), async (query, lang, signal) => {
    const outcome = await client.bytes(states, { query, lang, signal })
    return outcome.ok ? answered({ category: query.category, bytes: outcome.value }) : outcome
  })
  // Another area has gaps of its own.
  watch(code, (now) => { if (now !== '' && values.value.service !== null) change({ service: null }) })
  const buildings = computed(() => (shownStates.answer.value?.category === service.value ? shownStates.answer.value?.bytes ?? null : null))
  return { ...held, code, month, newest, values, faults, change, page, service, buildings }
}
