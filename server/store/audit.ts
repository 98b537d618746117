import type { Connection, Row } from './driver.ts'
import { text, textOrNull, word } from './tables/cells.ts'

/** `at` ISO; account null: nobody was logged in. */
export type AuditRow = { at: string; account: string | null; action: string; subject: string | null; outcome: 'done' | 'refused' }

/** Only ever added to. */
export type AuditTable = { add(row: AuditRow): void; /** Newest first. */ latest(limit: number): AuditRow[] }

export function auditTable(connection: Connection): AuditTable {
  const add = connection.prepare('INSERT INTO audit_log (at, account, action, subject, outcome) VALUES (?, ?, ?, ?, ?)')
  const latest = connection.prepare<[number], Row>('SELECT * FROM audit_log ORDER BY id DESC LIMIT ?')
  return {
    add: ({ at, account, action, subject, outcome }) => { add.run(at, account, action, subject, outcome) },
    latest: (limit) => latest.all(limit).map((row) => ({
      at: text(row, 'at'), account: textOrNull(row, 'account'), action: text(row, 'action'), subject: textOrNull(row, 'subject'), outcome: word(row, 'outcome', ['done', 'refused']),
    })),
  }
}
