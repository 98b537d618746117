import type { Connection, Row } from './driver.ts'
import { number, text, textOrNull } from './tables/cells.ts'

/** Failed log-ins under a name, known by its SHA-256. Times are ISO. */
export type FailureRow = { failures: number; last: string; lockedUntil: string | null }

export type FailureTable = {
  find(nameHash: Uint8Array): FailureRow | null
  put(nameHash: Uint8Array, row: FailureRow): void
  remove(nameHash: Uint8Array): void
  /** Those whose last failure is older. */
  sweep(before: string): void
}

export function failureTable(connection: Connection): FailureTable {
  const find = connection.prepare<[Uint8Array], Row>('SELECT * FROM log_in_failure WHERE name_hash = ?')
  const put = connection.prepare('INSERT OR REPLACE INTO log_in_failure (name_hash, failures, last, locked_until) VALUES (?, ?, ?, ?)')
  const remove = connection.prepare('DELETE FROM log_in_failure WHERE name_hash = ?')
  const sweep = connection.prepare('DELETE FROM log_in_failure WHERE last < ?')
  return {
    find(nameHash) {
      const row = find.get(nameHash)
      return row ? { failures: number(row, 'failures'), last: text(row, 'last'), lockedUntil: textOrNull(row, 'locked_until') } : null
    },
    put: (nameHash, { failures, last, lockedUntil }) => { put.run(nameHash, failures, last, lockedUntil) },
    remove: (nameHash) => { remove.run(nameHash) },
    sweep: (before) => { sweep.run(before) },
  }
}
