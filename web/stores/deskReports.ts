import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import { reportDecide, reportList } from '../../geodata/contract/reports.ts'
import type { ReportState } from '../../geodata/model/venue.ts'
import { useClient } from '../api/key.ts'
import { answered, type Outcome, type Problem } from '../api/outcome.ts'
import { asking } from '../composables/asking.ts'
import type { Lang } from '../text/numbers.ts'
import { useDeskOpenStore } from './deskOpen.ts'
import { useSpeechStore } from './speech.ts'

export type ReportPage = AnswerOf<typeof reportList>
export type DeskReport = ReportPage['reports'][number]
export type Decision = Exclude<ReportState, 'pending'>

/** `areas`: asked one by one and joined, as the lists of records are; [null] is the whole city. `state` null: all. */
export type ReportPut = { areas: readonly (string | null)[]; state: ReportState | null; lang: Lang; version: string }

const pageReports = 50

/** What the public found wrong, what waits first; and what the editor makes of it. */
export const useDeskReportStore = defineStore('deskReports', () => {
  const client = useClient()
  const speech = useSpeechStore()
  const open = useDeskOpenStore()
  /** Which are listed; null: all. */
  const state = shallowRef<ReportState | null>(null)
  const pages = shallowRef<readonly { area: string | null; page: ReportPage }[]>([])
  const moreProblem = shallowRef<Problem | null>(null)
  /** Of the report that is being decided, or could not be. */
  const deciding = shallowRef<{ id: number; problem: Problem | null } | null>(null)

  const list = (put: Pick<ReportPut, 'state' | 'lang'>, area: string | null, cursor: string | null, signal?: AbortSignal) =>
    client.ask(reportList, { query: { limit: pageReports, ...(area === null ? {} : { area }), ...(put.state === null ? {} : { state: put.state }), ...(cursor === null ? {} : { cursor }) }, lang: put.lang, ...(signal ? { signal } : {}) })
  const first = asking(async (put: ReportPut, signal): Promise<Outcome<readonly { area: string | null; page: ReportPage }[]>> => {
    const found = await Promise.all(put.areas.map((area) => list(put, area, null, signal)))
    const read: { area: string | null; page: ReportPage }[] = []
    for (const [at, page] of found.entries()) {
      if (!page.ok) return page
      read.push({ area: put.areas[at] ?? null, page: page.value })
    }
    return answered(read)
  })
  watch(first.answer, (read) => {
    pages.value = read ?? []
    moreProblem.value = null
  }, { flush: 'sync' })

  /** Areas may lie within one another: a report counts once. */
  const reports = computed(() => {
    const once = new Map(pages.value.flatMap(({ page }) => page.reports.map((report) => [report.id, report] as const)))
    return [...once.values()].toSorted((one, other) => Number(other.state === 'pending') - Number(one.state === 'pending') || ((other.decidedAt ?? other.at) < (one.decidedAt ?? one.at) ? -1 : 1))
  })
  const sum = (of: (page: ReportPage) => number): number => pages.value.reduce((all, { page }) => all + of(page), 0)

  const more = async (): Promise<void> => {
    const put = first.answeredQuestion.value
    const at = pages.value.findIndex(({ page }) => page.next !== null)
    const from = pages.value[at]
    if (!put || !from) return
    const next = await list(put, from.area, from.page.next)
    if (pages.value[at] !== from) return
    moreProblem.value = next.ok ? null : next.error
    if (next.ok) pages.value = pages.value.map((one, index) => (index === at ? { ...one, page: { ...next.value, reports: [...one.page.reports, ...next.value.reports] } } : one))
  }
  const decide = async (id: number, state: Decision): Promise<boolean> => {
    deciding.value = { id, problem: null }
    const decided = await client.ask(reportDecide, { path: { id }, body: { state }, lang: speech.lang })
    deciding.value = decided.ok ? null : { id, problem: decided.error }
    if (!decided.ok) return false
    const wasPending = reports.value.some((report) => report.id === id && report.state === 'pending')
    pages.value = pages.value.map(({ area, page }) => ({ area, page: { ...page, pending: page.pending - Number(wasPending && page.reports.some((report) => report.id === id)), reports: page.reports.map((report) => (report.id === id ? decided.value : report)) } }))
    await open.readAgain()
    return true
  }
  const show = (wanted: ReportState | null): void => { state.value = wanted }
  return {
    state, show, reports, total: computed(() => sum((page) => page.total)), pending: computed(() => sum((page) => page.pending)), complete: computed(() => pages.value.every(({ page }) => page.next === null)), read: computed(() => first.answer.value !== null),
    problem: computed(() => first.problem.value), moreProblem, deciding, ask: first.ask, more, decide, retry: first.retry, clear: first.clear,
  }
})
