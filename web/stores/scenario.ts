import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ScenarioAnswer } from '../../geodata/contract/scenarios.ts'
import type { ScenarioQuery } from '../../geodata/model/scenario.ts'
import type { Step } from '../../geodata/model/step.ts'
import { changed, redone, sameSteps, trackOf, undone, withoutStep, withStep, type Steps } from '../plan/steps.ts'
import { useQuestionStore } from './question.ts'

/** `stale`: what of its data changed since it was computed, each with its sentence. */
type Saved = Pick<ScenarioAnswer, 'id' | 'name' | 'etag' | 'steps' | 'query'> & Partial<Pick<ScenarioAnswer, 'stale'>>

/** What the planner tries out: steps over today's city, each of them undone and redone, and the saved scenario they are of. Nothing here touches the data. */
export const useScenarioStore = defineStore('scenario', () => {
  const question = useQuestionStore()
  const track = shallowRef(trackOf([]))
  /** The saved scenario; null: none yet. */
  const saved = shallowRef<Saved | null>(null)
  const name = ref('')
  /** What happened last, to be said aloud. */
  const last = shallowRef<{ what: 'added' | 'removed' | 'undone' | 'redone' | 'cleared'; count: number } | null>(null)

  const steps = computed<Steps>(() => track.value.now)
  const stands = computed(() => steps.value.length > 0)
  /** The question as a scenario holds it. */
  const query = computed<ScenarioQuery | null>(() => {
    if (!question.asked) return null
    const { asOf: _, ...query } = question.asked
    return query
  })
  const dirty = computed(() => (saved.value === null ? stands.value : !sameSteps(steps.value, saved.value.steps) || name.value !== saved.value.name || !sameQuery(saved.value.query, query.value)))

  const put = (next: Steps, what: 'added' | 'removed' | 'cleared'): void => {
    const before = track.value
    track.value = changed(before, next)
    if (track.value !== before) last.value = { what, count: track.value.now.length }
  }
  const add = (...more: readonly Step[]): void => put(more.reduce<Steps>(withStep, steps.value), 'added')
  const remove = (at: number): void => put(withoutStep(steps.value, at), 'removed')
  /** Takes all steps away; they can be had back by undo. */
  const clear = (): void => put([], 'cleared')
  const undo = (): void => {
    track.value = undone(track.value)
    last.value = { what: 'undone', count: track.value.now.length }
  }
  const redo = (): void => {
    track.value = redone(track.value)
    last.value = { what: 'redone', count: track.value.now.length }
  }

  /** Steps that come from a link: there is nothing to undo before them. */
  const adopt = (found: Steps): void => { if (!sameSteps(found, steps.value)) track.value = trackOf(found) }
  /** A saved scenario with its question. */
  const load = (scenario: Saved): void => {
    track.value = trackOf(scenario.steps)
    kept(scenario)
    const { category, area = null, minutes = null, metres = null, metric = 'network', profile = 'planning', group = null, at = null } = scenario.query
    question.change({ category, area, minutes, metres, metric, profile, group, at })
  }
  /** What was just saved: the steps and their undo stay. */
  const kept = (scenario: Saved): void => {
    saved.value = scenario
    name.value = scenario.name
  }
  /** Goes on without the saved scenario; the steps stay. */
  const part = (): void => { saved.value = null }
  /** Nothing is tried out and nothing was. */
  const forget = (): void => {
    track.value = trackOf([])
    saved.value = null
    name.value = ''
    last.value = null
  }
  /** As it is sent to be saved; null while the question is not known. */
  const asBody = (): { name: string; query: ScenarioQuery; steps: Step[] } | null => (query.value ? { name: name.value, query: query.value, steps: [...steps.value] } : null)
  return {
    steps, stands, dirty, name, query, last, saved, id: computed(() => saved.value?.id ?? null), etag: computed(() => saved.value?.etag ?? null),
    canUndo: computed(() => track.value.past.length > 0), canRedo: computed(() => track.value.future.length > 0),
    add, remove, clear, undo, redo, adopt, load, kept, part, forget, asBody,
  }
})

/** What a saved question does not say is the catalogue's; its area and hour are said whenever there are any. */
const sameQuery = (saved: ScenarioQuery, asked: ScenarioQuery | null): boolean => asked !== null && saved.area === asked.area && saved.at === asked.at
  && (['category', 'minutes', 'metres', 'metric', 'profile', 'group'] as const).every((key) => saved[key] === undefined || saved[key] === asked[key])
