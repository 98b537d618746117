import type { EditableKind } from '../../../geodata/model/city.ts'
import type { EditableRecord } from '../../../geodata/model/edit.ts'
import type { Standing } from '../area-finder.ts'
import type { OpenCity } from '../open-city.ts'
import { Refusal } from '../refusal.ts'
import type { ListedKind } from './city-lists.ts'
import { indexOf } from './listed.ts'
import { placeOf, standingAt } from './place.ts'
import { listed, listKey, ordered, withDependents, type Listed, type RecordIndex, type RowOf } from './record-index.ts'

/** A record that may be listed, known by what lists are cut by; its name and itself are read when they are wanted. */
export type Candidate = { id: string; standing: Standing; sort: string; row?: Listed['row']; checked?: Listed['checked']; /** What pages go by. */ key: string; name: () => string | Promise<string>; record: () => Promise<EditableRecord | null> }

/** In the order of the list. `isAfter`: whether one comes after the record of that key, which may be gone by now. */
export type Candidates = { all: Iterable<Candidate>; isAfter: (key: string) => (candidate: Candidate) => boolean }

/** As they stand, or as they stood at the end of a day. Refusal asOfUnknown. */
export async function candidatesOf(open: OpenCity, kind: EditableKind, asOf: string | null): Promise<Candidates> {
  const earlier = asOf === null ? new Map<string, EditableRecord | null>() : await earlierRecords(open, kind, asOf)
  return kind === 'building' ? buildings(open, earlier) : listedRecords(open, kind, earlier)
}

async function earlierRecords(open: OpenCity, kind: EditableKind, asOf: string): Promise<Map<string, EditableRecord | null>> {
  const known = await open.names.known()
  if (!known || asOf < known.from || asOf > known.to) throw new Refusal('asOfUnknown', { from: known?.from ?? null, to: known?.to ?? null, found: asOf })
  return new Map((await open.names.before(asOf)).filter((one) => one.kind === kind).map(({ id, record }) => [id, record]))
}

/** In dense order, which follows the map. Only their counts differ from an earlier day. */
function buildings(open: OpenCity, earlier: ReadonlyMap<string, EditableRecord | null>): Candidates {
  const { area, estate, count } = open.city.buildings
  const candidate = (index: number): Candidate => {
    const id = open.ids.at(index)
    return { id, key: id, standing: { area: area[index], estate: estate[index] }, sort: '', name: async () => (await open.names.buildingName(id)) ?? '', record: async () => earlier.get(id) ?? open.names.record('building', id) }
  }
  function* all(): Iterable<Candidate> {
    for (let index = 0; index < count; index++) yield candidate(index)
  }
  return {
    all: all(),
    isAfter(id) {
      const from = open.ids.find(id)
      return (one) => from === null || (open.ids.find(one.id) ?? -1) > from
    },
  }
}

async function listedRecords(open: OpenCity, kind: ListedKind, earlier: ReadonlyMap<string, EditableRecord | null>): Promise<Candidates> {
  const today = await indexOf(open, kind)
  const stood = await stoodOf(open, kind, earlier, today)
  const byId = earlier.size === 0 ? today.byId : new Map([...[...today.byId].filter(([id]) => !earlier.has(id)), ...stood])
  const ids = earlier.size === 0 ? today.ids : ordered(byId)
  function* all(): Iterable<Candidate> {
    for (const id of ids) {
      const one = byId.get(id)
      if (one) yield { id, key: listKey(one), standing: one, sort: one.sort, ...(one.row && { row: one.row }), ...(one.checked !== undefined && { checked: one.checked }), name: () => one.name, record: async () => earlier.get(id) ?? open.names.record(kind, id) }
    }
  }
  return { all: all(), isAfter: (key) => (one) => one.key > key }
}

/** Records that stood otherwise, where they stood; and rows that were part of them. */
async function stoodOf(open: OpenCity, kind: ListedKind, earlier: ReadonlyMap<string, EditableRecord | null>, today: RecordIndex): Promise<Map<string, Listed>> {
  const stood = new Map<string, Listed>()
  const rowOf: RowOf = async (id) => {
    const record = earlier.has(id) ? earlier.get(id) : await open.names.record('entry', id)
    return record && 'sheet' in record ? record : null
  }
  for (const [id, record] of earlier) if (record) stood.set(id, listed(record, await standingAt(open, placeOf(kind, record), rowOf)))
  if (kind !== 'entry') return stood
  for (const id of withDependents(today, earlier.keys())) {
    const record = earlier.has(id) ? null : await open.names.record(kind, id)
    if (record) stood.set(id, listed(record, await standingAt(open, placeOf(kind, record), rowOf)))
  }
  return stood
}
