import type { JobOutcome } from '../store/jobs.ts'
import type { EditionTask, JobProgress } from './job-task.ts'

/** What a thread that freezes is asked, once each. */
export type EditionRequest = { kind: 'freeze'; task: EditionTask } | { kind: 'cancel' }
/** outcome null: it was cancelled, and nothing was written. */
export type EditionResponse = { kind: 'ended'; outcome: JobOutcome | null } | { kind: 'told' }
export type EditionNote = { progress: JobProgress }
