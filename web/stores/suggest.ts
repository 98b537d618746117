import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { area } from '../../geodata/contract/meta.ts'
import { sitingCandidates, sitingResult } from '../../geodata/contract/siting.ts'
import type { Position } from '../../geodata/model/geometry.ts'
import { useClient } from '../api/key.ts'
import { answered, isBarred, type Outcome, type Problem } from '../api/outcome.ts'
import { useAsked } from '../composables/asked.ts'
import type { Suggestion } from '../plan/suggest/curve.ts'
import type { OwnPlace } from '../plan/suggest/upload.ts'
import { readRing } from '../plan/ring.ts'
import { drawnMark, excluding, freeing, locking, standardWish, wishBody, type Wish } from '../plan/suggest/wish.ts'
import { sameSteps, subjectOf, type Steps } from '../plan/steps.ts'
import { hasEnded, useJobStore } from './jobs.ts'
import { useQuestionStore, type Asked } from './question.ts'
import { useScenarioStore } from './scenario.ts'
import { useSessionStore } from './session.ts'
import { useSpeechStore } from './speech.ts'
import { useSuggestMarksStore } from './suggestMarks.ts'

/** How often a job is asked after where no news of it came, milliseconds. */
const pollMs = 2500
const mostPast = 50
/** Polygons of rings of corners. */
type Rings = readonly (readonly (readonly Position[])[])[]
type Found = { job: string; asked: Asked; wish: Wish; steps: Steps; answer: Suggestion }

/** Which sites would help most: the wish, the job that works it out, and the last good answer. A newer request takes the place of an older one. */
export const useSuggestStore = defineStore('suggest', () => {
  const client = useClient()
  const jobs = useJobStore()
  const marks = useSuggestMarksStore()
  const question = useQuestionStore()
  const scenario = useScenarioStore()
  const session = useSessionStore()
  const speech = useSpeechStore()

  const wish = shallowRef<Wish>(standardWish)
  /** Wishes before sites were excluded or locked, to be had back. */
  const past = shallowRef<readonly Wish[]>([])
  /** What was excluded last, to be said; null: nothing. */
  const lastExcluded = ref<string | null>(null)
  const own = shallowRef<readonly OwnPlace[]>([])
  const open = ref(false)
  /** Something was asked for: it stands in the address. */
  const begun = ref(false)

  const candidates = useAsked(() => (open.value ? question.asked : null), (query, lang, signal) => client.ask(sitingCandidates, { query, lang, signal }))
  const known = computed(() => (candidates.answer.value ? new Set(candidates.answer.value.candidates.map(({ id }) => id)) : null))

  /** Outlines of areas kept free, by code. */
  const outlines = new Map<string, Rings>()
  const noGo = async (): Promise<Outcome<Rings>> => {
    for (const code of wish.value.free) {
      if (outlines.has(code)) continue
      if (code.startsWith(drawnMark)) {
        const ring = readRing(code.slice(drawnMark.length))
        outlines.set(code, ring ? [[[...ring, ring[0]]]] : [])
        continue
      }
      const found = await client.ask(area, { path: { code }, lang: speech.lang })
      if (!found.ok) return found
      outlines.set(code, (found.value.boundary ?? []).map((rings) => rings.map(fewer)))
    }
    return answered(wish.value.free.flatMap((code) => outlines.get(code) ?? []))
  }

  /** The request that is followed: before its job is known, and after. */
  let asked = 0
  const job = ref<string | null>(null)
  const startedAt = ref<number | null>(null)
  const pending = shallowRef<Omit<Found, 'answer' | 'job'> | null>(null)
  const found = shallowRef<Found | null>(null)
  const problem = shallowRef<Problem | null>(null)
  /** Why a job that ended gave nothing. */
  const ended = shallowRef<{ state: 'failed'; reason: string } | { state: 'cancelled' } | null>(null)
  const following = computed(() => (job.value === null ? null : jobs.rows.find(({ id }) => id === job.value) ?? null))
  const busy = computed(() => startedAt.value !== null)

  const rest = (): void => {
    startedAt.value = pending.value = null
    job.value = null
  }
  const run = async (): Promise<void> => {
    const query = question.asked
    if (!query) return
    asked += 1
    const mine = asked, older = job.value
    const base = { asked: query, wish: wish.value, steps: scenario.steps }
    begun.value = true
    ended.value = problem.value = null
    startedAt.value = Date.now()
    pending.value = base
    const rings = await noGo()
    if (mine !== asked) return
    const started = rings.ok ? await jobs.startSiting(query, wishBody(base.wish, { steps: base.steps, known: known.value, own: own.value, noGo: rings.value }, older)) : rings
    // Somebody wished for something else meanwhile: nobody follows this one.
    if (mine !== asked) return started.ok ? void jobs.cancel(started.value.id) : undefined
    if (started.ok) {
      job.value = started.value.id
      return
    }
    problem.value = started.error
    rest()
  }
  const fetchFound = async (id: string): Promise<void> => {
    const mine = asked, base = pending.value
    const outcome = await client.ask(sitingResult, { path: { id }, lang: speech.lang })
    if (mine !== asked || base === null) return
    if (outcome.ok) found.value = { ...base, job: id, answer: outcome.value }
    else problem.value = outcome.error
    rest()
  }
  watch(() => following.value?.state, () => {
    const now = following.value
    if (!now || !hasEnded(now)) return
    if (now.state === 'done') return void fetchFound(now.id)
    ended.value = now.state === 'failed' ? { state: 'failed', reason: now.failure ?? '' } : { state: 'cancelled' }
    rest()
  })
  let poll: ReturnType<typeof setInterval> | undefined
  watch(job, (id) => {
    clearInterval(poll)
    if (id !== null) poll = setInterval(() => void jobs.read(id), pollMs)
  })
  /** The reader does not want to wait: the last good answer stays. */
  const cancel = (): void => {
    const id = job.value
    asked += 1
    rest()
    ended.value = { state: 'cancelled' }
    if (id !== null) void jobs.cancel(id)
  }
  watch(() => speech.lang, async (lang) => {
    const now = found.value
    if (!now) return
    const outcome = await client.ask(sitingResult, { path: { id: now.job }, lang })
    if (outcome.ok && found.value === now) found.value = { ...now, answer: outcome.value }
  })

  const change = (part: Partial<Wish>): void => { wish.value = { ...wish.value, ...part } }
  const choose = (next: Wish, again: boolean): void => {
    if (next === wish.value) return
    past.value = [...past.value.slice(1 - mostPast), wish.value]
    wish.value = next
    if (again && begun.value) void run()
  }
  /** Not this one: the rest settles anew at once. */
  const exclude = (id: string): void => {
    lastExcluded.value = id
    choose(excluding(wish.value, id), true)
  }
  const free = (id: string): void => choose(freeing(wish.value, id), true)
  /** What is suggested already changes nothing by being locked. */
  const lock = (id: string): void => choose(locking(wish.value, id), !found.value?.answer.chosen.some(({ candidate }) => candidate.id === id) || busy.value)
  const undo = (): void => {
    const before = past.value.at(-1)
    if (!before) return
    past.value = past.value.slice(0, -1)
    const { excluded, locked } = before
    wish.value = { ...wish.value, excluded, locked }
    lastExcluded.value = null
    if (begun.value) void run()
  }

  const done = computed(() => new Set(scenario.steps.map(subjectOf)))
  const isTaken = (one: Suggestion['chosen'][number]): boolean => done.value.has(subjectOf(one.candidate.step))
  const take = (...taken: readonly Suggestion['chosen'][number][]): void => scenario.add(...taken.map(({ candidate }) => candidate.step))
  /** The answer is about another question, other steps or another wish than those that stand now. */
  const isStale = computed(() => {
    const now = found.value
    if (!now) return false
    const suggested = new Set(now.answer.chosen.map(({ candidate }) => subjectOf(candidate.step)))
    const base = scenario.steps.filter((step) => !suggested.has(subjectOf(step)) || now.steps.some((other) => subjectOf(other) === subjectOf(step)))
    return JSON.stringify(now.asked) !== JSON.stringify(question.asked) || !sameSteps(base, now.steps) || JSON.stringify(now.wish) !== JSON.stringify({ ...wish.value, locked: now.wish.locked })
  })
  const nameOf = (id: string): string => candidates.answer.value?.candidates.find((one) => one.id === id)?.name ?? own.value.find((one) => one.id === id)?.name
    ?? found.value?.answer.chosen.find(({ candidate }) => candidate.id === id)?.candidate.name ?? names.get(id) ?? id
  /** Of those that were suggested once: points of the network have their names from there. */
  const names = new Map<string, string>()
  watch(found, (now) => { for (const { candidate } of now?.answer.chosen ?? []) names.set(candidate.id, candidate.name) })
  // On the map: those that are not steps yet, which have marks of their own.
  watch(() => [found.value, done.value, open.value] as const, () => {
    marks.marks = !open.value ? [] : (found.value?.answer.chosen ?? []).flatMap((one, at) => (isTaken(one) ? [] : [{ id: one.candidate.id, number: at + 1, name: one.candidate.name, position: one.candidate.position }]))
  })
  watch(() => session.reader, (_now, before) => {
    if (before === null) return
    asked += 1
    rest()
    found.value = ended.value = problem.value = null
    past.value = []
  }, { flush: 'sync' })
  watch(problem, (now) => { if (now && isBarred(now)) found.value = null })

  return {
    wish, past, lastExcluded, own, open, begun, candidates: candidates.answer, candidateProblem: candidates.problem, found, problem, ended, busy, startedAt, job: following, isStale,
    run, cancel, change, exclude, free, lock, undo, take, isTaken, nameOf, retry: candidates.retry,
  }
})

/** Most corners of a ring that is sent. */
const mostCorners = 500
/** An outline with fewer corners where it has too many: every so many of them, and closed. */
const fewer = (ring: readonly Position[]): readonly Position[] => {
  const every = Math.ceil(ring.length / (mostCorners - 1))
  const kept = ring.filter((_corner, at) => at % every === 0)
  const [first, last] = [kept[0], kept.at(-1)]
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...kept, first] : kept
}
