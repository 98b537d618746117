import type { ArrangementFault } from '../../geodata/hours/arrangement.ts'
import { holidayYearsOfJson, holidayYearsOfTable } from '../../geodata/intake/holidays.ts'
import { issue, type Issue } from '../../geodata/intake/issue.ts'
import { failed, made, type Result } from '../../geodata/intake/result.ts'
import { isBlankRow } from '../../geodata/intake/sheets/table.ts'
import type { HolidayYear } from '../../geodata/model/holidays.ts'
import { holidayName } from '../../geodata/words/hours.ts'
import type { HolidayOutcome, Store } from '../store/store.ts'
import { csvTable } from './csv.ts'
import { Damage, damage } from './damage.ts'
import { parsedJson } from './geojson.ts'
import { contentsOf, openFiles } from './open.ts'
import { xlsxTables } from './xlsx.ts'

/** One file of arrangements into the catalogue of the store: later years come, years that stand are replaced, nothing half. The city is left alone. Throws StoreError. */
export async function importHolidays(store: Store, paths: readonly string[], { dryRun, actor }: { dryRun: boolean; actor: string }): Promise<Result<HolidayOutcome>> {
  try {
    const { files } = openFiles(paths)
    const [file] = files
    if (files.length !== 1) throw damage('holidaysFile', '', null, { found: files.map(({ name }) => name).join('、') || '∅' })
    const years = await yearsIn(file)
    if (!years.ok) return years
    const outcome = await store.putHolidays(years.value, actor, dryRun)
    return outcome.faults.length === 0 ? made(outcome) : failed(...outcome.faults.map((fault) => faultIssue(fault, file.name)))
  } catch (error) {
    if (error instanceof Damage) return failed(error.issue)
    throw error
  }
}

async function yearsIn({ path, name, format }: ReturnType<typeof openFiles>['files'][number]): Promise<Result<HolidayYear[]>> {
  if (format === 'csv') return holidayYearsOfTable(csvTable(contentsOf(path), name))
  if (format === 'geojson') return holidayYearsOfJson(parsedJson(contentsOf(path), name), name)
  if (format !== 'xlsx') throw damage('holidaysFile', '', null, { found: name })
  const tables = await xlsxTables(contentsOf(path), name)
  return holidayYearsOfTable(tables.find(({ rows }) => rows.some(({ cells }) => !isBlankRow(cells))) ?? { file: name, worksheet: null, rows: [] })
}

/** A fault of arrangements as a sentence tells it. */
export const faultIssue = ({ code, year, found, holiday }: ArrangementFault, file: string): Issue =>
  issue(code, file, null, { year, found, holiday: holiday === null ? '' : holidayName(holiday, 'zh'), holidayEn: holiday === null ? '' : holidayName(holiday, 'en') })
