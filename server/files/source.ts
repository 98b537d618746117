import type { ImportReport } from '../../geodata/intake/report.ts'
import type { Datum } from '../../geodata/intake/datum.ts'
import type { AreaCoding } from '../../geodata/model/area.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { Box } from '../../geodata/model/geometry.ts'
import type { Result } from '../../geodata/intake/result.ts'
import { failed } from '../../geodata/intake/result.ts'
import { issue } from '../../geodata/intake/issue.ts'

/** What the features of a file without OSM tags are to be taken for. */
export const sourceKinds = ['buildings', 'roads', 'points', 'areas', 'ground'] as const
export type SourceKind = (typeof sourceKinds)[number]

export type SourceOptions = { datum?: Datum; as?: SourceKind; catalogue: Catalogue }

export type ReadProgress = { file: string; stage: 'reading' | 'sorting' | 'writing'; done: number; total: number }

export type Source = {
  /** To be drained once, in one go; the report counts while they pass. */
  records: Iterable<CityRecord>
  report: ImportReport
  /** What the files say about themselves, for the identity of the city. */
  identity: { name: string; attribution: string; sourceDate: string | null; coding: AreaCoding }
  box: Box
}

/**
 * Reads the files or folders at `paths` as one source. Every file is decoded to its end before this returns, so that
 * damage anywhere is a failure here and not half-way through the records.
 */
export async function readSource(paths: readonly string[], options: SourceOptions, progress?: (progress: ReadProgress) => void): Promise<Result<Source>> {
  void options
  progress?.({ file: '', stage: 'reading', done: 0, total: paths.length })
  return failed(issue('noFiles', ''))
}
