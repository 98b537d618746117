import type { JobOutcome } from '../store/jobs.ts'
import type { JobProgress } from './job-task.ts'

/** What a rebuild needs of the world. */
export type Rebuildable = {
  /** Opens the city and its tiles anew beside those that answer, and swaps; `stage` is told before each. Throws the signal's reason when aborted, and the old ones answer on. */
  rebuild(stage: (stage: 'columns' | 'tiles') => void, signal: AbortSignal): Promise<void>
  status(): { city: string | null; buildings: number }
}

const stages = ['columns', 'tiles'] as const

/** Columns, network and tiles anew from the database, whatever its versions say. A thread that reads a city cannot be asked to stop: cancelled, the job ends and what comes of it is thrown away. */
export async function runRebuild(world: Rebuildable, progress: (progress: JobProgress) => void, signal: AbortSignal): Promise<JobOutcome> {
  const aborted = new Promise<never>((_, reject) => { signal.addEventListener('abort', () => reject(signal.reason), { once: true }) })
  await Promise.race([world.rebuild((stage) => progress({ stage, done: stages.indexOf(stage), total: stages.length }), signal), aborted])
  const { city, buildings } = world.status()
  return { failure: null, report: { kind: 'rebuild', city: city ?? '—', buildings }, file: null }
}
