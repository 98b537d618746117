import type { Issue } from '../../geodata/intake/issue.ts'
import type { ImportReport } from '../../geodata/intake/report.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { ReadProgress, Source, SourceOptions } from './source.ts'

/** What the reading thread is told when it starts. */
export type ReadStart = { paths: readonly string[]; options: SourceOptions }

/** What it says: progress, then that it cannot be read or what it is, then records, at last the report. */
export type ReadMessage =
  | { kind: 'progress'; progress: ReadProgress }
  | { kind: 'failed'; issues: readonly Issue[] }
  | { kind: 'opened'; identity: Source['identity']; tables: Source['tables'] }
  | { kind: 'records'; records: CityRecord[] }
  | { kind: 'end'; report: ImportReport }
