import '../node-version.ts'
import Database from 'better-sqlite3'
import { StoreError } from './store-error.ts'

/** The only file that knows the driver, so that node:sqlite could take its place. */
export type Connection = Database.Database
export type SqlValue = string | number | null | Uint8Array
export type Row = Readonly<Record<string, SqlValue>>

/** How long a writer waits for another one before it gives up. */
const busyMilliseconds = 5000

/** Page cache of a reader and of a load, KiB. 64 MB hold the inner pages of every index of a million buildings; five readers of that size would not be welcome. */
export const cacheKib = { reading: 8192, loading: 65_536 } as const

/** `inspect` looks at the database before anything is set, and throws for one that is not ours. */
export function connect(path: string, cache: number = cacheKib.reading, inspect: (connection: Connection) => void = () => {}): Connection {
  return withSqliteErrors(path, () => {
    const connection = new Database(path, { timeout: busyMilliseconds })
    try {
      inspect(connection)
      connection.pragma('journal_mode = WAL')
      connection.pragma('foreign_keys = ON')
      // With WAL a power cut may lose the last commit, never the database.
      connection.pragma('synchronous = NORMAL')
      connection.pragma('temp_store = MEMORY')
      // Negative: KiB.
      connection.pragma(`cache_size = -${cache}`)
      return connection
    } catch (error) {
      connection.close()
      throw error
    }
  })
}

/** Turns the driver's errors that a user can cause into ours. */
export function withSqliteErrors<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw translated(path, error)
  }
}

export function translated(path: string, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT')) return new StoreError('notADatabase', { path })
  if (error.code.startsWith('SQLITE_BUSY')) return new StoreError('databaseBusy', { path })
  if (error.code.startsWith('SQLITE_CANTOPEN')) return new StoreError('databaseUnopened', { path })
  if (error.code.startsWith('SQLITE_READONLY')) return new StoreError('databaseReadOnly', { path })
  if (error.code === 'SQLITE_FULL') return new StoreError('diskFull', { path })
  if (error.code.startsWith('SQLITE_IOERR')) return new StoreError('diskFailed', { path, found: error.code })
  return error
}

export const isConstraintError = (error: unknown): error is Error => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
