import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { AnswerOf, BodyOf } from '../../geodata/contract/exchange.ts'
import { whatIf } from '../../geodata/contract/whatIf.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import type { Question } from '../../geodata/model/question.ts'
import type { Step } from '../../geodata/model/step.ts'
import { useClient } from '../api/key.ts'
import { failed, type Outcome, type Problem } from '../api/outcome.ts'
import { asking } from '../composables/asking.ts'
import type { MapCanvasExposed } from '../map/seam.ts'
import { kernelQuestion } from '../plan/asked.ts'
import { useDeskCity } from '../plan/deskCity.ts'
import type { DeskOutcome, DeskWorker } from '../plan/deskWorker.ts'
import { ghostDesk } from '../plan/ghost.ts'
import { newestOnly } from '../plan/newest.ts'
import { subjectOf, type Steps } from '../plan/steps.ts'
import { notInPack, type DeskAnswers, type DeskAsk, type DeskFault, type DeskSite, type DeskWhatIf, type DeskWithin } from '../workers/deskMessages.ts'
import { useAnswerStore } from './answer.ts'
import { useCityStore } from './city.ts'
import { useQuestionStore, type Asked } from './question.ts'
import { useScenarioStore } from './scenario.ts'
import { useSessionStore } from './session.ts'
import { useSpeechStore } from './speech.ts'
import { useTrialStore } from './trial.ts'

export type ServerWhatIf = AnswerOf<typeof whatIf>
type Put = { key: string; question: Question; steps: Steps }

/** How long the steps rest before the server is asked to work them out as well, milliseconds. */
const restMs = 350

/** What the steps come to: worked out here at once by the worker that holds the city, and then by the server, which also names the buildings. */
export const useWhatIfStore = defineStore('whatIf', () => {
  const client = useClient()
  const answer = useAnswerStore()
  const city = useCityStore()
  const question = useQuestionStore()
  const scenario = useScenarioStore()
  const session = useSessionStore()
  const speech = useSpeechStore()
  const trial = useTrialStore()
  const desk = useDeskCity()

  const found = shallowRef<{ key: string; answer: DeskWhatIf } | null>(null)
  /** A step that cannot be done. */
  const fault = shallowRef<DeskFault | null>(null)
  /** Why the city is not here. */
  const problem = shallowRef<Problem | null>(null)
  const asked = computed(() => question.asked && kernelQuestion(question.asked))
  const keyOf = (of: Question, steps: Steps): string => JSON.stringify([of, steps, city.revision, session.reader])
  const put = computed<Put | null>(() => (asked.value && scenario.stands ? { key: keyOf(asked.value, scenario.steps), question: asked.value, steps: scenario.steps } : null))
  const fresh = computed(() => (put.value !== null && found.value?.key === put.value.key ? found.value.answer : null))

  const local = newestOnly<Put, { problem: Problem } | DeskOutcome<'whatIf'>>(async ({ question: of, steps }) => {
    const opened = await desk.open(of)
    if (!opened.ok) return { problem: opened.error }
    const moment = await desk.momentOf(of)
    if (!moment.ok) return { problem: moment.error }
    return opened.value.ask({ kind: 'whatIf', question: of, moment: moment.value, steps: [...steps] })
  }, (outcome, { key }) => {
    // What the steps are no longer is of no interest; the newest is on its way.
    if (put.value?.key !== key) return
    problem.value = 'problem' in outcome ? outcome.problem : null
    fault.value = 'fault' in outcome ? outcome.fault : null
    found.value = 'answer' in outcome ? { key, answer: outcome.answer } : null
    trial.states = found.value ? whole(found.value.answer.states) : null
    trial.counts = found.value?.answer.after.states ?? null
  })
  /** What the pack does not hold stays as it is today. */
  const whole = (states: Uint8Array): Uint8Array => (answer.states ? states.map((state, at) => (state === notInPack ? answer.states?.[at] ?? state : state)) : states)

  const server = asking(({ asked: query, steps, lang }: { asked: Asked; steps: Steps; lang: 'zh' | 'en'; key: string }, signal) => client.ask(whatIf, { query, body: { steps: sentSteps(steps) }, lang, signal }))
  const checked = computed(() => (put.value !== null && server.answeredQuestion.value?.key === put.value.key ? server.answer.value : null))

  let resting: ReturnType<typeof setTimeout> | undefined
  watch(() => [put.value?.key ?? null, speech.lang] as const, ([key], before) => {
    clearTimeout(resting)
    const now = put.value
    if (!now || key === null) {
      trial.states = trial.counts = null
      trial.today = false
      found.value = fault.value = problem.value = null
      server.clear()
      return local.drop()
    }
    if (key !== before?.[0]) local.put(now)
    const query = question.asked
    if (query) resting = setTimeout(() => void server.ask({ asked: query, steps: now.steps, lang: speech.lang, key: now.key }), restMs)
  }, { immediate: true })
  watch(() => session.reader, (_now, before) => {
    if (before === null) return
    trial.take(null)
    scenario.forget()
    desk.drop()
  }, { flush: 'sync' })

  const map = shallowRef<MapCanvasExposed | null>(null)
  const ghosts = ghostDesk({
    map: () => map.value, steps: () => scenario.steps, question: () => asked.value, open: desk.open, momentOf: desk.momentOf,
    failed: (why) => { problem.value = typeof why === 'string' ? failed('shape', { message: why }).error : why },
  })

  const open = (): Promise<Outcome<DeskWorker>> => (asked.value ? desk.open(asked.value) : Promise.resolve(failed('notReady')))
  /** Who lives within a ring of corners; the worker is opened for it if need be. */
  const within = async (ring: readonly Position[]): Promise<Outcome<DeskWithin>> => {
    const opened = await open()
    if (!opened.ok) return opened
    const outcome = await opened.value.ask({ kind: 'within', ring: ring.map(([lon, lat]) => [lon, lat]) })
    return outcome.ok ? { ok: true, value: outcome.answer } : failed('shape', { message: outcome.fault.message })
  }
  const known = async <K extends 'site' | 'places'>(ask: Extract<DeskAsk, { kind: K }>): Promise<DeskAnswers[K] | null> => {
    const opened = await open()
    if (!opened.ok) problem.value = opened.error
    const outcome = opened.ok ? await opened.value.ask<K>(ask) : null
    return outcome?.ok ? outcome.answer : null
  }
  /** A site of the city as it is today; null: the pack does not hold it. */
  const site = (id: string): Promise<DeskSite | null> => known<'site'>({ kind: 'site', id })
  /** The sites and gates of the city that steps speak of, by id, as far as the pack holds them. */
  const places = shallowRef<DeskAnswers['places']>({})
  watch(() => scenario.steps.filter(({ kind }) => kind !== 'add' && kind !== 'passage').map(subjectOf), async (ids) => {
    if (ids.some((id) => !(id in places.value))) places.value = { ...places.value, ...(await known<'places'>({ kind: 'places', ids })) }
  }, { immediate: true })
  /** Names of gates are on the map alone: those that were picked there. */
  const gateNames = new Map<string, string>()
  watch(() => trial.tool, (tool) => { if (tool?.kind === 'gate') gateNames.set(tool.id, tool.name) })
  const nameOf = (step: Step): string => {
    if (step.kind === 'add') return step.site.name
    if (step.kind === 'openGate') return gateNames.get(step.gate) || speech.say('try.gate')
    return step.kind === 'passage' ? '' : places.value[step.facility]?.name ?? ''
  }
  const retry = (): void => {
    problem.value = null
    if (put.value) local.put(put.value)
    if (server.problem.value) void server.retry()
  }
  return {
    group: computed(() => question.group), straight: computed(() => question.values.metric === 'straight'),
    /** The figures are those of where the site is. */
    settled: ghosts.settled,
    figures: fresh, stale: computed(() => (fresh.value === null ? found.value?.answer ?? null : null)), busy: computed(() => put.value !== null && fresh.value === null && fault.value === null && problem.value === null),
    fault, problem, loading: desk.loading, checked, checking: server.busy, checkProblem: server.problem,
    ghost: ghosts.ghost, takeUp: ghosts.takeUp, moveGhost: ghosts.moveTo, dropGhost: ghosts.drop, forgetGhost: ghosts.forget, attach: (to: MapCanvasExposed | null) => { map.value = to },
    within, site, places, nameOf, retry, cancel: desk.cancel, snapMetres: desk.snapMetres,
  }
})

/** A schema reads places as pairs that may be written to; they are not. */
const sentSteps = (steps: Steps): BodyOf<typeof whatIf>['steps'] => steps as BodyOf<typeof whatIf>['steps']
