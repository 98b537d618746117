import { hash, randomBytes } from 'node:crypto'
import type { Account } from '../store/accounts.ts'
import type { AccountStore } from '../store/open-accounts.ts'
import type { SessionRow } from '../store/sessions.ts'

/** DOMAIN 7.3: a session ends after 15 to 30 minutes without a request, and after a working day in any case. */
export const idleMinutes = 30
const absoluteHours = 12

export type Session = { hash: Uint8Array; account: Account; ends: string }

/** Valid sessions, by the database and by what is still to be written to it. */
export type Sessions = {
  /** A new one; the id is told here and never again. */
  begin(account: Account): { id: string; session: Session }
  /** null: unknown, ended, expired, or its account is disabled. */
  find(id: string): Session | null
  /** The same by the hash of its id, for what goes on for longer than a request. */
  standing(hash: Uint8Array): Session | null
  /** A request counts against the idle time. */
  see(hash: Uint8Array): void
  end(hash: Uint8Array): void
  /** Every one of the account but `kept`. */
  endOthers(account: number, kept: Uint8Array | null): void
}

const idBytes = 32
const idPattern = /^[\w-]{43}$/
/** `seen` is kept in memory and written once a minute; after a crash a session may end that much early. */
const writeSeenMilliseconds = 60_000
const sweepMilliseconds = 600_000

export function openSessions({ sessions, accounts, later }: Pick<AccountStore, 'sessions' | 'accounts' | 'later'>, clock: () => number): Sessions {
  /** What is not in the database yet; null: ended. */
  const unwritten = new Map<string, SessionRow | null>()
  const lastSeen = new Map<string, number>()
  let swept = 0

  const rowOf = (known: Uint8Array): SessionRow | null => {
    const row = unwritten.get(key(known))
    return row === undefined ? sessions.find(known) : row
  }

  function write(row: SessionRow | null, known: Uint8Array, run: () => void): void {
    unwritten.set(key(known), row)
    later.add(run, () => { if (unwritten.get(key(known)) === row) unwritten.delete(key(known)) })
  }

  function end(known: Uint8Array): void {
    lastSeen.delete(key(known))
    if (rowOf(known)) write(null, known, () => sessions.remove(known))
  }

  function valid(known: Uint8Array): Session | null {
    const row = rowOf(known)
    if (!row) return null
    const now = clock()
    const seen = Math.max(Date.parse(row.seen), lastSeen.get(key(known)) ?? 0)
    const account = accounts.byKey(row.account)
    if (account && !account.disabled && now < Date.parse(row.ends) && now < seen + idleMinutes * 60_000) return { hash: known, account, ends: row.ends }
    end(known)
    return null
  }

  /** What nobody asks for any more, now and then. */
  function sweep(): void {
    const now = clock()
    if (now < swept + sweepMilliseconds) return
    swept = now
    const idleSince = now - idleMinutes * 60_000
    for (const [known, seen] of lastSeen) if (seen < idleSince) lastSeen.delete(known)
    // Those alive in memory are at most a minute behind in the database.
    later.add(() => sessions.sweep(iso(now), iso(idleSince - writeSeenMilliseconds)))
  }

  return {
    begin(account) {
      sweep()
      const id = randomBytes(idBytes).toString('base64url')
      const known = hashOf(id)
      const now = clock()
      const row = { hash: known, account: account.key, created: iso(now), seen: iso(now), ends: iso(now + absoluteHours * 3_600_000) }
      write(row, known, () => sessions.add(row))
      return { id, session: { hash: known, account, ends: row.ends } }
    },
    find: (id) => (idPattern.test(id) ? valid(hashOf(id)) : null),
    standing: valid,
    see(known) {
      const row = rowOf(known)
      if (!row) return
      const now = clock()
      lastSeen.set(key(known), now)
      if (now - Date.parse(row.seen) < writeSeenMilliseconds) return
      const seen = { ...row, seen: iso(now) }
      write(seen, known, () => sessions.see(known, seen.seen))
    },
    end,
    endOthers(account, kept) {
      const rows = new Map(sessions.ofAccount(account).map((row) => [key(row.hash), row]))
      for (const [known, row] of unwritten) if (row?.account === account) rows.set(known, row)
      for (const row of rows.values()) if (!kept || key(row.hash) !== key(kept)) end(row.hash)
    },
  }
}

const hashOf = (id: string): Uint8Array => hash('sha256', id, 'buffer')
const key = (known: Uint8Array): string => Buffer.from(known).toString('base64')
const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()
