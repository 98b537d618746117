import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Connection } from './driver.ts'
import { StoreError } from './store-error.ts'

const folder = fileURLToPath(new URL('migrations/', import.meta.url))

/**
 * Brings the structure up to date: files NNNN-name.sql run in order, each in its own transaction, `user_version` holds the last number.
 * Throws StoreError databaseNewer for a database of a later program.
 */
export function migrate(connection: Connection, path: string): void {
  const steps = migrations()
  const newest = steps.at(-1)?.number ?? 0
  const current = connection.pragma('user_version', { simple: true })
  if (typeof current !== 'number' || current > newest) throw new StoreError('databaseNewer', { path, found: String(current), expected: newest })
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
