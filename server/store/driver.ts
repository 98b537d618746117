import '../node-version.ts'
import Database from 'better-sqlite3'
import { StoreError } from './store-error.ts'

/** The only file that knows the driver, so that node:sqlite could take its place. */
export type Connection = Database.Database
export type SqlValue = string | number | null | Uint8Array
export type Row = Readonly<Record<string, SqlValue>>

/** How long a writer waits for another one before it gives up. */
const busyMilliseconds = 5000

export function connect(path: string): Connection {
  return withSqliteErrors(path, () => {
    const connection = new Database(path, { timeout: busyMilliseconds })
    try {
      connection.pragma('journal_mode = WAL')
      connection.pragma('foreign_keys = ON')
      // With WAL a power cut may lose the last commit, never the database.
      connection.pragma('synchronous = NORMAL')
      connection.pragma('temp_store = MEMORY')
      // Negative: KiB. 64 MB keeps the inner pages of every index of a million buildings.
      connection.pragma('cache_size = -65536')
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
  return error
}

export const isConstraintError = (error: unknown): error is Error => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
