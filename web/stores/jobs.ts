import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type * as z from 'zod/mini'
import { exchanges } from '../../geodata/contract/first.ts'
import type { jobEvent } from '../../geodata/contract/events.ts'
import type { BodyOf, QueryOf } from '../../geodata/contract/exchange.ts'
import type { JobAnswer } from '../../geodata/contract/jobs.ts'
import type { editionFreeze } from '../../geodata/contract/editions.ts'
import type { sitingStart } from '../../geodata/contract/siting.ts'
import type { exportStart, importStart } from '../../geodata/contract/starts.ts'
import { keepFile } from '../api/keep.ts'
import { useClient } from '../api/key.ts'
import type { Outcome, Problem } from '../api/outcome.ts'
import { asking } from '../composables/asking.ts'
import { useSpeechStore } from './speech.ts'

/** More jobs than this are of no interest in a drawer. */
const mostJobs = 50
export const hasEnded = ({ state }: Pick<JobAnswer, 'state'>): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

/** Long work on the server. The list lives there: a reload, or another tab, shows the same. */
export const useJobStore = defineStore('jobs', () => {
  const client = useClient()
  const speech = useSpeechStore()
  const rows = shallowRef<readonly JobAnswer[]>([])
  const loaded = ref(false)
  /** The job that ended last while this page was open, to be said aloud. */
  const lastEnded = shallowRef<JobAnswer | null>(null)
  /** What could not be cancelled or fetched, or did not start. */
  const actProblem = shallowRef<Problem | null>(null)
  const listing = asking((_now: number, signal) => client.ask(exchanges.jobList, { query: { limit: mostJobs }, lang: speech.lang, signal }))

  const put = (job: JobAnswer): void => {
    const before = rows.value.find((row) => row.id === job.id)
    rows.value = before ? rows.value.map((row) => (row.id === job.id ? job : row)) : [job, ...rows.value]
    if (before && !hasEnded(before) && hasEnded(job)) lastEnded.value = job
  }
  const load = async (): Promise<void> => {
    await listing.ask(Date.now())
    const page = listing.answer.value
    if (!page || listing.problem.value) return
    const before = rows.value
    rows.value = page.jobs
    loaded.value = true
    const ended = page.jobs.find((job) => hasEnded(job) && before.some((row) => row.id === job.id && !hasEnded(row)))
    if (ended) lastEnded.value = ended
  }
  const read = async (id: string): Promise<void> => {
    const found = await client.ask(exchanges.jobRead, { path: { id }, lang: speech.lang })
    if (found.ok) put(found.value)
  }
  /** Progress comes by itself; a job unknown here, or one that ended, is read whole. */
  const hear = ({ id, state, stage, done, total }: z.infer<typeof jobEvent>): void => {
    const known = rows.value.find((row) => row.id === id)
    if (!known || state === 'done' || state === 'failed' || state === 'cancelled') return void read(id)
    put({ ...known, state: state === 'queued' ? 'queued' : 'running', stage, done, total })
  }

  const acting = async (answer: Promise<Outcome<JobAnswer>>): Promise<Outcome<JobAnswer>> => {
    const outcome = await answer
    actProblem.value = outcome.ok ? null : outcome.error
    if (outcome.ok) put(outcome.value)
    return outcome
  }
  const cancel = (id: string) => acting(client.ask(exchanges.jobCancel, { path: { id }, lang: speech.lang }))
  // What jobs are begun with names every sheet there is: it comes when one is begun.
  const starts = () => import('../../geodata/contract/starts.ts')
  const startExport = async (asked: BodyOf<typeof exportStart>, area: string | null) =>
    acting(client.ask((await starts()).exportStart, { query: area === null ? {} : { area }, body: asked, lang: speech.lang }))
  const startImport = async (file: Blob, query: QueryOf<typeof importStart>) => acting(client.ask((await starts()).importStart, { query, file, lang: speech.lang }))
  const startRebuild = async () => acting(client.ask((await starts()).rebuildStart, { lang: speech.lang }))
  const startEdition = async (asked: BodyOf<typeof editionFreeze>) => acting(client.ask((await import('../../geodata/contract/editions.ts')).editionFreeze, { body: asked, lang: speech.lang }))
  const startSiting = async (query: QueryOf<typeof sitingStart>, asked: BodyOf<typeof sitingStart>) => acting(client.ask((await import('../../geodata/contract/siting.ts')).sitingStart, { query, body: asked, lang: speech.lang }))
  const keep = async ({ id, file }: JobAnswer): Promise<void> => {
    const found = await client.file(exchanges.jobResult, { path: { id }, lang: speech.lang })
    actProblem.value = found.ok ? null : found.error
    if (found.ok) keepFile(found.value, file?.name ?? id)
  }
  const clear = (): void => {
    listing.clear()
    rows.value = []
    loaded.value = false
    lastEnded.value = null
    actProblem.value = null
  }
  return {
    rows: computed(() => rows.value), loaded, lastEnded, actProblem, problem: computed(() => listing.problem.value), busy: computed(() => listing.busy.value),
    running: computed(() => rows.value.filter((job) => !hasEnded(job)).length),
    load, read, hear, cancel, keep, startExport, startImport, startRebuild, startEdition, startSiting, clear,
  }
})
