import type { ReportField, ReportState } from './venue.ts'

/** What somebody found wrong about a place. Nobody is asked who; `at`, `decidedAt`: ISO instants. */
export type Report = {
  /** Grows with each report. */
  id: number
  facility: string
  at: string
  /** In the order of the model, each once. */
  fields: readonly ReportField[]
  /** null once it is decided. */
  note: string | null
  state: ReportState
  decidedAt: string | null
}

/** What a card says of the reports about its place: the newest that waits, else the newest that was decided lately. `day`: ISO, in China. */
export type ReportStanding = { state: ReportState; day: string }
