import { daysBetween } from '../../../../geodata/registers/days.ts'
import { originWords } from '../../../../geodata/words/tasks.ts'
import { isBelowCommunities } from '../boards/board-ask.ts'
import { tasksOfYear } from '../boards/closed-tasks.ts'
import { listedNeeds } from '../boards/unclaimed.ts'
import { unmanaged } from '../boards/unmanaged.ts'
import { areasOf, counted, noLights, placesOf, record, type ListedRecord, type RecordList } from './record-list.ts'
import type { RecordAsk } from './record-ask.ts'

const below: RecordList = { rows: [], figure: counted(null, null, 'level', 1), lights: noLights }
const none: RecordList = { rows: [], figure: counted(null, null, 'none'), lights: noLights }

/** Estates without management of any kind, of those entered. */
export async function unmanagedRecords(ask: RecordAsk): Promise<RecordList> {
  const body = await unmanaged(ask)
  if (body.kind !== 'list') throw new RangeError(`board: expected a list, got ${body.kind}`)
  if (body.why === 'level') return below
  if (body.rows.length === 0) return none
  const rows = body.rows.filter(({ state }) => state === 'missing').toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, name, note, position, state }) => record({ id, name, ...placed(ask, ask.input.areas.above(id, 'community')?.code ?? null), position, cells: [note], state }))
  return { rows, figure: counted(rows.length, body.rows.length), lights: { ...noLights, areas: rows.map(({ id }) => id).toSorted() } }
}

/** Needs that nobody has taken, of all needs on the list. */
export async function unclaimedRecords(ask: RecordAsk): Promise<RecordList> {
  if (isBelowCommunities(ask)) return below
  const { needs, unclaimed } = await listedNeeds(ask)
  if (needs === 0) return none
  const days = ({ validFrom }: { validFrom: string | null }): number | null => (validFrom === null ? null : daysBetween(validFrom, ask.day))
  const rows = unclaimed.toSorted((a, b) => (days(b) ?? -1) - (days(a) ?? -1) || (a.id < b.id ? -1 : 1)).map((need) => record({ id: need.id, name: need.name, ...placed(ask, need.area), position: need.position && [need.position[0], need.position[1]], cells: [need.fields.category, days(need)], state: 'missing' }))
  return { rows, figure: counted(rows.length, needs), lights: { ...noLights, ...lightsOf(rows) } }
}

/** Tasks done this year, the latest first. */
export function closedTaskRecords(ask: RecordAsk): RecordList {
  if (isBelowCommunities(ask)) return below
  const { done, left } = tasksOfYear(ask)
  if (done.length + left.length === 0) return none
  const rows = done.toSorted((a, b) => ((a.fields.closed ?? '') < (b.fields.closed ?? '') ? 1 : (a.fields.closed ?? '') > (b.fields.closed ?? '') ? -1 : a.id < b.id ? -1 : 1)).map(({ id, name, area, position, fields }) => record({
    id, name, ...placed(ask, area), position: position && [position[0], position[1]], cells: [originWords[fields.origin][ask.language], fields.owner, fields.closed, fields.before, fields.after], state: 'done',
  }))
  return { rows, figure: counted(rows.length, done.length + left.length), lights: { ...noLights, ...lightsOf(rows) } }
}

const placed = ({ input }: RecordAsk, area: string | null): Pick<ListedRecord, 'area' | 'areaName'> => ({ area, areaName: area === null ? null : (input.areas.of(area)?.name ?? null) })

/** What has a place shines there, everything else as its area. */
const lightsOf = (rows: readonly ListedRecord[]): { areas: string[]; places: ReturnType<typeof placesOf> } => ({ areas: areasOf(rows.filter(({ position }) => position === null)), places: placesOf(rows) })
