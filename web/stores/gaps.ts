import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { exchanges } from '../../geodata/contract/first.ts'
import type { GapRow } from '../../geodata/contract/coverage.ts'
import { useClient } from '../api/key.ts'
import type { Problem } from '../api/outcome.ts'
import { asking } from '../composables/asking.ts'
import type { Put } from './answer.ts'
import type { Sort } from './query.ts'

export type GapPut = Put & { sort: Sort }

/** Rows of the first page, and of each further one; the contract allows 1000. */
const pageRows = 100
const mostRows = 1000

/** Buildings left out, page by page. A new question starts anew; a new version of the data keeps as many rows as were read. */
export const useGapStore = defineStore('gaps', () => {
  const client = useClient()
  const rows = shallowRef<readonly GapRow[]>([])
  const next = ref<string | null>(null)
  const moreProblem = shallowRef<Problem | null>(null)
  let limit = pageRows
  const first = asking(({ asked, lang, sort }: GapPut, signal) => client.ask(exchanges.gaps, { query: { ...asked, sort, limit }, lang, signal }))
  let fetching: AbortController | null = null

  const ask = async (put: GapPut): Promise<void> => {
    fetching?.abort()
    fetching = null
    const before = first.answeredQuestion.value
    const sameList = before !== null && JSON.stringify([before.asked, before.sort]) === JSON.stringify([put.asked, put.sort])
    limit = sameList ? Math.min(mostRows, Math.max(pageRows, rows.value.length)) : pageRows
    await first.ask(put)
  }
  // A first page replaces the list, whoever asked for it: the reader, a new version of the data, or a retry.
  watch(first.answer, (page) => {
    fetching?.abort()
    fetching = null
    moreProblem.value = null
    rows.value = page?.rows ?? []
    next.value = page?.next ?? null
  }, { flush: 'sync' })
  const more = async (): Promise<void> => {
    const put = first.answeredQuestion.value
    if (!put || next.value === null || fetching) return
    const mine = new AbortController()
    fetching = mine
    const page = await client.ask(exchanges.gaps, { query: { ...put.asked, sort: put.sort, limit: pageRows, cursor: next.value }, lang: put.lang, signal: mine.signal })
    if (fetching !== mine) return
    fetching = null
    moreProblem.value = page.ok ? null : page.error
    if (!page.ok) return
    rows.value = [...rows.value, ...page.value.rows]
    next.value = page.value.next
  }
  const rowOfIndex = (index: number): GapRow | undefined => rows.value.find((row) => row.building.index === index)
  return {
    list: computed(() => first.answer.value), rows, next, moreProblem, problem: computed(() => first.problem.value), busy: computed(() => first.busy.value),
    askedAt: first.askedAt, answeredAt: first.answeredAt, ask, more, retry: first.retry, cancel: first.cancel, stop: first.stop, clear: first.clear, rowOfIndex,
  }
})
