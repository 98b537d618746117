import { computed, watch } from 'vue'
import type { Position } from '../../geodata/model/geometry.ts'
import { rounded } from '../map/metres.ts'
import type { MapCanvasExposed } from '../map/seam.ts'
import { useCityStore } from '../stores/city.ts'
import { useQuestionStore } from '../stores/question.ts'
import { useScenarioStore } from '../stores/scenario.ts'
import { useSelectionStore } from '../stores/selection.ts'
import { useSpeechStore } from '../stores/speech.ts'
import { useTrialStore } from '../stores/trial.ts'
import { useWhatIfStore } from '../stores/whatIf.ts'
import type { GhostStart } from './ghost.ts'
import { freshId, subjectOf } from './steps.ts'

/** Lets in whoever comes. */
export const everyone = { audience: 'everyone', minAge: null, maxAge: null, onlyAreas: [] } as const

/** A site in the hand: it hangs on the pointer or is dragged, and becomes a step when it is put down where people can walk to it. */
export const useGhostTool = (map: () => MapCanvasExposed | null, middle: () => Position | null) => {
  const city = useCityStore()
  const question = useQuestionStore()
  const scenario = useScenarioStore()
  const selection = useSelectionStore()
  const speech = useSpeechStore()
  const trial = useTrialStore()
  const whatIf = useWhatIfStore()

  /** Whether nobody could walk to a site at this place. */
  const refused = computed(() => whatIf.ghost?.move != null && whatIf.ghost.move.snapMetres === null)

  /** Nearer than this single buildings are drawn with their states. */
  const nearZoom = 14.2
  const begin = (start?: GhostStart): void => {
    const position = start?.position ?? selection.position ?? middle()
    const category = question.category
    if (!position || !category) return
    const place: Position = [rounded(position[0]), rounded(position[1])]
    const fresh = (): GhostStart => ({ id: freshId(scenario.steps, 's'), name: nameOf(city.nameOf(category)), category: category.code, admission: everyone, home: null, position: place })
    void whatIf.takeUp(start ?? fresh())
    if ((question.values.map?.zoom ?? 0) < nearZoom) map()?.flyTo(place, nearZoom)
  }
  /** A name that no other site of the scenario has. */
  const nameOf = (category: string): string => {
    const names = new Set(scenario.steps.map((step) => (step.kind === 'add' ? step.site.name : '')))
    let number = 1
    while (names.has(speech.say('try.newName', { category, number }))) number++
    return speech.say('try.newName', { category, number })
  }
  /** false: it cannot stay here, or nobody knows yet. */
  const keep = (): boolean => {
    const { ghost } = whatIf
    if (!ghost?.move || refused.value) return false
    const { id, name, category, admission, home, position } = ghost
    if (home === null) scenario.add({ kind: 'add', site: { id, name, category, position, admission, hours: null, seats: null, candidate: null } })
    else if (home[0] !== position[0] || home[1] !== position[1]) scenario.add({ kind: 'move', facility: id, position })
    else {
      trial.take(null)
      return true
    }
    whatIf.dropGhost()
    trial.take(null)
    return true
  }
  // A question that changes under the hand begins anew.
  watch(() => JSON.stringify(question.asked), () => {
    const { ghost } = whatIf
    if (ghost) void whatIf.takeUp({ id: ghost.id, name: ghost.name, category: ghost.category, admission: ghost.admission, home: ghost.home, position: ghost.position })
  })
  return { refused, begin, keep, stepOf: (id: string) => scenario.steps.find((step) => subjectOf(step) === id) ?? null }
}
