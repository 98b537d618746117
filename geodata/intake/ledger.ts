import { recordKinds } from '../model/city.ts'
import type { RecordKind } from '../model/city.ts'
import type { ImportReport, LeftReason, Repair, Role, RoleReport, Tally } from './report.ts'
import { roles } from './report.ts'

/** The book an import is written into: every thing read is entered once per role, as used or as left. */
export type Ledger = {
  report: ImportReport
  used: (role: Role, called: string, count: number) => void
  left: (role: Role, called: string, count: number, reason: LeftReason, place: string) => void
  repaired: (role: Role, repair: Repair, place: string) => void
  other: (label: string, count: number) => void
  record: (kind: RecordKind) => void
}

/** Places kept per reason, enough to find the fault without drowning the reader. */
const examplesKept = 5

export function ledger(): Ledger {
  const report: ImportReport = {
    files: [],
    roles: Object.fromEntries(roles.map((role) => [role, emptyRole()])) as Record<Role, RoleReport>,
    records: Object.fromEntries(recordKinds.map((kind) => [kind, 0])) as Record<RecordKind, number>,
    others: {},
    warnings: [],
    complete: false,
  }
  const read = (role: Role, called: string, count: number): RoleReport => {
    const entry = report.roles[role]
    entry.read += count
    entry.readBy[called] = (entry.readBy[called] ?? 0) + count
    return entry
  }
  return {
    report,
    used: (role, called, count) => {
      read(role, called, count).used += count
    },
    left: (role, called, count, reason, place) => {
      const entry = read(role, called, count)
      entry.left += count
      entry.leftBy[reason] = counted(entry.leftBy[reason], place, count)
    },
    repaired: (role, repair, place) => {
      const entry = report.roles[role]
      entry.repairedBy[repair] = counted(entry.repairedBy[repair], place, 1)
    },
    other: (label, count) => {
      const entry = read('other', label, count)
      entry.left += count
      entry.leftBy.notInTable = counted(entry.leftBy.notInTable, label, count)
      report.others[label] = (report.others[label] ?? 0) + count
    },
    record: (kind) => {
      report.records[kind] += 1
    },
  }
}

function emptyRole(): RoleReport {
  return { read: 0, used: 0, left: 0, readBy: {}, leftBy: {}, repairedBy: {} }
}

function counted(tally: Tally | undefined, place: string, count: number): Tally {
  const entry = tally ?? { count: 0, examples: [] }
  entry.count += count
  if (entry.examples.length < examplesKept && place !== '' && !entry.examples.includes(place)) entry.examples.push(place)
  return entry
}
