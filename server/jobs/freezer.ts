import type { JobOutcome } from '../store/jobs.ts'
import { startCaller } from './caller.ts'
import type { EditionNote, EditionRequest, EditionResponse } from './edition-messages.ts'
import type { EditionTask, JobProgress } from './job-task.ts'

/** Makes editions, each in a thread that begins and ends with it; null: it was cancelled by the signal. */
export type Freezer = { run(task: EditionTask, progress: (progress: JobProgress) => void, signal: AbortSignal): Promise<JobOutcome | null>; close(): Promise<void> }

const workerFile = new URL('edition-worker.ts', import.meta.url)

export function startFreezer(path: string): Freezer {
  const running = new Set<{ close(): Promise<void> }>()
  return {
    async run(task, progress, signal) {
      const { caller } = await startCaller<null, EditionRequest, EditionResponse, EditionNote>(workerFile, { path }, (note) => progress(note.progress))
      running.add(caller)
      const cancel = (): void => { caller.call({ kind: 'cancel' }).catch(() => {}) }
      signal.addEventListener('abort', cancel, { once: true })
      try {
        if (signal.aborted) return null
        const response = await caller.call({ kind: 'freeze', task })
        if (response.kind === 'ended') return response.outcome
        throw new Error(`the thread of an edition answered ${response.kind}`)
      } finally {
        signal.removeEventListener('abort', cancel)
        running.delete(caller)
        await caller.close()
      }
    },
    async close() {
      await Promise.all([...running].map((caller) => caller.close()))
    },
  }
}
