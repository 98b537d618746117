import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Connection } from './driver.ts'
import { StoreError } from './store-error.ts'

const folder = fileURLToPath(new URL('migrations/', import.meta.url))

/** Throws StoreError databaseNewer for a database of a later program, foreignDatabase for that of another: a structure without our number on it. */
export function inspect(connection: Connection, path: string): void {
  const newest = migrations().at(-1)?.number ?? 0
  const table = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' LIMIT 1").pluck().get()
  // Asked after the table: another process may have made ours in between.
  const current = Number(connection.pragma('user_version', { simple: true }))
  if (current > newest) throw new StoreError('databaseNewer', { path, found: current, expected: newest })
  if (current === 0 && table !== undefined) throw new StoreError('foreignDatabase', { path, found: table })
}

/** Brings the structure up to date: files NNNN-name.sql run in order, each in its own transaction, `user_version` holds the last number. */
export function migrate(connection: Connection): void {
  const steps = migrations()
  const current = Number(connection.pragma('user_version', { simple: true }))
  for (const step of steps) {
    if (step.number <= current) continue
    connection.exec('BEGIN IMMEDIATE')
    try {
      // Another process may have done it while this one waited for the lock.
      if (Number(connection.pragma('user_version', { simple: true })) < step.number) {
        connection.exec(step.sql)
        connection.pragma(`user_version = ${step.number}`)
      }
      connection.exec('COMMIT')
    } catch (error) {
      connection.exec('ROLLBACK')
      throw error
    }
  }
}

export type Migration = { number: number; sql: string }

export function migrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), sql: readFileSync(folder + name, 'utf8') }))
}
