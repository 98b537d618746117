import { existsSync } from 'node:fs'
import type { ReportStanding } from '../../geodata/model/report.ts'
import { cacheKib, connect, withSqliteErrors, type Connection } from './driver.ts'
import { inspect } from './migrate.ts'
import { bumpVersions } from './versions.ts'

/** Among the versions of a database for the public: when it was made, whole seconds of Unix time. */
const markName = 'exported'

/** When a file was made for the public, in seconds; null: it is the house's own, or not there. StoreError for what is no database of ours. */
export function exportedAt(path: string): number | null {
  if (!existsSync(path)) return null
  const connection = connect(path, cacheKib.reading, (found) => inspect(found, path))
  try {
    return withSqliteErrors(path, () => (isOurs(connection) ? (connection.prepare<[string], number>('SELECT value FROM version WHERE name = ?').pluck().get(markName) ?? null) : null))
  } finally {
    connection.close()
  }
}

const isOurs = (connection: Connection): boolean => Number(connection.pragma('user_version', { simple: true })) > 0

export type PublicMark = { seconds: number; standings: ReadonlyMap<string, ReportStanding> }

/** Says of a database that it is for the public, and of its places what became of the last report: no words of a report, and of its time only the day. */
export function markPublic(path: string, { seconds, standings }: PublicMark): void {
  const connection = connect(path, cacheKib.loading)
  try {
    withSqliteErrors(path, () => {
      connection.exec('BEGIN IMMEDIATE')
      const insert = connection.prepare("INSERT INTO report (facility, at, fields, note, state, decided_at) VALUES (?, ?, '[]', NULL, ?, ?)")
      for (const [facility, { state, day }] of standings) insert.run(facility, noonOf(day), state, state === 'pending' ? null : noonOf(day))
      bumpVersions(connection, ['reports'])
      connection.prepare('INSERT INTO version (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(markName, seconds)
      connection.exec('COMMIT')
    })
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    connection.close()
  }
}

/** In China, so that it is the same day there. */
const noonOf = (day: string): string => `${day}T04:00:00.000Z`

/** One file without a log beside it, and no page that held anything before. */
export function sealFile(path: string): void {
  const connection = connect(path)
  try {
    withSqliteErrors(path, () => {
      connection.pragma('journal_mode = DELETE')
      connection.exec('VACUUM')
    })
  } finally {
    connection.close()
  }
}
