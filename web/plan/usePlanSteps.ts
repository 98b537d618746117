import { ref, watch } from 'vue'
import { useClient } from '../api/key.ts'
import { useViewAddress } from '../composables/viewAddress.ts'
import { useScenarioStore } from '../stores/scenario.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { optional, text } from '../stores/table.ts'
import { longestStepText } from './steps.ts'

/** Steps that are tried out stand in the address as letters, those of a saved scenario under its id. */
const stepTable = {
  steps: optional<string>('replace', 'fault.code', text(longestStepText), String),
  scenario: optional<string>('replace', 'fault.code', text(64), String),
} as const

/** Keeps the address and the scenario alike, both ways: a link gives the steps back exactly. How they are written is fetched when there are any. */
export const usePlanSteps = () => {
  const client = useClient()
  const scenario = useScenarioStore()
  const speech = useSpeechStore()
  const { values, change } = useViewAddress(stepTable)
  /** The link held steps that cannot be read, or a scenario that is not there. */
  const unread = ref(false)
  /** The letters of the steps as they stand; null: none are written. */
  let written: string | null = null

  const write = async (): Promise<void> => {
    const { steps, id, dirty } = scenario
    if (steps.length === 0 || (id !== null && !dirty)) {
      written = null
      return change({ steps: null, scenario: id }, true)
    }
    const { writeSteps } = await import('./stepText.ts')
    if (steps !== scenario.steps) return
    const letters = writeSteps(steps)
    written = letters.length <= longestStepText ? letters : null
    change({ steps: written, scenario: id }, true)
  }
  const read = async (letters: string | null): Promise<void> => {
    if (letters === written) return
    written = letters
    if (letters === null) return scenario.adopt([])
    const { readSteps } = await import('./stepText.ts')
    const steps = readSteps(letters)
    unread.value = steps === null
    if (steps) scenario.adopt(steps)
    else change({ steps: null }, true)
  }
  /** The saved scenario of a link; steps that stand in the link beside it have been changed since. */
  const open = async (id: string): Promise<void> => {
    const { scenarioRead } = await import('../../geodata/contract/scenarios.ts')
    const outcome = await client.ask(scenarioRead, { path: { id }, lang: speech.lang })
    unread.value = !outcome.ok
    if (!outcome.ok) return change({ scenario: null }, true)
    if (values.value.steps === null) scenario.load(outcome.value)
    else scenario.kept(outcome.value)
  }
  const { steps: letters, scenario: id } = values.value
  if (letters !== null) void read(letters)
  else if (scenario.stands) void write()
  if (id !== null && id !== scenario.id) void open(id)

  watch(() => [scenario.steps, scenario.id, scenario.dirty] as const, () => void write())
  watch(() => values.value.steps, (now) => void read(now))
  return { unread }
}
