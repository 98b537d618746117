import { basename } from 'node:path'
import type { Edit } from '../../geodata/model/edit.ts'
import type { Report } from '../../geodata/model/report.ts'
import type { ReportState } from '../../geodata/model/venue.ts'
import { busyWords } from '../../geodata/words/busy.ts'
import { errorSentence } from '../../geodata/words/errors.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { Refusal } from '../answers/refusal.ts'
import type { JobOutcome } from '../store/jobs.ts'
import type { ReportWish } from '../store/reports.ts'
import type { EditOutcome } from '../store/store.ts'
import type { ScenarioOutcome, ScenarioWish } from '../store/scenarios.ts'
import type { TourOutcome, TourWish } from '../store/tours.ts'
import { startCaller } from './caller.ts'
import type { JobProgress, WriterTask } from './job-task.ts'
import type { WriterNote, WriterRequest, WriterResponse } from './writer-messages.ts'

/** The writing thread as the routes see it. */
export type Writer = {
  /** Throws Refusal: writerBusy while someone else writes, diskTrouble when nothing can be written. The language is that of what the database complains of. */
  edit(edit: Edit, actor: string, language: Language): Promise<EditOutcome>
  /** What somebody found wrong, and what came of it (null: there is no such report). Throws Refusal like an edit. */
  report(wish: ReportWish, language: Language): Promise<Report>
  decide(report: number, state: Exclude<ReportState, 'pending'>, language: Language): Promise<Report | null>
  /** A tour of the wall, new, changed or gone. Throws Refusal like an edit. */
  tour(wish: TourWish, language: Language): Promise<TourOutcome>
  /** A planner's scenario, new, changed or gone. Throws Refusal like an edit. */
  scenario(wish: ScenarioWish, language: Language): Promise<ScenarioOutcome>
  /** A long job, beside the edits; null: it was cancelled by the signal. */
  run(task: WriterTask, progress: (progress: JobProgress) => void, signal: AbortSignal): Promise<JobOutcome | null>
  close(): Promise<void>
}

const workerFile = new URL('writer-worker.ts', import.meta.url)

/** Returns at once; the thread starts behind it. */
export function startWriter(path: string): Writer {
  const listening = new Map<string, (progress: JobProgress) => void>()
  let isClosed = false
  let started = start()

  function start(): ReturnType<typeof startCaller<null, WriterRequest, WriterResponse>> {
    const starting = startCaller<null, WriterRequest, WriterResponse, WriterNote>(workerFile, { path }, ({ id, progress }) => listening.get(id)?.(progress))
    // Told to whoever edits; nobody may be waiting yet.
    starting.catch(() => {})
    return starting
  }

  /** The thread; a new one where the last one died, so that one bad import does not end all editing. */
  async function running(): Promise<Awaited<typeof started>['caller']> {
    const last = started
    const known = await last.catch(() => null)
    if (started === last && !isClosed && (!known || known.caller.ended)) started = start()
    return (await started).caller
  }

  async function reported(request: Extract<WriterRequest, { kind: 'report' | 'decide' }>, language: Language): Promise<Report | null> {
    const response = await (await running()).call(request)
    if (response.kind === 'reported') return response.report
    if (response.kind === 'loading' || response.kind === 'trouble') throw refusalOf(response, language)
    throw new Error(`the writer answered a report with ${response.kind}`)
  }

  return {
    async report(wish, language) {
      const report = await reported({ kind: 'report', wish, at: Date.now() }, language)
      if (!report) throw new Error(`a report about ${wish.facility} was written and is not there`)
      return report
    },
    decide: (report, state, language) => reported({ kind: 'decide', report, state, at: Date.now() }, language),
    async edit(edit, actor, language) {
      const caller = await running()
      const response = await caller.call({ kind: 'edit', edit, actor, at: Date.now() })
      if (response.kind === 'edited') return response.outcome
      if (response.kind === 'loading' || response.kind === 'trouble') throw refusalOf(response, language)
      throw new Error(`the writer answered an edit with ${response.kind}`)
    },
    async tour(wish, language) {
      const response = await (await running()).call({ kind: 'tour', wish, at: Date.now() })
      if (response.kind === 'toured') return response.outcome
      if (response.kind === 'loading' || response.kind === 'trouble') throw refusalOf(response, language)
      throw new Error(`the writer answered a tour with ${response.kind}`)
    },
    async scenario(wish, language) {
      const response = await (await running()).call({ kind: 'scenario', wish, at: Date.now() })
      if (response.kind === 'planned') return response.outcome
      if (response.kind === 'loading' || response.kind === 'trouble') throw refusalOf(response, language)
      throw new Error(`the writer answered a scenario with ${response.kind}`)
    },
    async run(task, progress, signal) {
      const caller = await running()
      if (signal.aborted) return null
      const cancel = (): void => { caller.call({ kind: 'cancel', id: task.id }).catch(() => {}) }
      listening.set(task.id, progress)
      signal.addEventListener('abort', cancel, { once: true })
      try {
        const response = await caller.call({ kind: 'job', task })
        if (response.kind === 'ended') return response.outcome
        throw new Error(`the writer answered a job with ${response.kind}`)
      } finally {
        signal.removeEventListener('abort', cancel)
        listening.delete(task.id)
      }
    },
    async close() {
      isClosed = true
      const last = await started.catch(() => null)
      await last?.caller.close()
    },
  }
}

/** What the routes are told where the writer could not write. Some codes of the store only mean: wait. */
export function refusalOf(trouble: Extract<WriterResponse, { kind: 'loading' | 'trouble' }>, language: Language): Refusal {
  if (trouble.kind === 'loading') return new Refusal('writerBusy', { found: busyWords.loading[language] })
  if (trouble.code === 'databaseBusy') return new Refusal('writerBusy', { found: busyWords.other[language] })
  // Where the database lies on this machine is nobody's business.
  const { path } = trouble.details
  return new Refusal('diskTrouble', { found: errorSentence(trouble.code, { ...trouble.details, ...(typeof path === 'string' && { path: basename(path) }) }, language) })
}
