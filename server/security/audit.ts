import type { AuditRow, AuditTable } from '../store/audit.ts'
import type { Later } from '../store/later.ts'
import { auditName, type Caller } from './caller.ts'

/** Writes one line of the audit log. `once`: the same line at most once in an hour, for what a page asks again and again. */
export type Audit = (caller: Pick<Caller, 'account' | 'device'>, action: string, subject: string | null, outcome: AuditRow['outcome'], once?: boolean) => void

/** Lines remembered within an hour; beyond that one may be written twice. */
const mostRemembered = 20_000
const hourMilliseconds = 3_600_000

export function openAudit({ audit, later }: { audit: AuditTable; later: Later }, clock: () => number): Audit {
  let hour = 0
  const written = new Set<string>()
  return (caller, action, subject, outcome, once = false) => {
    const now = clock(), account = auditName(caller)
    if (once) {
      const line = JSON.stringify([account, action, subject, outcome])
      if (Math.floor(now / hourMilliseconds) !== hour || written.size > mostRemembered) written.clear()
      hour = Math.floor(now / hourMilliseconds)
      if (written.has(line)) return
      written.add(line)
    }
    const row = { at: new Date(now).toISOString(), account, action, subject, outcome }
    later.add(() => audit.add(row))
  }
}
