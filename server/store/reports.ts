import type { Report, ReportStanding } from '../../geodata/model/report.ts'
import { reportFields, reportStates, type ReportField, type ReportState } from '../../geodata/model/venue.ts'
import { shanghaiDay } from './day.ts'
import { translated, type Connection, type Row } from './driver.ts'
import { number, text, textOrNull, word } from './tables/cells.ts'
import { receivedUntil } from './public-mark.ts'
import { bumpVersions } from './versions.ts'

/** Reports of the public about places. Each write moves a version of its own, so that cards learn of it and figures rest. */
export type ReportTable = {
  /** Newest first. */
  all(): Report[]
  one(id: number): Report | null
  /** By site, what its card says today; sites about which it says nothing are absent. */
  standings(): ReadonlyMap<string, ReportStanding>
  /** Grows with each report and each decision. */
  version(): number
  /** The same fields of the same place within an hour are one report, but what is said differently is one of its own: the earlier may be read or decided by now. Throws StoreError. */
  add(wish: ReportWish): Report
  /** Reports that another server received, each once: known are those it has already, strange those about places that are not here. Throws StoreError. */
  take(reports: readonly ReceivedReport[], dryRun: boolean): TakenReports
  /** Null: there is no such report. Its note goes. Throws StoreError. */
  decide(id: number, state: Exclude<ReportState, 'pending'>): Report | null
}

export type ReportWish = { facility: string; fields: readonly ReportField[]; note: string | null }

/** `at`: ISO instant. */
export type ReceivedReport = ReportWish & { at: string }
/** How many. */
export type TakenReports = { added: number; known: number; strange: number }

const foldMilliseconds = 3_600_000
/** A card shows an outcome for two weeks; what was decided a year ago is of use to nobody. */
const shownMilliseconds = 14 * 86_400_000
const keptMilliseconds = 366 * 86_400_000

export function reportTable(connection: Connection, path: string, now: () => Date): ReportTable {
  const before = (milliseconds: number): string => new Date(now().getTime() - milliseconds).toISOString()
  const one = (id: number | bigint): Report | null => {
    const row = connection.prepare<[number | bigint], Row>('SELECT * FROM report WHERE id = ?').get(id)
    return row ? reportOf(row) : null
  }
  const written = (id: number | bigint): Report => {
    const report = one(id)
    if (!report) throw new Error(`report ${id} vanished inside its own transaction`)
    bumpVersions(connection, ['reports'])
    return report
  }
  return {
    all: () => connection.prepare<[], Row>('SELECT * FROM report ORDER BY id DESC').all().map(reportOf),
    one,
    standings() {
      const rows = connection.prepare<[string], Row>("SELECT facility, state, at, decided_at FROM report WHERE state = 'pending' OR decided_at > ? ORDER BY state = 'pending', coalesce(decided_at, at)").all(before(shownMilliseconds))
      // The last of each site counts: what waits comes after what was decided.
      return new Map(rows.map((row) => [text(row, 'facility'), { state: word(row, 'state', reportStates), day: shanghaiDay(new Date(textOrNull(row, 'decided_at') ?? text(row, 'at'))) }]))
    },
    version: () => connection.prepare<[], number>("SELECT value FROM version WHERE name = 'reports'").pluck().get() ?? 0,
    add: ({ facility, fields, note }) => inside(connection, path, () => {
      const sorted = JSON.stringify(reportFields.filter((field) => fields.includes(field)))
      const same = connection.prepare<[string, string, string, string | null, string | null], Row>("SELECT * FROM report WHERE facility = ? AND state = 'pending' AND fields = ? AND at > ? AND (? IS NULL OR note = ?) ORDER BY id DESC").get(facility, sorted, before(foldMilliseconds), note, note)
      if (same) return reportOf(same)
      connection.prepare("DELETE FROM report WHERE state <> 'pending' AND decided_at < ?").run(before(keptMilliseconds))
      return written(connection.prepare("INSERT INTO report (facility, at, fields, note, state) VALUES (?, ?, ?, ?, 'pending')").run(facility, now().toISOString(), sorted, note).lastInsertRowid)
    }),
    take: (reports, dryRun) => inside(connection, path, () => {
      const taken: TakenReports = { added: 0, known: 0, strange: 0 }
      const place = connection.prepare('SELECT 1 FROM facility WHERE id = ?'), known = connection.prepare('SELECT 1 FROM report WHERE facility = :facility AND fields = :fields AND (at = :at OR (at > :before AND at <= :at AND (:note IS NULL OR note = :note)))')
      const insert = connection.prepare("INSERT INTO report (facility, at, fields, note, state) VALUES (?, ?, ?, ?, 'pending')")
      for (const { facility, at, fields, note } of reports) {
        const sorted = JSON.stringify(reportFields.filter((field) => fields.includes(field)))
        const earlier = new Date(Date.parse(at) - foldMilliseconds).toISOString()
        // What was decided so long ago that it is not kept any more is known all the same.
        const fate = !place.get(facility) ? 'strange' : at < before(keptMilliseconds) || known.get({ facility, fields: sorted, at, before: earlier, note }) ? 'known' : 'added'
        if (fate === 'added' && !dryRun) insert.run(facility, at, sorted, note)
        taken[fate]++
      }
      if (taken.added > 0 && !dryRun) bumpVersions(connection, ['reports'])
      const latest = Math.max(receivedUntil(connection), ...reports.map(({ at }) => Date.parse(at)))
      if (latest > 0 && !dryRun) connection.prepare("INSERT INTO version (name, value) VALUES ('received', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value").run(latest)
      return taken
    }),
    decide: (id, state) => inside(connection, path, () => {
      const { changes } = connection.prepare('UPDATE report SET state = ?, decided_at = ?, note = NULL WHERE id = ?').run(state, now().toISOString(), id)
      return changes === 0 ? null : written(id)
    }),
  }
}

function inside<T>(connection: Connection, path: string, write: () => T): T {
  try {
    connection.exec('BEGIN IMMEDIATE')
    const made = write()
    connection.exec('COMMIT')
    return made
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw translated(path, error)
  }
}

function reportOf(row: Row): Report {
  const fields: unknown = JSON.parse(text(row, 'fields'))
  if (!Array.isArray(fields)) throw new TypeError(`fields of report ${String(row['id'])} are no list`)
  return {
    id: number(row, 'id'), facility: text(row, 'facility'), at: text(row, 'at'), fields: reportFields.filter((field) => fields.includes(field)), note: textOrNull(row, 'note'),
    state: word(row, 'state', reportStates), decidedAt: textOrNull(row, 'decided_at'),
  }
}
