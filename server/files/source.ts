import type { Datum } from '../../geodata/intake/datum.ts'
import type { SourceKind } from '../../geodata/intake/dialect.ts'
import type { FeatureSource } from '../../geodata/intake/feature.ts'
import { datumDoubts } from '../../geodata/intake/datumDoubt.ts'
import type { Issue } from '../../geodata/intake/issue.ts'
import { issue } from '../../geodata/intake/issue.ts'
import { intakeRecords } from '../../geodata/intake/records.ts'
import type { FormCode } from '../../geodata/intake/sheets/form.ts'
import type { SheetTable } from '../../geodata/intake/sheets/table.ts'
import type { ImportReport } from '../../geodata/intake/report.ts'
import type { Result } from '../../geodata/intake/result.ts'
import { failed, made } from '../../geodata/intake/result.ts'
import type { AreaCoding } from '../../geodata/model/area.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { Box } from '../../geodata/model/geometry.ts'
import { Damage } from './damage.ts'
import { decodeFile } from './decode.ts'
import { stemOf } from './names.ts'
import { openFiles } from './open.ts'
import { tablesIn } from './tables-in.ts'

export type { SourceKind } from '../../geodata/intake/dialect.ts'
export { sourceKinds } from '../../geodata/intake/dialect.ts'

export type SourceOptions = { datum?: Datum; as?: SourceKind | FormCode; catalogue: Catalogue }

/** `done` of `total` files are decoded; `sorting` is the walk that learns what lies around things. */
export type ReadProgress = { file: string; stage: 'reading' | 'sorting'; done: number; total: number }

export type Source = {
  /** To be drained once, in one go; the report counts while they pass. */
  records: Iterable<CityRecord>
  report: ImportReport
  /** What the files say about themselves, for the identity of the city. */
  identity: { name: string; attribution: string; sourceDate: string | null; coding: AreaCoding }
  box: Box
  /** Sheets, as they are written: whoever has the city at hand makes records of them. Where there are any, there are no other records. */
  tables: readonly SheetTable[]
}

/**
 * Reads the files or folders at `paths` as one source. Every file is decoded to its end before this returns, so that
 * damage anywhere is a failure here and not half-way through the records.
 */
export async function readSource(paths: readonly string[], options: SourceOptions, progress?: (progress: ReadProgress) => void): Promise<Result<Source>> {
  try {
    const { files, passedOver } = openFiles(paths)
    const sources: FeatureSource[] = []
    /** How many sources each file holds. */
    const held: number[] = []
    const tables: SheetTable[] = []
    const maps: string[] = []
    for (const [index, file] of files.entries()) {
      progress?.({ file: file.name, stage: 'reading', done: index, total: files.length })
      const found = await tablesIn(file, options.as, options.catalogue)
      tables.push(...(found ?? []))
      if (!found) maps.push(file.name)
      const decoded = found ? [] : decodeFile(file, options)
      sources.push(...decoded)
      held.push(decoded.length)
    }
    if (tables.length > 0 && maps.length > 0) return failed(issue('sheetsBesideMaps', tables[0].file, null, { found: maps.slice(0, 3).join('、') }))
    progress?.({ file: '', stage: 'sorting', done: files.length, total: files.length })
    const intake = intakeRecords(sources, options.catalogue)
    if (tables.length > 0) {
      for (const file of files) intake.report.files.push({ name: file.name, format: file.format, bytes: file.bytes, features: 0 })
      intake.report.warnings.push(...passedOver)
      return made({ records: [], report: intake.report, identity: identityOf([], stemOf(paths[0])), box: intake.box, tables })
    }
    if (!intake.asked || !Number.isFinite(intake.box[0])) return failed(issue('nothingUsable', files[0].name))
    const things = [...intake.things]
    for (const [index, file] of files.entries()) intake.report.files.push({ name: file.name, format: file.format, bytes: file.bytes, features: things.splice(0, held[index]).reduce((sum, each) => sum + each, 0) })
    intake.report.warnings.push(...passedOver, ...spreadOf(intake.box, files[0].name), ...datumDoubts(sources, options.datum))
    return made({ records: intake.records, report: intake.report, identity: identityOf(sources, stemOf(paths[0])), box: intake.box, tables: [] })
  } catch (error) {
    if (error instanceof Damage) return failed(error.issue)
    throw error
  }
}

/** No city of this product is wider than 5 degrees: 重庆, the widest, spans less. */
const cityDegrees = 5

function spreadOf([west, south, east, north]: Box, file: string): Issue[] {
  const degrees = Math.max(east - west, north - south)
  return degrees > cityDegrees ? [issue('coordinatesSpread', file, null, { found: degrees.toFixed(1) })] : []
}

function identityOf(sources: readonly FeatureSource[], name: string): Source['identity'] {
  const attribution = [...new Set(sources.map((source) => source.attribution).filter((text) => text !== ''))].join('; ')
  const dates = sources.map((source) => source.date).filter((date) => date !== null).sort()
  return { name, attribution, sourceDate: dates[dates.length - 1] ?? null, coding: 'text' }
}
