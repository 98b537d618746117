import { computed, shallowRef, watch } from 'vue'
import { areas } from '../../geodata/contract/meta.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { useClient } from '../api/key.ts'
import { useCityStore } from '../stores/city.ts'
import { useSpeechStore } from '../stores/speech.ts'

type Row = { code: string; name: string; parent: string | null; label: Position | null }
const mostRows = 1000

/** Streets with their communities, to choose an area from; '' is the whole city. */
export const useAreaChoices = () => {
  const client = useClient()
  const city = useCityStore()
  const speech = useSpeechStore()
  const streets = shallowRef<readonly Row[]>([])
  const communities = shallowRef<readonly Row[]>([])
  watch(() => [city.revision, speech.lang] as const, async ([revision, lang]) => {
    if (revision === null) return
    const [upper, lower] = await Promise.all((['street', 'community'] as const).map((level) => client.ask(areas, { query: { level, limit: mostRows }, lang })))
    streets.value = upper.ok ? upper.value.areas : []
    communities.value = lower.ok ? lower.value.areas : []
  }, { immediate: true })
  const choices = computed(() => [
    { value: '', label: city.meta?.name || speech.say('app.wholeCity') },
    ...streets.value.flatMap((street) => [street, ...communities.value.filter((one) => one.parent === street.code)]).map(({ code, name, parent }) => ({ value: code, label: communities.value.some((one) => one.code === code && one.parent === parent) ? `${indent}${name}` : name })),
  ])
  return { choices, streets, communities }
}
/** An em space (U+2003): a community stands under its street. */
const indent = '\u2003'
