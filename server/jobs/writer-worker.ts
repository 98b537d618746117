import '../node-version.ts'
import type { JobOutcome } from '../store/jobs.ts'
import { openStore } from '../store/open-store.ts'
import { StoreError } from '../store/store-error.ts'
import { answerRequests } from './answering.ts'
import { progressTeller } from './progress-teller.ts'
import { runJob } from './run-job.ts'
import type { WriterNote, WriterRequest, WriterResponse } from './writer-messages.ts'

/** The one thread that writes, on a connection of its own: edits at once, also while a long job is under way. */
await answerRequests<null, WriterRequest, WriterResponse, WriterNote>(async ({ path }, tell) => {
  const store = await openStore(path)
  /** A load holds the database: waiting for its lock in this very thread would wait for ever. */
  let isLoading = false
  const cancelling = new Map<string, AbortController>()

  /** When another process was last found writing, after the whole of the patience of the database. */
  let busyAt = 0

  async function written(at: number, write: () => Promise<WriterResponse>): Promise<WriterResponse> {
    if (isLoading) return { kind: 'loading' }
    // Those that came meanwhile have waited with the one before them; each waiting anew, the last of ten would be told after a minute.
    if (at <= busyAt) return { kind: 'trouble', code: 'databaseBusy', details: {} }
    try {
      return await write()
    } catch (error) {
      if (error instanceof StoreError && error.code === 'databaseBusy') busyAt = Date.now()
      if (error instanceof StoreError) return { kind: 'trouble', code: error.code, details: error.details }
      throw error
    }
  }

  /** Null: it was cancelled. */
  async function outcomeOf({ task }: Extract<WriterRequest, { kind: 'job' }>): Promise<JobOutcome | null> {
    const controller = new AbortController()
    cancelling.set(task.id, controller)
    try {
      return await runJob(store, task, { signal: controller.signal, progress: progressTeller((progress) => tell({ id: task.id, progress })), loading: (is) => { isLoading = is } })
    } catch (error) {
      if (controller.signal.aborted) return null
      throw error
    } finally {
      cancelling.delete(task.id)
    }
  }

  return {
    ready: null,
    async respond(request) {
      switch (request.kind) {
        case 'edit': return written(request.at, async () => ({ kind: 'edited', outcome: await store.edit(request.edit, request.actor) }))
        case 'report': return written(request.at, async () => ({ kind: 'reported', report: await store.report(request.wish) }))
        case 'decide': return written(request.at, async () => ({ kind: 'reported', report: await store.decideReport(request.report, request.state) }))
        case 'tour': return written(request.at, async () => ({ kind: 'toured', outcome: await store.tours.write(request.wish) }))
        case 'scenario': return written(request.at, async () => ({ kind: 'planned', outcome: await store.scenarios.write(request.wish) }))
        case 'job': return { kind: 'ended', outcome: await outcomeOf(request) }
        case 'cancel':
          cancelling.get(request.id)?.abort()
          return { kind: 'told' }
      }
    },
    transfers: () => [],
  }
}, 'together')
