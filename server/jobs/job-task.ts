import type { JobStage } from '../../geodata/words/jobs.ts'
import type { JobWish } from '../store/jobs.ts'

/** A job as the writer is told of it. */
export type JobTask<Wish extends JobWish = JobWish> = {
  id: string
  wish: Wish
  /** The job's own folder: an upload lies in it, a result is written into it. */
  folder: string
  owner: string
}

/** What the writing thread does; a rebuild is done by the world, an edition and a siting each by a thread of its own. */
export type WriterTask = JobTask<Exclude<JobWish, { kind: 'rebuild' | 'edition' | 'siting' }>>
export type SitingTask = JobTask<Extract<JobWish, { kind: 'siting' }>>
export type EditionTask = JobTask<Extract<JobWish, { kind: 'edition' }>>

export type JobProgress = {
  stage: JobStage
  done: number
  /** null: nobody knows yet. */
  total: number | null
}

export type JobHooks = {
  /** As often as there is something to tell; whoever listens holds back. */
  progress: (progress: JobProgress) => void
  /** Aborted: the job ends within about a second by throwing the signal's reason, and leaves nothing behind. */
  signal: AbortSignal
  /** true: a load holds the database from now on, nobody else can write; false: no longer. */
  loading: (is: boolean) => void
}
