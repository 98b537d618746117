import { accountTable, type AccountTable } from './accounts.ts'
import { auditTable, type AuditTable } from './audit.ts'
import { deviceTable, type DeviceTable } from './devices.ts'
import { connect, type Connection } from './driver.ts'
import { writeLater, type Later } from './later.ts'
import { failureTable, type FailureTable } from './log-in-failures.ts'
import { sessionTable, type SessionTable } from './sessions.ts'

/** Who may come in, on a connection of its own: reads are answered at once, writes go through `later` alone. */
export type AccountStore = {
  path: string
  accounts: AccountTable; sessions: SessionTable; failures: FailureTable; audit: AuditTable; devices: DeviceTable
  later: Later
  /** Whether the city that is there now is a demonstration; false while there is none. */
  demo(): boolean
  /** null: there is no such area. */
  areaName(code: string): string | null
  close(): void
}

/** Page cache of the connection, KiB: a few hundred accounts and sessions. */
const cache = 512

/** The database must be up to date, which openStore sees to. */
export function openAccounts(path: string, trouble: (error: unknown) => void): AccountStore {
  const connection: Connection = connect(path, cache)
  const later = writeLater(connection, path, trouble)
  const demo = connection.prepare<[], number>('SELECT demo FROM city').pluck()
  const areaName = connection.prepare<[string], string>('SELECT name FROM area WHERE code = ?').pluck()
  return {
    path,
    accounts: accountTable(connection), sessions: sessionTable(connection), failures: failureTable(connection), audit: auditTable(connection), devices: deviceTable(connection),
    later,
    demo: () => demo.get() === 1,
    areaName: (code) => areaName.get(code) ?? null,
    close() {
      later.close()
      connection.close()
    },
  }
}
