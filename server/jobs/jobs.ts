import { randomInt } from 'node:crypto'
import type { JobFailure } from '../../geodata/words/jobs.ts'
import { openJobs } from '../store/open-jobs.ts'
import type { JobOutcome, JobRow, JobWish } from '../store/jobs.ts'
import { jobFolders, resultName, type JobFolders } from './job-folders.ts'
import type { EditionTask, JobProgress, SitingTask, WriterTask } from './job-task.ts'

/** A job and, while it runs, how far it is. */
export type Job = JobRow & { progress: JobProgress | null }

export type Jobs = {
  /** A fresh id, and where the folder of the job that may come of it will be. */
  prepare(): { id: string; folder: string }
  /** Puts a job into the queue of its lane: one runs at a time in each, in the order in which they came. */
  start(id: string, wish: JobWish, owner: string): Job
  /** Nothing comes of what was prepared. */
  drop(id: string): void
  /** Whether as many wait in the lane of that kind as may. */
  isFull(kind?: JobWish['kind']): boolean
  /** null: there is no such job. */
  read(id: string): Job | null
  /** Newest first, those before the id `before`; owner null: everyone's. */
  list(owner: string | null, before: string | null, limit: number): Job[]
  /** Resolves when it has ended, at the latest after two seconds; a job that has ended stays as it is. */
  cancel(id: string): Promise<void>
  /** Path of the file a job made; null: there is none, or it was removed by age. */
  file(job: Job): string | null
  close(): void
}

export type JobsSetting = {
  /** Of the database, which is up to date. */
  path: string
  dataFolder: string
  /** The writing thread: null when the signal cancelled it. */
  write: (task: WriterTask, progress: (progress: JobProgress) => void, signal: AbortSignal) => Promise<JobOutcome | null>
  /** The world, built anew from the database; throws the signal's reason when that cancelled it. */
  rebuild: (progress: (progress: JobProgress) => void, signal: AbortSignal) => Promise<JobOutcome>
  /** An edition, in a thread of its own: null when the signal cancelled it. */
  freeze: (task: EditionTask, progress: (progress: JobProgress) => void, signal: AbortSignal) => Promise<JobOutcome | null>
  /** Which sites help most, in a thread of its own: null when the signal cancelled it. */
  site: (task: SitingTask, progress: (progress: JobProgress) => void, signal: AbortSignal) => Promise<JobOutcome | null>
  /** Hears of every step, at most ten times a second within one stage. */
  publish: (job: Job) => void
  trouble: (error: unknown, request: string | null) => void
}

/** What runs beside what: siting waits for no import, and no import for siting. */
type Lane = { waiting: string[]; running: { id: string; progress: JobProgress | null; controller: AbortController; done: Promise<void> } | null }

/** A person waits for one or two; uploads that wait take room. */
const mostWaiting = 50

/** How long whoever cancels waits for the end. */
const cancelMilliseconds = 2000

/** Ends what an earlier process left unfinished, then takes jobs. */
export function startJobs({ path, dataFolder, write, rebuild, freeze, site, publish, trouble }: JobsSetting): Jobs {
  const folders: JobFolders = jobFolders(dataFolder)
  const store = openJobs(path, (job) => {
    folders.remove(job.id)
    return ended(job, 'failed', { failure: { code: 'restarted', details: {} }, report: null, file: null })
  }, (error) => trouble(error, null))
  folders.sweep((id) => Boolean(store.read(id)?.outcome?.file))
  const lanes: Record<'long' | 'siting', Lane> = { long: { waiting: [], running: null }, siting: { waiting: [], running: null } }
  const laneOf = (kind: JobWish['kind'] = 'import'): Lane => (kind === 'siting' ? lanes.siting : lanes.long)
  let newest = ''
  let closed = false

  const withProgress = (job: JobRow): Job => ({ ...job, progress: laneOf(job.kind).running?.id === job.id ? (laneOf(job.kind).running?.progress ?? null) : null })

  function put(job: JobRow): void {
    if (closed) return
    store.put(job)
    publish(withProgress(job))
  }

  function next(lane: Lane): void {
    if (lane.running || closed) return
    const id = lane.waiting.shift()
    const job = id === undefined ? null : store.read(id)
    if (!job) return
    const controller = new AbortController()
    // A turn later, so that `running` stands before anything is told.
    const done = Promise.resolve().then(() => run(job, lane, controller.signal)).catch((error: unknown) => trouble(error, job.id)).finally(() => {
      lane.running = null
      next(lane)
    })
    lane.running = { id: job.id, progress: null, controller, done }
  }

  async function run(queued: JobRow, lane: Lane, signal: AbortSignal): Promise<void> {
    const job: JobRow = { ...queued, state: 'running', started: now() }
    put(job)
    const progress = (step: JobProgress): void => {
      if (lane.running) lane.running.progress = step
      publish(withProgress(job))
    }
    const outcome = await outcomeOf(job, progress, signal).catch((error: unknown) => broken(error, job.id))
    if (lane.running) lane.running.progress = null
    if (!outcome?.file) folders.remove(job.id)
    put(outcome === null ? ended(job, 'cancelled', null) : ended(job, outcome.failure ? 'failed' : 'done', outcome))
    folders.sweep()
  }

  async function outcomeOf({ id, wish, owner }: JobRow, progress: (progress: JobProgress) => void, signal: AbortSignal): Promise<JobOutcome | null> {
    if (wish.kind === 'edition') return freeze({ id, wish, owner, folder: folders.path(id) }, progress, signal)
    if (wish.kind === 'siting') return site({ id, wish, owner, folder: folders.path(id) }, progress, signal)
    if (wish.kind !== 'rebuild') return write({ id, wish, owner, folder: folders.path(id) }, progress, signal)
    try {
      return await rebuild(progress, signal)
    } catch (error) {
      if (signal.aborted) return null
      throw error
    }
  }

  function broken(error: unknown, id: string): JobOutcome {
    if (!closed) trouble(error, id)
    const failure: JobFailure = { code: 'jobBroke', details: { request: id } }
    return { failure, report: null, file: null }
  }

  return {
    prepare() {
      const id = freshId(newest)
      newest = id
      return { id, folder: folders.path(id) }
    },
    start(id, wish, owner) {
      const job: JobRow = { id, kind: wish.kind, owner, state: 'queued', wish, outcome: null, created: now(), started: null, ended: null }
      const lane = laneOf(wish.kind)
      lane.waiting.push(id)
      put(job)
      next(lane)
      return withProgress(job)
    },
    drop: (id) => folders.remove(id),
    isFull: (kind) => laneOf(kind).waiting.length >= mostWaiting,
    read(id) {
      const job = store.read(id)
      return job && withProgress(job)
    },
    list: (owner, before, limit) => store.list(owner, before, limit).map(withProgress),
    async cancel(id) {
      const job = store.read(id)
      if (!job) return
      const { waiting, running } = laneOf(job.kind)
      const place = waiting.indexOf(id)
      if (place >= 0) {
        waiting.splice(place, 1)
        folders.remove(id)
        put(ended(job, 'cancelled', null))
      } else if (running?.id === id) {
        running.controller.abort()
        await Promise.race([running.done, new Promise((resolve) => { setTimeout(resolve, cancelMilliseconds).unref() })])
      }
    },
    file: ({ id, wish, outcome }) => outcome?.file && (wish.kind === 'export' || wish.kind === 'siting') ? folders.file(id, resultName(wish.kind === 'export' ? wish.format : 'json')) : null,
    close() {
      // What is left unfinished is told so by the next process.
      closed = true
      for (const { running } of Object.values(lanes)) running?.controller.abort()
      store.close()
    },
  }
}

const now = (): string => new Date().toISOString()

const ended = (job: JobRow, state: 'done' | 'failed' | 'cancelled', outcome: JobOutcome | null): JobRow => ({ ...job, state, outcome, ended: now() })

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Greater than every earlier one of this process; twelve random signs that nobody guesses. */
function freshId(last: string): string {
  const least = last === '' ? 0 : Number.parseInt(last.slice(1, 10), 36) + 1
  const time = Math.max(Date.now(), least).toString(36).padStart(9, '0')
  return `j${time}${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`
}
