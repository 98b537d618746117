import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { AnswerOf, QueryOf } from '../../geodata/contract/exchange.ts'
import { wall } from '../../geodata/contract/wall.ts'
import type { WallNumberCode, WallSubject } from '../../geodata/model/wall.ts'
import { useClient } from '../api/key.ts'
import { asking } from '../composables/asking.ts'
import { keepSame } from '../screen/keepSame.ts'
import { wallTable, type WallValues } from '../screen/wallQuery.ts'
import type { Lang } from '../text/numbers.ts'
import { useQuestionStore } from './question.ts'
import { useSessionStore } from './session.ts'
import { readTable } from './table.ts'

export type WallAnswer = AnswerOf<typeof wall>
export type WallAsked = QueryOf<typeof wall>
/** A question with all its answer rests on: `rests` changes with the data and the reader. */
export type WallPut = { asked: WallAsked; lang: Lang; rests: string }

/** Answers kept while nothing may move: a tour of forty places. */
const mostKept = 40
/** Levels whose areas can be chosen by themselves (contract: `only`). */
const choosable: readonly string[] = ['community', 'grid']
/** Levels that are shown even where there is but one. */
const finest: readonly string[] = ['street', ...choosable]

/** What the wall shows: its part of the address, the answer piece by piece, what is chosen and what is lit. Numbers, boards and map read the same here. */
export const useWallStore = defineStore('wall', () => {
  const client = useClient()
  const question = useQuestionStore()
  const session = useSessionStore()
  const values = shallowRef<WallValues>(readTable(wallTable, {}).values)
  const answer = shallowRef<WallAnswer | null>(null)
  /** Areas something points at: a bar, a row of a list, a shape on the map. */
  const lit = shallowRef<readonly string[]>([])
  /** While a tour plays no value moves. */
  const holding = ref(false)
  /** Newer values are there, and wait for the end of the tour. */
  const newer = ref(false)
  const kept = new Map<string, WallAnswer>()
  let heldRests: string | null = null
  /** What `answer` is the answer of; null: nothing is shown. */
  let shownPut: WallPut | null = null

  const held = asking(({ asked, lang }: WallPut, signal: AbortSignal) => client.ask(wall, { query: asked, lang, signal }))
  /** Where a city has one district there is nothing to choose: the whole is asked for as the first area that has several parts. */
  const root = shallowRef<string | null>(null)
  /** false: it only told where the parts begin, and what stood there stays. */
  const show = (next: WallAnswer): boolean => {
    const whole = question.values.area === null
    const only = whole ? onlyPart(next) : null
    if (only !== null) root.value = only
    else answer.value = keepSame(answer.value, whole && root.value !== null ? { ...next, area: null } : next)
    return only === null
  }
  let taken = false
  watch(held.answer, (next) => {
    taken = next !== null && show(next)
    if (next === null) answer.value = shownPut = null
  }, { flush: 'sync' })
  // The question is known just after its answer.
  watch(held.answeredQuestion, (put) => {
    if (!put || !taken) return
    shownPut = put
    if (holding.value && answer.value) keepOne(keyOf(put), answer.value)
  }, { flush: 'sync' })
  const keepOne = (key: string, one: WallAnswer): void => {
    kept.set(key, one)
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) kept.delete(oldest)
  }

  /** The number the map shows: the one that was opened last, and while the homes without a meal are listed, those. */
  const shows = computed(() => (values.value.subject === 'noMeals' ? 'leftOut' : values.value.shows))
  const asked = computed<WallAsked>(() => {
    const { only, month, edition } = values.value
    const area = question.values.area ?? root.value
    return { ...(area === null ? {} : { area }), ...(only.length === 0 ? {} : { only: only.join(',') }), ...(month === null ? {} : { month }), ...(edition === null ? {} : { edition }) }
  })
  const ask = async (put: WallPut): Promise<void> => {
    if (holding.value) {
      heldRests ??= put.rests
      newer.value ||= heldRests !== put.rests
      const before = kept.get(keyOf(put))
      if (before) {
        held.stop()
        if (show(before)) shownPut = { ...put, rests: heldRests }
        return
      }
    }
    await held.ask(put)
  }
  /** Nothing that is shown moves until it is let go; what is on the wall now counts as seen. */
  const hold = (on: boolean): void => {
    if (on === holding.value) return
    kept.clear()
    heldRests = null
    newer.value = false
    holding.value = on
    if (on && answer.value && shownPut) {
      heldRests = shownPut.rests
      kept.set(keyOf(shownPut), answer.value)
    }
  }
  /** All areas one can choose from: while some are chosen the answer brings only those. */
  const choices = shallowRef<WallAnswer['children']>([])
  watch(answer, (next, before) => {
    const stays = next !== null && next.only.length > 0 && next.area?.code === before?.area?.code && choices.value.length > 0
    if (!stays) choices.value = next?.children ?? []
  }, { flush: 'sync' })
  /** An edition is of one month or day, and knows no other: what a step of a tour says of months is of the live city. */
  const change = (part: Partial<WallValues>): void => {
    const next = { ...values.value, ...part }
    values.value = next.edition === null ? next : { ...next, month: null }
  }
  /** Another area: what was chosen in the last one is no choice there. */
  const enter = (area: string | null): void => {
    lit.value = []
    change({ only: [], building: null })
    question.change({ area, building: null, map: null })
  }
  /** One level up; false: this is the top. */
  const leave = (): boolean => {
    const chain = answer.value?.area?.chain ?? []
    if (values.value.only.length > 0) change({ only: [] })
    else if (question.values.area === null) return false
    else enter(chain.findLast((one) => one.code !== question.values.area)?.code ?? null)
    return true
  }
  /** Only these areas are counted; the same choice again takes it back. Areas above communities cannot be chosen by themselves: one alone is entered. */
  const choose = (codes: readonly string[], level: string): void => {
    if (codes.length === 0) return change({ only: [] })
    if (!choosable.includes(level)) return codes.length === 1 ? enter(codes[0]) : undefined
    const now = new Set(values.value.only)
    const same = codes.length === now.size && codes.every((code) => now.has(code))
    change({ only: same ? [] : codes.toSorted() })
  }
  const open = (subject: WallSubject | null): void => {
    const number = answer.value?.numbers.find((one) => one.code === subject)
    change({ subject, ...(number ? { shows: number.code } : {}) })
  }
  const light = (codes: readonly string[]): void => { if (codes.length > 0 || lit.value.length > 0) lit.value = codes }
  const clear = (): void => {
    held.clear()
    kept.clear()
    root.value = null
    answer.value = shownPut = null
    lit.value = []
  }
  // What one reader was shown must not stand there for the next.
  watch(() => session.reader, (_now, before) => { if (before !== null) clear() }, { flush: 'sync' })

  return {
    values, answer, choices: computed(() => choices.value), lit: computed(() => lit.value), asked, holding: computed(() => holding.value), newer: computed(() => newer.value),
    problem: computed(() => held.problem.value), askedAt: computed(() => held.askedAt.value), answeredAt: computed(() => held.answeredAt.value), busy: computed(() => held.busy.value),
    shows,
    /** The same number, with its figures. */
    shown: computed(() => answer.value?.numbers.find((one) => one.code === shows.value) ?? null),
    numberOf: (code: WallNumberCode) => answer.value?.numbers.find((one) => one.code === code) ?? null,
    ask, forgetRoot: () => { root.value = null }, retry: held.retry, stop: held.stop, hold, change, enter, leave, choose, open, light, clear,
  }
})

/** The only area below, where that one has parts of its own to go on to. */
const onlyPart = ({ children }: WallAnswer): string | null => (children.length === 1 && !finest.includes(children[0].level) ? children[0].code : null)
const keyOf = ({ asked, lang }: WallPut): string => JSON.stringify([asked, lang])
