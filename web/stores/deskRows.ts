import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { useClient } from '../api/key.ts'
import { answered, type Outcome, type Problem } from '../api/outcome.ts'
import { recordsOf, type ListPage } from '../api/records.ts'
import { asking } from '../composables/asking.ts'
import { joinedPages } from '../desk/pages.ts'
import type { DeskKind, DeskStanding } from '../desk/record.ts'
import type { Lang } from '../text/numbers.ts'
import { useSpeechStore } from './speech.ts'

/** `areas`: asked one by one and joined, since an account may hold several that lie apart; [null] is the whole city. */
export type RowPut = { kind: DeskKind; areas: readonly (string | null)[]; category: string | null; unchecked: boolean; q: string | null; lang: Lang; revision: string | null }

/** Rows of a first page of each area, and of each further one; the contract allows 1000. */
const pageRows = 200
const mostRows = 1000

/** The table's records, page by page. New data under the same filters keep as many rows as were read. */
export const useDeskRowStore = defineStore('deskRows', () => {
  const client = useClient()
  const speech = useSpeechStore()
  const records = recordsOf(client, () => speech.lang)
  const pages = shallowRef<readonly ListPage[]>([])
  const moreProblem = shallowRef<Problem | null>(null)
  /** Ids of records that somebody else has changed while they were shown. */
  const touched = shallowRef<ReadonlySet<string>>(new Set())
  const own = new Set<string>()
  let limit = pageRows
  let fetching: AbortController | null = null

  const queryOf = ({ category, unchecked, q }: RowPut, area: string | null) => ({ ...(area === null ? {} : { area }), ...(unchecked ? { unchecked: 'yes' as const } : {}), ...(category === null ? {} : { category }), ...(q === null ? {} : { q }) })
  const first = asking(async (put: RowPut, signal): Promise<Outcome<readonly ListPage[]>> => {
    const found = await Promise.all(put.areas.map((area) => records.list(put.kind, { ...queryOf(put, area), limit }, signal)))
    const read: ListPage[] = []
    for (const page of found) {
      if (!page.ok) return page
      read.push(page.value)
    }
    return answered(read)
  })
  const joined = computed(() => joinedPages(pages.value))
  const rows = computed(() => joined.value.rows)
  const byId = computed(() => new Map(rows.value.map((row) => [row.record.id, row])))

  let shownList = ''
  const ask = async (put: RowPut): Promise<void> => {
    fetching?.abort()
    fetching = null
    const { lang: _lang, revision: _revision, ...list } = put
    const same = JSON.stringify(list) === shownList
    if (!same) touched.value = new Set()
    shownList = JSON.stringify(list)
    limit = same ? Math.min(mostRows, Math.max(pageRows, ...pages.value.map((page) => page.rows.length))) : pageRows
    await first.ask(put)
  }
  watch(first.answer, (read) => {
    fetching?.abort()
    fetching = null
    moreProblem.value = null
    const before = byId.value
    pages.value = read ?? []
    const changed = rows.value.filter(({ record, etag }) => before.has(record.id) && before.get(record.id)?.etag !== etag && !own.has(etag)).map(({ record }) => record.id)
    if (changed.length > 0) touched.value = new Set([...touched.value, ...changed])
  }, { flush: 'sync' })

  const more = async (): Promise<void> => {
    const put = first.answeredQuestion.value
    const { at } = joined.value
    const page = at === null ? undefined : pages.value[at]
    if (!put || at === null || !page || page.next === null || fetching) return
    const mine = new AbortController()
    fetching = mine
    const read = await records.list(put.kind, { ...queryOf(put, put.areas[at] ?? null), limit: pageRows, cursor: page.next }, mine.signal)
    if (fetching !== mine) return
    fetching = null
    moreProblem.value = read.ok ? null : read.error
    if (read.ok) pages.value = pages.value.map((one, index) => (index === at ? { ...read.value, rows: [...one.rows, ...read.value.rows] } : one))
  }
  /** What one's own saving made of a record: shown at once, without asking for the list again. */
  const put = (standing: DeskStanding): void => {
    own.add(standing.etag)
    forget(standing.record.id)
    pages.value = pages.value.map((page) => ({ ...page, rows: page.rows.map((row) => (row.record.id === standing.record.id ? standing : row)) }))
  }
  const drop = (id: string): void => {
    pages.value = pages.value.map((page) => {
      const kept = page.rows.filter((row) => row.record.id !== id)
      return { ...page, rows: kept, total: page.total - (page.rows.length - kept.length) }
    })
  }
  const forget = (id: string): void => {
    if (touched.value.has(id)) touched.value = new Set([...touched.value].filter((one) => one !== id))
  }
  return {
    rows, byId, touched, total: computed(() => joined.value.total), complete: computed(() => joined.value.at === null), read: computed(() => first.answer.value !== null), moreProblem,
    problem: computed(() => first.problem.value), busy: computed(() => first.busy.value), askedAt: first.askedAt, answeredAt: first.answeredAt, kind: computed(() => first.answeredQuestion.value?.kind ?? null),
    ask, more, put, drop, forget, retry: first.retry, cancel: first.cancel, clear: first.clear,
  }
})
