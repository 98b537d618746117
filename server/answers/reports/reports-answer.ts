import type { AnswerOf, QueryOf, Reader } from '../../../geodata/contract/exchange.ts'
import type { reportDecide, reportList } from '../../../geodata/contract/reports.ts'
import type { Report } from '../../../geodata/model/report.ts'
import { checkAreaScope } from '../../security/area-scope.ts'
import { keyCursor, keyOf } from '../cursor.ts'
import type { OpenCity } from '../open-city.ts'
import { areaOf, membership } from '../records/list-answer.ts'
import { indexOf } from '../records/listed.ts'
import { chainOf } from '../records/place.ts'
import { standingRecord, type StandingRecord } from '../records/standing-record.ts'

export type ReportRow = Omit<AnswerOf<typeof reportDecide>, 'place'> & { place: StandingRecord }
type Answer = Omit<AnswerOf<typeof reportList>, 'reports'> & { reports: ReportRow[] }

const usualPage = 50

/** What the public found wrong about the places of an area: what waits first, the newest before the others. Refusal: unknownArea, outsideAreas, badCursor. */
export async function reportsAnswer(open: OpenCity, query: QueryOf<typeof reportList>, reader: Reader): Promise<Answer> {
  const { area, state, limit = usualPage, cursor } = query
  await checkAreaScope(reader, area ?? null, async (code) => areaOf(open, code))
  const print = JSON.stringify(['reports', area, state])
  const after = cursor === undefined ? null : keyOf(cursor, print)
  const sites = await indexOf(open, 'facility')
  const inArea = membership(open, area)
  const within = (await open.names.reports()).filter(({ facility }) => {
    const site = sites.byId.get(facility)
    return site !== undefined && inArea(site)
  })
  const wanted = within.filter((one) => state === undefined || one.state === state).toSorted((one, other) => (keyOfReport(one) < keyOfReport(other) ? 1 : -1))
  const rest = after === null ? wanted : wanted.filter((one) => keyOfReport(one) < after)
  const rows = await Promise.all(rest.slice(0, limit).map((report) => rowOf(open, report, reader)))
  return {
    // A site that went a moment ago is not in the next list.
    reports: rows.filter((row) => row !== null), total: wanted.length, pending: within.filter((one) => one.state === 'pending').length,
    next: rest.length > limit ? keyCursor(keyOfReport(rest[limit - 1]), print) : null,
  }
}

/** Falls along the list. */
const keyOfReport = ({ id, state, at, decidedAt }: Report): string => `${state === 'pending' ? 1 : 0} ${decidedAt ?? at} ${String(id).padStart(12, '0')}`

async function rowOf(open: OpenCity, report: Report, reader: Reader): Promise<ReportRow | null> {
  const site = (await indexOf(open, 'facility')).byId.get(report.facility)
  const record = await open.names.record('facility', report.facility)
  return site && record ? reportRow(report, standingRecord(record, chainOf(open, site), reader)) : null
}

export const reportRow = ({ facility: _facility, fields, ...report }: Report, place: StandingRecord): ReportRow => ({ ...report, fields: [...fields], place })
