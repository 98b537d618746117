import { hash } from 'node:crypto'
import type { AccountStore } from '../store/open-accounts.ts'
import type { FailureRow } from '../store/log-in-failures.ts'

/** DOMAIN 7.3: a name is locked for half an hour after five failures, whether or not there is such an account. */
export const mostFailures = 5
const lockMinutes = 30

export type Lockout = {
  /** Minutes until the name may be tried again, at least 1; null: now. */
  minutesLocked(name: string): number | null
  /** Counted before the password is tried, so that a hundred tries at once count as a hundred. */
  count(name: string): void
  clear(name: string): void
}

const lockMilliseconds = lockMinutes * 60_000
const sweepMilliseconds = 3_600_000

export function openLockout({ failures, later }: Pick<AccountStore, 'failures' | 'later'>, clock: () => number): Lockout {
  /** What is not in the database yet; null: cleared. */
  const unwritten = new Map<string, FailureRow | null>()
  let swept = 0

  const rowOf = (name: Uint8Array): FailureRow | null => {
    const row = unwritten.get(key(name))
    return row === undefined ? failures.find(name) : row
  }

  function write(name: Uint8Array, row: FailureRow | null): void {
    unwritten.set(key(name), row)
    later.add(() => (row ? failures.put(name, row) : failures.remove(name)), () => { if (unwritten.get(key(name)) === row) unwritten.delete(key(name)) })
  }

  return {
    minutesLocked(name) {
      const until = rowOf(nameHash(name))?.lockedUntil
      const left = until ? Date.parse(until) - clock() : 0
      return left > 0 ? Math.ceil(left / 60_000) : null
    },
    count(name) {
      const known = nameHash(name)
      const now = clock()
      const before = rowOf(known)
      // Failures of another day do not count against today's.
      const failed = 1 + (before && now < Date.parse(before.last) + lockMilliseconds && !lockIsOver(before, now) ? before.failures : 0)
      write(known, { failures: failed, last: iso(now), lockedUntil: failed >= mostFailures ? iso(now + lockMilliseconds) : null })
      if (now < swept + sweepMilliseconds) return
      swept = now
      later.add(() => failures.sweep(iso(now - lockMilliseconds)))
    },
    clear(name) {
      const known = nameHash(name)
      if (rowOf(known)) write(known, null)
    },
  }
}

const lockIsOver = ({ lockedUntil }: FailureRow, now: number): boolean => lockedUntil !== null && Date.parse(lockedUntil) <= now

/** Names are alike without regard to case. */
export const nameHash = (name: string): Uint8Array => hash('sha256', name.normalize('NFKC').toLowerCase(), 'buffer')

const key = (known: Uint8Array): string => Buffer.from(known).toString('base64')
const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()
