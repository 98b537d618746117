import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mostScenarios } from '../../geodata/model/step.ts'
import { mostTours } from '../../geodata/model/tour.ts'
import { readChanges } from './change-log.ts'
import { completeCatalogue } from './complete-catalogue.ts'
import { cacheKib, connect, translated, withSqliteErrors } from './driver.ts'
import { edit } from './edit.ts'
import { editionTable } from './editions.ts'
import { factsOf } from './facts.ts'
import { faults } from './faults.ts'
import { pulse } from './follow.ts'
import { newestChange } from './newest-changes.ts'
import { hide } from './hidden.ts'
import { load } from './load.ts'
import { inspect, migrate } from './migrate.ts'
import { putHolidays } from './put-holidays.ts'
import { reading } from './reading.ts'
import { reportTable } from './reports.ts'
import { scenarioTable } from './scenarios.ts'
import type { Store } from './store.ts'
import { tourTable } from './tours.ts'

/** Where the database lies in a data folder. */
export const databasePath = (folder: string): string => join(folder, 'linli.sqlite')

/** `now`: the clock of the change log and of history, the system's when absent. */
export type StoreSetting = { now?: () => Date }

/** Opens the database, makes it when there is none, and brings its structure up to date. */
export async function openStore(path: string, { now = () => new Date() }: StoreSetting = {}): Promise<Store> {
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
  const connection = connect(path, cacheKib.reading, (found) => inspect(found, path))
  try {
    migrate(connection)
  } catch (error) {
    connection.close()
    throw translated(path, error)
  }
  const facts = factsOf(connection)
  const beat = pulse(connection)
  const reports = reportTable(connection, path, now)
  return {
    ...reading(connection, now),
    load: (source) => load(path, source, now),
    edit: async (wish, actor) => edit(connection, path, wish, actor, facts, now()),
    report: async (wish) => reports.add(wish),
    takeReports: async (received, dryRun) => reports.take(received, dryRun),
    decideReport: async (id, state) => reports.decide(id, state),
    hideUnit: async (id, actor) => withSqliteErrors(path, () => hide(connection, id, actor, now().toISOString(), true)),
    showUnit: async (id, actor) => withSqliteErrors(path, () => hide(connection, id, actor, now().toISOString(), false)),
    snapshot: async () => {
      const own = connect(path)
      // A deferred transaction takes its view at the first read, so read at once.
      own.exec('BEGIN')
      own.prepare('SELECT count(*) FROM version').get()
      return { ...reading(own, now), close: () => own.close() }
    },
    completeCatalogue: async (catalogue) => withSqliteErrors(path, () => completeCatalogue(connection, catalogue, now())),
    putHolidays: async (years, actor, dryRun) => withSqliteErrors(path, () => putHolidays(connection, years, actor, now(), dryRun)),
    changes: async (limit) => readChanges(connection, limit),
    editions: editionTable(connection, path), tours: tourTable(connection, path, now, mostTours), scenarios: scenarioTable(connection, path, now, mostScenarios, (what, category) => newestChange(connection, what, category)),
    pulse: async () => withSqliteErrors(path, beat),
    faults: async () => faults(connection),
    close: () => connection.close(),
  }
}
