import type { BuildingCountsRecord, Building } from '../../geodata/model/building.ts'
import type { EditableKind } from '../../geodata/model/city.ts'
import type { Editable, EditableRecord } from '../../geodata/model/edit.ts'
import type { Entry } from '../../geodata/model/entry.ts'
import type { SheetCode } from '../../geodata/model/sheets/all.ts'
import { parentOf } from '../../geodata/model/sheets/references.ts'
import { countsOf } from '../store/editable.ts'
import type { EarlierRecord, Reading } from '../store/store.ts'
import type { Placed as Asked, Places, PlainArea } from './places.ts'

export type Placed = Editable & { areas: readonly PlainArea[] }

export type ListQuestion = {
  list: EditableKind
  /** Of rows of registers: those of one sheet. */
  sheet: SheetCode | null
  /** Records that stood otherwise on the day that is asked about; empty: today is. */
  earlier: readonly EarlierRecord[]
}

/** Records fetched at a time. */
const pageRecords = 500

/** The records of a list, by id; buildings in the order of the map. Calls `breathe` after each page, which may throw. */
export async function* listRows(view: Reading, places: Places, { list, sheet, earlier }: ListQuestion, breathe: () => Promise<void>): AsyncIterable<Placed> {
  const then = new Map(earlier.filter(({ kind }) => kind === list).map(({ id, record }) => [id, record]))
  if (list === 'building') {
    for await (const building of breathing(view.buildings(), breathe)) {
      const record = then.has(building.id) ? then.get(building.id) : countsOf(building)
      if (record) yield await placedBuilding(record as BuildingCountsRecord, building, places)
    }
    return
  }
  const placeOf = rowPlaces(view, then)
  for await (const record of merged(recordsOf(view, list, breathe), then)) {
    if (!('sheet' in record)) yield placed(list, record, places)
    else if (record.sheet === sheet) yield { kind: 'entry', record, areas: await places(await placeOf(record)) }
  }
}

const placedBuilding = async (record: BuildingCountsRecord, { grid, estate }: Building, places: Places): Promise<Placed> => ({ kind: 'building', record, areas: await places({ position: record.position, grid, estate }) })

/** Where rows lie: in the area they are about, else where what they are part of lies, else at their unit (answers/records/place.ts). Parents are looked up once. */
function rowPlaces(view: Reading, then: ReadonlyMap<string, EditableRecord | null>): (entry: Entry) => Promise<Asked> {
  const known = new Map<string, Promise<Asked | null>>()
  const nowhere: Asked = { position: null }
  async function ofParent(id: string, below: readonly string[]): Promise<Asked | null> {
    const record = then.has(id) ? then.get(id) : await view.record('entry', id)
    return record && 'sheet' in record ? of(record, [...below, id]) : null
  }
  async function of(entry: Entry, below: readonly string[]): Promise<Asked> {
    if (entry.area !== null) return { position: null, community: entry.area }
    const parent = parentOf(entry)
    if (parent && !below.includes(parent.id)) {
      const found = known.get(parent.id) ?? ofParent(parent.id, [...below, entry.id])
      known.set(parent.id, found)
      const place = await found
      if (place) return place
    }
    const unit = entry.unit === null ? null : await view.record('unit', entry.unit)
    return unit && 'nature' in unit ? { position: unit.position, community: unit.community } : entry.position && !parent ? { position: entry.position } : nowhere
  }
  return (entry) => of(entry, [])
}

/** `list` says what the record is: both come from one question. */
async function placed(list: Exclude<EditableKind, 'building'>, record: EditableRecord, places: Places): Promise<Placed> {
  const at = { position: record.position, ...('community' in record && { community: record.community }) }
  return { kind: list, record, areas: await places(at) } as Placed
}

async function* recordsOf(view: Reading, list: EditableKind, breathe: () => Promise<void>): AsyncIterable<EditableRecord> {
  let after = ''
  for (;;) {
    const page = await view.records(list, { after, limit: pageRecords })
    yield* page
    if (page.length < pageRecords) return
    after = page[page.length - 1].id
    await breathe()
  }
}

/** Today's records with those of then in their places, those that have gone since among them, all by id. */
async function* merged(today: AsyncIterable<EditableRecord>, then: ReadonlyMap<string, EditableRecord | null>): AsyncIterable<EditableRecord> {
  const waiting = [...then.keys()].toSorted(byBytes)
  for await (const record of today) {
    while (waiting.length > 0 && byBytes(waiting[0], record.id) < 0) {
      const gone = then.get(waiting.shift() ?? '')
      if (gone) yield gone
    }
    if (waiting[0] !== record.id) {
      yield record
      continue
    }
    waiting.shift()
    const earlier = then.get(record.id)
    if (earlier) yield earlier
  }
  for (const id of waiting) {
    const gone = then.get(id)
    if (gone) yield gone
  }
}

/** As the database sorts: by the bytes of UTF-8. */
const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

async function* breathing<T>(rows: AsyncIterable<T>, breathe: () => Promise<void>): AsyncIterable<T> {
  let count = 0
  for await (const row of rows) {
    yield row
    if (++count % pageRecords === 0) await breathe()
  }
}
