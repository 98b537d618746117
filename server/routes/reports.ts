import * as z from 'zod/mini'
import type { BodyOf } from '../../geodata/contract/exchange.ts'
import { reportDecide } from '../../geodata/contract/reports.ts'
import { venueReport } from '../../geodata/contract/venues.ts'
import { reportFaults } from '../../geodata/intake/edits/reports.ts'
import type { Facility } from '../../geodata/model/facility.ts'
import { placeOf } from '../answers/records/place.ts'
import { unknownRecord } from '../answers/records/read-answer.ts'
import { checkRecordScope, standingRecord } from '../answers/records/standing-record.ts'
import { Refusal } from '../answers/refusal.ts'
import { jsonReply, type Reply } from '../answers/reply.ts'
import { reportRow } from '../answers/reports/reports-answer.ts'
import type { Asked, Route } from '../http/exchange-handler.ts'
import type { Writer } from '../jobs/writer.ts'
import { readerOf } from '../security/caller.ts'
import { shanghaiDay } from '../store/day.ts'
import type { ReceivedReport } from '../store/reports.ts'
import type { Reading } from '../store/store.ts'
import type { World } from '../world.ts'

export type ReportRoutesSetting = {
  world: Pick<World, 'locate' | 'hearReports'>
  writer: Pick<Writer, 'report' | 'decide'>
  /** Hears of each report, where what is received goes home by file. */
  received?: (report: ReceivedReport) => void
  /** The database without what nobody may know of. */
  reading: Pick<Reading, 'facility' | 'catalogue' | 'reportOf' | 'area'>
}

export type ReportRoutes = Record<'venueReport' | 'reportDecide', Route>

/** 信息纠错: what anyone may say about a place of the finder, and what its editors make of it. Who said it is not asked and not kept. */
export const reportRoutes = (setting: ReportRoutesSetting): ReportRoutes => ({ venueReport: (asked) => report(setting, asked), reportDecide: (asked) => decide(setting, asked) })

async function report({ world, writer, reading, received }: ReportRoutesSetting, { path, body, language }: Asked): Promise<Reply> {
  const { id } = z.parse(venueReport.pathParameters, path)
  const { fields, note } = body as BodyOf<typeof venueReport>
  const said = note?.trim() ?? ''
  const faults = reportFaults(said)
  if (faults.length > 0) throw new Refusal('invalidRecord', {}, null, faults)
  const facility = await reading.facility(id)
  // What is hidden, shut for good or no place of the finder is answered as what is not there.
  if (!facility || !stands(facility, shanghaiDay()) || !(await isListed(reading, facility))) throw unknownRecord('facility', id)
  const wish = { facility: id, fields, note: said === '' ? null : said }
  // What goes home by file is there before anyone is told that it was taken.
  received?.({ ...wish, at: new Date().toISOString() })
  const { state, at } = await writer.report(wish, language)
  await world.hearReports()
  return jsonReply({ state, day: shanghaiDay(new Date(at)) })
}

const stands = ({ validFrom, validTo }: Facility, day: string): boolean => (validFrom === null || validFrom <= day) && (validTo === null || validTo > day)

async function isListed(reading: Pick<Reading, 'catalogue'>, { category }: Facility): Promise<boolean> {
  const catalogue = await reading.catalogue()
  return catalogue?.wishes.some(({ categories }) => categories.includes(category)) ?? false
}

async function decide({ world, writer, reading }: ReportRoutesSetting, { path, body, caller, language }: Asked): Promise<Reply> {
  const { id } = z.parse(reportDecide.pathParameters, path)
  const { state } = body as BodyOf<typeof reportDecide>
  const known = await reading.reportOf(id)
  const facility = known && (await reading.facility(known.facility))
  if (!facility) throw unknownRecord('report', String(id))
  const areas = await world.locate(placeOf('facility', facility))
  await checkRecordScope(readerOf(caller), areas, facility.name, reading)
  const decided = await writer.decide(id, state, language)
  if (!decided) throw unknownRecord('report', String(id))
  await world.hearReports()
  return jsonReply(reportRow(decided, standingRecord(facility, areas, readerOf(caller))))
}
