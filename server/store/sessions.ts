import type { Connection, Row } from './driver.ts'
import { blob, number, text } from './tables/cells.ts'

/** A session is known by the SHA-256 of its id. Times are ISO. */
export type SessionRow = { hash: Uint8Array; account: number; created: string; seen: string; ends: string }

export type SessionTable = {
  find(hash: Uint8Array): SessionRow | null
  ofAccount(account: number): SessionRow[]
  add(session: SessionRow): void
  see(hash: Uint8Array, at: string): void
  remove(hash: Uint8Array): void
  removeOfAccount(account: number): void
  /** Those that ended before `now` or were last seen before `idleSince`. */
  sweep(now: string, idleSince: string): void
}

export function sessionTable(connection: Connection): SessionTable {
  const find = connection.prepare<[Uint8Array], Row>('SELECT * FROM session WHERE hash = ?')
  const ofAccount = connection.prepare<[number], Row>('SELECT * FROM session WHERE account = ?')
  const add = connection.prepare('INSERT INTO session (hash, account, created, seen, ends) VALUES (?, ?, ?, ?, ?)')
  const see = connection.prepare('UPDATE session SET seen = ? WHERE hash = ?')
  const remove = connection.prepare('DELETE FROM session WHERE hash = ?')
  const removeOfAccount = connection.prepare('DELETE FROM session WHERE account = ?')
  const sweep = connection.prepare('DELETE FROM session WHERE ends < ? OR seen < ?')
  return {
    find(hash) {
      const row = find.get(hash)
      return row ? read(row) : null
    },
    ofAccount: (account) => ofAccount.all(account).map(read),
    add: ({ hash, account, created, seen, ends }) => { add.run(hash, account, created, seen, ends) },
    see: (hash, at) => { see.run(at, hash) },
    remove: (hash) => { remove.run(hash) },
    removeOfAccount: (account) => { removeOfAccount.run(account) },
    sweep: (now, idleSince) => { sweep.run(now, idleSince) },
  }
}

const read = (row: Row): SessionRow => ({ hash: blob(row, 'hash'), account: number(row, 'account'), created: text(row, 'created'), seen: text(row, 'seen'), ends: text(row, 'ends') })
