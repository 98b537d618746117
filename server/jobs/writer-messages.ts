import type { Edit } from '../../geodata/model/edit.ts'
import type { SentenceDetails } from '../../geodata/words/sentence.ts'
import type { StoreErrorCode } from '../../geodata/words/errors.ts'
import type { JobOutcome } from '../store/jobs.ts'
import type { Report } from '../../geodata/model/report.ts'
import type { ReportState } from '../../geodata/model/venue.ts'
import type { ReportWish } from '../store/reports.ts'
import type { EditOutcome } from '../store/store.ts'
import type { ScenarioOutcome, ScenarioWish } from '../store/scenarios.ts'
import type { TourOutcome, TourWish } from '../store/tours.ts'
import type { JobProgress, WriterTask } from './job-task.ts'

/** What the writer is asked. A job that is cancelled answers for itself. */
export type WriterRequest = { kind: 'report'; wish: ReportWish; at: number } | { kind: 'decide'; report: number; state: Exclude<ReportState, 'pending'>; at: number }
  | { kind: 'edit'; edit: Edit; actor: string; /** When it was sent, milliseconds. */ at: number } | { kind: 'tour'; wish: TourWish; at: number } | { kind: 'scenario'; wish: ScenarioWish; at: number } | { kind: 'job'; task: WriterTask } | { kind: 'cancel'; id: string }

/** loading: a load of this server holds the database. trouble: the store could not write at all. ended: outcome null when the job was cancelled. */
export type WriterResponse =
  | { kind: 'edited'; outcome: EditOutcome } | { kind: 'reported'; report: Report | null } | { kind: 'toured'; outcome: TourOutcome } | { kind: 'planned'; outcome: ScenarioOutcome } | { kind: 'loading' } | { kind: 'trouble'; code: StoreErrorCode; details: SentenceDetails }
  | { kind: 'ended'; outcome: JobOutcome | null } | { kind: 'told' }

/** How far a job is. */
export type WriterNote = { id: string; progress: JobProgress }
