import { isConstraintError, translated, type Connection } from './driver.ts'
import { StoreError } from './store-error.ts'

/**
 * Little writes that nobody waits for: sessions, failed log-ins, the audit log. They are kept in memory until the database can be
 * written to, so that whoever holds the write lock for a minute holds up no request.
 */
export type Later = {
  /** `done`: once it is in the database. */
  add(run: () => void, done?: () => void): void
  /** Waits without blocking; false: the database could not be written to within the time a person waits. Throws StoreError for a disk that fails. */
  soon(run: () => void): Promise<boolean>
  /** Writes what is waiting, if the lock can be had within a second. */
  close(): void
}

type Write = { run: () => void; done: (() => void) | undefined }

const retryMilliseconds = 200
/** How long someone at a keyboard waits for "saved". */
const patienceMilliseconds = 5000
const closingMilliseconds = 1000
/** A load of an hour with ten writes a second; beyond that the oldest are lost, and it is said. */
const mostWaiting = 40_000

/** `connection` is its own: nothing else is written through it. `trouble` hears of what is lost, and once of each disk that fails. */
export function writeLater(connection: Connection, path: string, trouble: (error: unknown) => void): Later {
  connection.pragma('busy_timeout = 0')
  let waiting: Write[] = []
  let timer: NodeJS.Timeout | null = null
  let failing = false

  /** Whether everything is written. */
  function flush(): boolean {
    const batch = waiting
    if (batch.length === 0) return true
    try {
      connection.exec('BEGIN IMMEDIATE')
      for (const write of batch) attempt(write)
      connection.exec('COMMIT')
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      const known = translated(path, error)
      if (!isBusy(known) && !failing) trouble(known)
      failing = !isBusy(known)
      return false
    }
    failing = false
    waiting = []
    for (const { done } of batch) done?.()
    return true
  }

  /** What can never be written, as a session whose account has gone, is dropped: the statement undoes itself and the others go on. */
  function attempt({ run }: Write): void {
    try {
      run()
    } catch (error) {
      if (translated(path, error) instanceof StoreError) throw error
      if (!isConstraintError(error)) trouble(error)
    }
  }

  function tryAfter(milliseconds: number): void {
    if (timer) return
    timer = setTimeout(() => {
      timer = null
      if (!flush()) tryAfter(retryMilliseconds)
    }, milliseconds)
    timer.unref()
  }

  return {
    add(run, done) {
      waiting.push({ run, done })
      if (waiting.length > mostWaiting) {
        waiting.shift()?.done?.()
        trouble(new Error(`${mostWaiting} writes are waiting for the database; the oldest was dropped`))
      }
      tryAfter(0)
    },
    async soon(run) {
      for (const until = Date.now() + patienceMilliseconds; ;) {
        flush()
        if (wrote(connection, path, run)) return true
        if (Date.now() > until) return false
        await new Promise((resolve) => { setTimeout(resolve, retryMilliseconds) })
      }
    },
    close() {
      if (timer) clearTimeout(timer)
      connection.pragma(`busy_timeout = ${closingMilliseconds}`)
      if (!flush()) trouble(new Error(`${waiting.length} writes of sessions and audit were lost: the database was busy`))
    },
  }
}

/** False: the lock is someone else's. */
function wrote(connection: Connection, path: string, run: () => void): boolean {
  try {
    connection.exec('BEGIN IMMEDIATE')
    run()
    connection.exec('COMMIT')
    return true
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    const known = translated(path, error)
    if (isBusy(known)) return false
    throw known
  }
}

const isBusy = (error: unknown): boolean => error instanceof StoreError && error.code === 'databaseBusy'
