import type { Convert } from '../../geodata/intake/convert.ts'
import type { Datum } from '../../geodata/intake/datum.ts'
import { issue } from '../../geodata/intake/issue.ts'
import type { ImportReport } from '../../geodata/intake/report.ts'
import type { Result } from '../../geodata/intake/result.ts'
import { failed, made } from '../../geodata/intake/result.ts'
import type { FormCode } from '../../geodata/intake/sheets/form.ts'
import { knownOf } from '../../geodata/intake/sheets/known.ts'
import { readTables } from '../../geodata/intake/sheets/read-tables.ts'
import type { SheetTable } from '../../geodata/intake/sheets/table.ts'
import type { Catalogue } from '../../geodata/model/catalogue.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { Reading } from '../store/store.ts'
import { Damage } from './damage.ts'
import { converterOf } from './projection.ts'

export type TablesWish = { datum?: Datum; as: FormCode | null; areas: readonly string[]; catalogue: Catalogue }

/** Records of tables, held against what the city has; the report is completed with a line for every row that is not kept. */
export async function recordsOfTables(reading: Reading, tables: readonly SheetTable[], report: ImportReport, { datum, as, areas, catalogue }: TablesWish): Promise<Result<CityRecord[]>> {
  const converted = converterFor(datum, tables[0].file)
  if (!converted.ok) return converted
  const known = knownOf({
    areas: await all(reading.areas()), units: await all(reading.units(null)), facilities: await all(reading.facilities(null)), organisations: await all(reading.organisations(null)), entries: await all(reading.entries()),
    hiddenUnits: new Set(await reading.hiddenUnits()), cityBox: await reading.extent(), catalogue,
  })
  const read = readTables(tables, { known, as, areas, convert: converted.value, datum: datum === 'gcj02' || datum === 'bd09' ? datum : 'wgs84' })
  if (!read.ok) return read
  report.sheets = read.value.sheets
  report.warnings.push(...read.value.warnings)
  for (const { kind } of read.value.records) report.records[kind]++
  report.complete = true
  return made(read.value.records)
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const row of rows) found.push(row)
  return found
}

function converterFor(datum: Datum | undefined, file: string): Result<Convert | null> {
  try {
    return made(datum === undefined ? null : converterOf(datum, file))
  } catch (error) {
    if (error instanceof Damage) return failed(error.issue)
    throw error
  }
}

/** What sheets alone ask before they are read: a city to stand in, and that it is not to be replaced. */
export function refusalOfTables(file: string, existing: boolean, replace: boolean): Result<null> {
  if (replace) return failed(issue('sheetReplaces', file))
  return existing ? made(null) : failed(issue('sheetsNeedCity', file))
}
