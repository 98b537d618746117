import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../answers/refusal.ts'
import { refusalDetails } from '../answers/refusal-details.ts'
import { resultName } from '../jobs/job-folders.ts'
import type { JobProgress, SitingTask } from '../jobs/job-task.ts'
import type { JobOutcome } from '../store/jobs.ts'
import type { World } from '../world.ts'
import type { SitingNote, SitingStart, SitingStored } from './siting-messages.ts'

/** Which sites help most, each question in a thread of its own; null: it was cancelled by the signal, which ends the thread at once. */
export type SitingLane = { run(task: SitingTask, progress: (progress: JobProgress) => void, signal: AbortSignal): Promise<JobOutcome | null>; close(): Promise<void> }

const workerFile = new URL('siting-worker.ts', import.meta.url)

/** A search looks at the clock now and then; a thread that has not done so for so long is ended. */
const graceMilliseconds = 60_000

/** One question of a large city holds its network, a row for each candidate and the solver. */
const mostMegabytes = 4096

export function startSitingLane(world: Pick<World, 'site'>): SitingLane {
  const running = new Set<Worker>()

  /** Null: aborted. */
  async function answered(start: SitingStart, progress: (progress: JobProgress) => void, signal: AbortSignal): Promise<SitingNote | null> {
    const worker = new Worker(workerFile, { workerData: start, transferList: [start.pack.buffer], resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
    running.add(worker)
    let late: NodeJS.Timeout | undefined
    try {
      return await new Promise<SitingNote | null>((resolve, reject) => {
        late = setTimeout(() => resolve({ kind: 'late' }), start.problem.limitMilliseconds + graceMilliseconds)
        late.unref()
        signal.addEventListener('abort', () => resolve(null), { once: true })
        worker.on('message', (note: SitingNote) => { if (note.kind === 'progress') progress(note.progress); else resolve(note) })
        worker.on('error', reject)
        worker.on('exit', (code) => reject(new Error(`the thread of a siting ended with ${code}`)))
      })
    } finally {
      clearTimeout(late)
      running.delete(worker)
      await worker.terminate()
    }
  }

  return {
    async run({ wish, folder }, progress, signal) {
      try {
        progress({ stage: 'siteCity', done: 0, total: null })
        const { problem, pack } = await world.site({ query: wish.query, body: wish.body, reader: wish.reader }, true, 'zh')
        if (signal.aborted) return null
        if (!pack) throw new Error('the city gave no pack for a siting')
        const note = await answered({ problem, pack }, progress, signal)
        if (note === null || signal.aborted) return null
        if (note.kind === 'late') return { failure: { code: 'sitingTooLong', details: {} }, report: null, file: null }
        if (note.kind === 'refused') return { failure: { code: note.code, details: note.details }, report: null, file: null }
        if (note.kind !== 'found') throw new Error(note.kind === 'broken' ? note.failure : 'the thread of a siting said nothing')
        const { candidates: _, ...asked } = problem
        const stored: SitingStored = { asked, candidates: problem.candidates.length, found: note.found }
        return { failure: null, report: reportOf(stored), file: written(folder, stored) }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        const { details } = refusalDetails(error.value, 'zh')
        return { failure: { code: error.value.code, details }, report: null, file: null }
      }
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.terminate()))
    },
  }
}

function written(folder: string, stored: SitingStored): { name: string; bytes: number } {
  const bytes = Buffer.from(JSON.stringify(stored))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, resultName('json')), bytes)
  return { name: 'siting.json', bytes: bytes.length }
}

const reportOf = ({ found, asked }: SitingStored): JobOutcome['report'] => ({
  kind: 'siting', chosen: found.chosen.length, gained: found.chosen.reduce((sum, { gain }) => sum + gain[asked.question.group], 0),
  proven: found.proven, gapPercent: found.gapShare === null ? null : Math.round(found.gapShare * 10_000) / 100, seconds: Math.round(found.seconds * 10) / 10,
})
