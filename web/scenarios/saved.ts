import { computed, ref, shallowRef } from 'vue'
import { scenarioAdd, scenarioRemove, scenarios, scenarioSave, type ScenarioAnswer } from '../../geodata/contract/scenarios.ts'
import { longestScenarioName } from '../../geodata/model/step.ts'
import { useClient } from '../api/key.ts'
import { answered, type Problem } from '../api/outcome.ts'
import { useAsked } from '../composables/asked.ts'
import { useSpeechStore } from '../stores/speech.ts'

/** What was removed and can be put back. */
export type Removed = { name: string; back: () => Promise<void> }

/** The saved scenarios and what one does with a whole one: rename, duplicate, recompute, remove and put back. Somebody else's newer change is never written over unseen. */
export const useSavedScenarios = () => {
  const client = useClient()
  const speech = useSpeechStore()
  const held = useAsked(() => ({}), async (_all, lang, signal) => {
    const outcome = await client.ask(scenarios, { lang, signal })
    return outcome.ok ? answered(outcome.value.scenarios) : outcome
  })
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const removed = shallowRef<Removed | null>(null)

  const write = async (put: () => ReturnType<typeof client.ask<typeof scenarioSave>>): Promise<ScenarioAnswer | null> => {
    if (busy.value) return null
    busy.value = true
    const outcome = await put()
    busy.value = false
    problem.value = outcome.ok ? null : outcome.error
    // Also after a refusal: whoever changed it meanwhile is shown.
    await held.again()
    return outcome.ok ? outcome.value : null
  }
  const rename = (one: ScenarioAnswer, name: string) => write(() => client.ask(scenarioSave, { path: { id: one.id }, body: { name }, ifMatch: one.etag, lang: speech.lang }))
  const recompute = (one: ScenarioAnswer) => write(() => client.ask(scenarioSave, { path: { id: one.id }, body: { recomputed: true }, ifMatch: one.etag, lang: speech.lang }))
  const duplicate = (one: ScenarioAnswer) => write(() => client.ask(scenarioAdd, { body: { name: copyName(one.name, (held.answer.value ?? []).map(({ name }) => name), (name, n) => speech.say('scenarios.copyOf', { name, n })), query: one.query, steps: one.steps }, lang: speech.lang }))
  const remove = async (one: ScenarioAnswer): Promise<boolean> => {
    const gone = await write(() => client.ask(scenarioRemove, { path: { id: one.id }, ifMatch: one.etag, lang: speech.lang }))
    if (!gone) return false
    removed.value = { name: one.name, back: async () => {
      const back = await write(() => client.ask(scenarioAdd, { body: { id: one.id, name: one.name, query: one.query, steps: one.steps, base: one.base }, lang: speech.lang }))
      if (back) removed.value = null
    } }
    return true
  }
  return {
    list: computed(() => held.answer.value), asked: held, busy, problem, removed, rename, recompute, duplicate, remove,
    calm: () => { problem.value = null }, hush: () => { removed.value = null },
  }
}

/** A name no other has, as long as a name may be. */
export const copyName = (name: string, taken: readonly string[], say: (name: string, n: number) => string): string => {
  for (let n = 2; ; n++) {
    const longer = say(name, n)
    const made = longer.length <= longestScenarioName ? longer : say(name.slice(0, name.length - (longer.length - longestScenarioName)), n)
    if (!taken.includes(made)) return made
  }
}
