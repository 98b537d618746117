import { existsSync } from 'node:fs'
import type { ReportStanding } from '../../geodata/model/report.ts'
import { cacheKib, connect, withSqliteErrors, type Connection } from './driver.ts'
import { inspect } from './migrate.ts'
import { bumpVersions } from './versions.ts'

/** What a database for the public says of itself, each a number among its versions. */
export type PublicMark = {
  /** When it was made, whole seconds of Unix time. */
  exported: number
  /** Of what was written into it (server/public/digest.ts). */
  contents: number
  /** Until when the house had been brought the reports of the public, milliseconds of Unix time; 0: none ever. */
  received: number
}

const markNames = ['exported', 'contents', 'received'] as const satisfies readonly (keyof PublicMark)[]

/** Of a file; null: it is the house's own, or not there. StoreError for what is no database of ours. */
export function publicMark(path: string): PublicMark | null {
  if (!existsSync(path)) return null
  const connection = connect(path, cacheKib.reading, (found) => inspect(found, path))
  try {
    return withSqliteErrors(path, () => (isOurs(connection) ? markIn(connection) : null))
  } finally {
    connection.close()
  }
}

const isOurs = (connection: Connection): boolean => Number(connection.pragma('user_version', { simple: true })) > 0

function markIn(connection: Connection): PublicMark | null {
  const value = connection.prepare<[string], number>('SELECT value FROM version WHERE name = ?').pluck()
  const [exported, contents, received] = markNames.map((name) => value.get(name))
  return exported === undefined || contents === undefined ? null : { exported, contents, received: received ?? 0 }
}

/** Until when the house had been brought the reports of the public, milliseconds; 0: none ever. */
export const receivedUntil = (connection: Connection): number => connection.prepare<[], number>("SELECT value FROM version WHERE name = 'received'").pluck().get() ?? 0

/** Says of a database that it is for the public, and of its places what became of the last report: no words of a report, and of its time only the day. */
export function markPublic(path: string, mark: PublicMark, standings: ReadonlyMap<string, ReportStanding>): void {
  const connection = connect(path, cacheKib.loading)
  try {
    withSqliteErrors(path, () => {
      connection.exec('BEGIN IMMEDIATE')
      const insert = connection.prepare("INSERT INTO report (facility, at, fields, note, state, decided_at) VALUES (?, ?, '[]', NULL, ?, ?)")
      for (const [facility, { state, day }] of standings) insert.run(facility, noonOf(day), state, state === 'pending' ? null : noonOf(day))
      bumpVersions(connection, ['reports'])
      const put = connection.prepare('INSERT INTO version (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
      // A version is above nothing.
      for (const name of markNames) if (mark[name] > 0) put.run(name, mark[name])
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
