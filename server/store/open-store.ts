import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readChanges } from './change-log.ts'
import { cacheKib, connect, translated, withSqliteErrors } from './driver.ts'
import { faults } from './faults.ts'
import { load } from './load.ts'
import { inspect, migrate } from './migrate.ts'
import { reading } from './reading.ts'
import { save } from './save.ts'
import type { Store } from './store.ts'

/** Where the database lies in a data folder. */
export const databasePath = (folder: string): string => join(folder, 'linli.sqlite')

/** Opens the database, makes it when there is none, and brings its structure up to date. */
export async function openStore(path: string): Promise<Store> {
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
  const connection = connect(path, cacheKib.reading, (found) => inspect(found, path))
  try {
    migrate(connection)
  } catch (error) {
    connection.close()
    throw translated(path, error)
  }
  return {
    ...reading(connection),
    load: (source) => load(path, source),
    save: async (change, actor) => save(connection, path, change, actor),
    snapshot: async () => {
      const own = connect(path)
      // A deferred transaction takes its view at the first read, so read at once.
      own.exec('BEGIN')
      own.prepare('SELECT count(*) FROM version').get()
      return { ...reading(own), close: () => own.close() }
    },
    changes: async (limit) => readChanges(connection, limit),
    // data_version grows with what other connections commit, total_changes with what this one does: the sum grows with both.
    pulse: async () => withSqliteErrors(path, () => Number(connection.pragma('data_version', { simple: true })) + Number(connection.prepare('SELECT total_changes()').pluck().get())),
    faults: async () => faults(connection),
    close: () => connection.close(),
  }
}
