import { arrangementFaults } from '../../geodata/hours/arrangement.ts'
import type { HolidayYear } from '../../geodata/model/holidays.ts'
import { readCatalogue, writeCatalogue } from './catalogue-table.ts'
import { logLoad } from './change-log.ts'
import type { Connection } from './driver.ts'
import type { HolidayOutcome } from './store.ts'
import { StoreError } from './store-error.ts'
import { bumpVersions, categoryVersion } from './versions.ts'

/** Puts arrangements of holidays into the catalogue, each in the place of what its year had, all or none; the years that stand and those that come must hold together. StoreError noCatalogue. */
export function putHolidays(connection: Connection, years: readonly HolidayYear[], actor: string, now: Date, dryRun: boolean): HolidayOutcome {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const stored = readCatalogue(connection)
    if (!stored) throw new StoreError('noCatalogue')
    const standing = (year: number): HolidayYear | undefined => stored.holidays.find((one) => one.year === year)
    const outcome: HolidayOutcome = { added: [], changed: [], same: [], faults: arrangementFaults([...stored.holidays.filter(({ year }) => !years.some((one) => one.year === year)), ...years]) }
    for (const year of years) outcome[!standing(year.year) ? 'added' : told(standing(year.year)) === told(year) ? 'same' : 'changed'].push(year.year)
    const write = outcome.faults.length === 0 && !dryRun && outcome.added.length + outcome.changed.length > 0
    if (write) {
      const kept = stored.holidays.filter(({ year }) => !outcome.added.includes(year) && !outcome.changed.includes(year))
      const taken = years.filter(({ year }) => !outcome.same.includes(year))
      writeCatalogue(connection, { ...stored, holidays: [...kept, ...taken].toSorted((a, b) => a.year - b.year) })
      // When a site is open rests on them, whatever its kind.
      bumpVersions(connection, ['text', ...stored.categories.map(({ code }) => categoryVersion(code))])
      logLoad(connection, now.toISOString(), actor, { holidays: { added: outcome.added.length, changed: outcome.changed.length } }, false)
    }
    connection.exec('COMMIT')
    return outcome
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

const told = (year: HolidayYear | undefined): string => JSON.stringify(year && [year.year, year.holidays.map(({ code, from, to }) => [code, from, to]), year.makeupDays, year.source, year.confirmed])
