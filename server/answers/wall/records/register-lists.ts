import { completenessOf } from '../../../../geodata/registers/build/completeness.ts'
import { seatsOf, vacantSeats } from '../../../../geodata/registers/govern/vacancies.ts'
import { ruleOf } from '../../../../geodata/registers/rule.ts'
import { choiceWord } from '../../../../geodata/words/sheets/all.ts'
import { fillSentence } from '../../../../geodata/words/sentence.ts'
import { wallRecordWords } from '../../../../geodata/words/wallRecords.ts'
import { isBelowCommunities } from '../boards/board-ask.ts'
import { carrierCovers, type CarrierCover } from '../boards/empty-carriers.ts'
import { fewReported } from '../boards/few-reported.ts'
import { seatName } from '../boards/fill-seats.ts'
import { builtRooms } from '../boards/shut-rooms.ts'
import { areasOf, counted, noLights, placesOf, record, sumOf, type RecordList } from './record-list.ts'
import type { RecordAsk } from './record-ask.ts'

const below: RecordList = { rows: [], figure: counted(null, null, 'level', 1), lights: noLights }
const none: RecordList = { rows: [], figure: counted(null, null, 'none'), lights: noLights }

/** Items that are missing, of all items of the communities that have entered any. */
export function missingRecords(ask: RecordAsk): RecordList {
  if (isBelowCommunities(ask)) return below
  const { items, rows: all } = completenessOf(ask.input, 'community')
  if (all.length === 0) return none
  const rows = all.flatMap(({ area, cells }) => cells.flatMap(({ standing }, at) => {
    const item = ask.language === 'zh' ? items[at].name : items[at].nameEn
    return standing === 'missing' ? [record({ id: `${area.code}:${items[at].code}`, name: fillSentence(wallRecordWords.roomOf, { area: area.name, item }, ask.language), area: area.code, areaName: area.name, cells: [item], state: 'missing' })] : []
  }))
  return { rows, figure: counted(rows.length, all.length * items.length), lights: { ...noLights, areas: areasOf(rows) } }
}

/** Built rooms that are not open after 17:00. */
export function shutRoomRecords(ask: RecordAsk): RecordList {
  if (isBelowCommunities(ask)) return below
  const rooms = builtRooms(ask)
  if (rooms.length === 0) return none
  const rows = rooms.filter(({ shut }) => shut).map(({ community, slot, name, site }) => record({
    id: `${community.code}:${slot}`, name: site.name, area: community.code, areaName: community.name, position: [site.position[0], site.position[1]], cells: [name, site.hours ?? wallRecordWords.unknownHours[ask.language]], state: 'missing',
  }))
  return { rows, figure: counted(rows.length, rooms.length), lights: { ...noLights, places: placesOf(rows) } }
}

/** Enterprises with an organisation by carrier, the least organised first. One that lies in two communities is one. */
export async function carrierRecords(ask: RecordAsk): Promise<RecordList> {
  if (isBelowCommunities(ask)) return below
  const covers = await carrierCovers(ask)
  if (covers.length === 0) return none
  const share = ({ figures: { organised } }: CarrierCover): number => organised.covered / organised.total
  const rows = covers.toSorted((a, b) => share(a) - share(b) || (a.carrier.id < b.carrier.id ? -1 : 1)).map(({ carrier: { id, name, area, position }, figures: { organised, work } }) => record({
    id, name, area, areaName: area === null ? null : (ask.input.areas.of(area)?.name ?? null), position: position && [position[0], position[1]], cells: [organised.covered, organised.total, work.covered],
  }))
  return { rows, figure: counted(sumOf(rows, 0), sumOf(rows, 1)), lights: { ...noLights, places: placesOf(rows) } }
}

/** Vacant seats; late: those beyond the rule alone. */
export function seatRecords(ask: RecordAsk, which: 'late' | 'all'): RecordList {
  if (isBelowCommunities(ask)) return below
  const { input, language } = ask, seats = seatsOf(input).length, limit = ruleOf(input.catalogue, 'vacancyDays')
  if (seats === 0) return none
  const vacant = vacantSeats(input).filter(({ days }) => which === 'all' || days > limit).toSorted((a, b) => b.days - a.days || (a.seat < b.seat ? -1 : 1))
  const rows = vacant.map((seat) => record({
    id: seat.seat, name: seatName(input, seat, language), area: seat.community, areaName: seat.community === null ? null : (input.areas.of(seat.community)?.name ?? null),
    cells: [choiceWord('seat.category', seat.category, language), seat.days, seat.since], state: seat.days > limit ? 'late' : 'due',
  }))
  return { rows, figure: counted(rows.length, seats), lights: { ...noLights, areas: areasOf(rows) } }
}

/** Members reported to the communities of which that is told. */
export async function fewReportedRecords(ask: RecordAsk): Promise<RecordList> {
  if (isBelowCommunities(ask)) return below
  const body = await fewReported(ask)
  if (body.kind !== 'bars') throw new RangeError(`board: expected bars, got ${body.kind}`)
  const rows = body.rows.filter(({ value }) => value !== null).toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0) || (a.id < b.id ? -1 : 1))
    .map(({ id, name, value, second, position }) => record({ id, name, area: id, areaName: name, position, cells: [value, second?.value ?? null, second?.of ?? null] }))
  return { rows, figure: counted(rows.length > 0 ? sumOf(rows, 0) : null, null, body.why ?? null, body.untold ?? 0), lights: { ...noLights, areas: areasOf(rows) } }
}
