import type { JobKind, JobState } from '../../geodata/contract/jobs.ts'
import { jobKinds, jobStates } from '../../geodata/contract/jobs.ts'
import type { BodyOf, QueryOf, Reader } from '../../geodata/contract/exchange.ts'
import type { sitingStart } from '../../geodata/contract/siting.ts'
import type { EditableKind } from '../../geodata/model/city.ts'
import type { SheetCode } from '../../geodata/model/sheets/all.ts'
import type { JobFailure, JobReport } from '../../geodata/words/jobs.ts'
import type { Sentence } from '../../geodata/words/sentence.ts'
import type { Connection, Row } from './driver.ts'
import { text, textOrNull, word } from './tables/cells.ts'

/** What was asked for. Words in a language are made when it is read; `language` of an export is that of the file. */
export type JobWish =
  | { kind: 'import'; file: string; dryRun: boolean; replace: boolean; datum: string | null; as: string | null; /** Rows of sheets must lie in these areas; absent or none: anywhere. */ areas?: readonly string[]; /** Nothing but sheets may come. */ sheetsOnly?: boolean }
  | { kind: 'export'; list: EditableKind; /** Of rows of registers. */ sheet?: SheetCode | null; format: 'csv' | 'xlsx' | 'geojson'; area: string | null; areaName: string | null; asOf: string | null; language: 'zh' | 'en' }
  | { kind: 'rebuild' }
  | { kind: 'siting'; /** Parameters and body as the contract has them. */ query: QueryOf<typeof sitingStart>; body: BodyOf<typeof sitingStart>; reader: Reader; /** For its title; area null: the whole city. */ categoryName: Sentence; areaName: string | null }
  | { kind: 'edition'; name: string; month: string | null; note: string }

/** What came of it; a failure is told by code. `file` lies in the folder of the job. */
export type JobOutcome = { failure: JobFailure | null; report: JobReport | null; file: { name: string; bytes: number } | null }

export type JobRow = {
  /** Ids of later jobs are greater. */
  id: string
  kind: JobKind
  /** Name of the account. */
  owner: string
  state: JobState
  wish: JobWish
  outcome: JobOutcome | null
  created: string; started: string | null; ended: string | null
}

export type JobTable = {
  /** As it stands now; it may be there already. Waits for the write lock. */
  put(job: JobRow): void
  read(id: string): JobRow | null
  /** Newest first, those before the id `before`; owner null: everyone's. */
  list(owner: string | null, before: string | null, limit: number): JobRow[]
  /** Those that were never finished, oldest first. */
  unfinished(): JobRow[]
}

export function jobTable(connection: Connection): JobTable {
  const put = connection.prepare(`INSERT INTO job (id, kind, owner, state, wish, outcome, created, started, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET state = excluded.state, outcome = excluded.outcome, started = excluded.started, ended = excluded.ended`)
  const one = connection.prepare<[string], Row>('SELECT * FROM job WHERE id = ?')
  const several = connection.prepare<[string | null, string | null, string | null, string | null, number], Row>('SELECT * FROM job WHERE (? IS NULL OR owner = ?) AND (? IS NULL OR id < ?) ORDER BY id DESC LIMIT ?')
  const open = connection.prepare<[], Row>("SELECT * FROM job WHERE state IN ('queued', 'running') ORDER BY id")
  return {
    put: ({ id, kind, owner, state, wish, outcome, created, started, ended }) => { put.run(id, kind, owner, state, JSON.stringify(wish), outcome && JSON.stringify(outcome), created, started, ended) },
    read(id) {
      const row = one.get(id)
      return row ? jobOf(row) : null
    },
    list: (owner, before, limit) => several.all(owner, owner, before, before, limit).map(jobOf),
    unfinished: () => open.all().map(jobOf),
  }
}

const jobOf = (row: Row): JobRow => ({
  id: text(row, 'id'), kind: word(row, 'kind', jobKinds), owner: text(row, 'owner'), state: word(row, 'state', jobStates),
  wish: JSON.parse(text(row, 'wish')) as JobWish, outcome: row['outcome'] === null ? null : (JSON.parse(text(row, 'outcome')) as JobOutcome),
  created: text(row, 'created'), started: textOrNull(row, 'started'), ended: textOrNull(row, 'ended'),
})
