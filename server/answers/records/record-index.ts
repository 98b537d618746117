import type { EditableKind } from '../../../geodata/model/city.ts'
import type { EditableRecord } from '../../../geodata/model/edit.ts'
import type { Entry } from '../../../geodata/model/entry.ts'
import { referencesOf } from '../../../geodata/model/sheets/references.ts'
import type { Reading } from '../../store/store.ts'
import type { Standing } from '../area-finder.ts'

/** What lists and search need to know of a record without reading it. sort: category of a site, nature of a unit, kind of an organisation, sheet of a row. `row`: what a row of a register names. */
export type Listed = Standing & { id: string; name: string; sort: string; validFrom: string | null; validTo: string | null; row?: { unit: string | null; refers: readonly string[] }; /** Of a site: the day it was last found right. */ checked?: string | null }

/** All records of a kind that are there, valid today or not, in the order of their lists. About 250 bytes a record. */
export type RecordIndex = { ids: readonly string[]; byId: ReadonlyMap<string, Listed> }

/** Looks a row up by its id; null: there is none. */
export type RowOf = (id: string) => Entry | null | Promise<Entry | null>

/** Where a record counts. `rowOf`: where the rows it is part of are looked up; absent: in the database. */
export type Stand = (record: EditableRecord, rowOf?: RowOf) => Promise<Standing>

const page = 1000

export async function readIndex(reading: Reading, kind: EditableKind, stand: Stand): Promise<RecordIndex> {
  const byId = new Map<string, Listed>()
  if (kind === 'entry') {
    // Rows are parts of rows: all of them are at hand before the first is placed.
    const rows = new Map<string, Entry>()
    for await (const entry of reading.entries()) rows.set(entry.id, entry)
    for (const entry of rows.values()) byId.set(entry.id, listed(entry, await stand(entry, (id) => rows.get(id) ?? null)))
    return { ids: ordered(byId), byId }
  }
  for (let after = '', more = true; more;) {
    const records = await reading.records(kind, { after, limit: page })
    for (const record of records) byId.set(record.id, listed(record, await stand(record)))
    after = records.at(-1)?.id ?? ''
    more = records.length === page
  }
  return { ids: ordered(byId), byId }
}

/** By rising id; rows of registers by sheet before. */
export const listKey = ({ id, sort, row }: Pick<Listed, 'id' | 'sort' | 'row'>): string => (row ? `${sort}\u0000${id}` : id)

export function ordered(byId: ReadonlyMap<string, Listed>): string[] {
  const keys = [...byId.values()].map(listKey).toSorted()
  return keys.map((key) => key.slice(key.indexOf('\u0000') + 1))
}

/** Rows that name one of these, or a row that does: they lie elsewhere, or are seen no longer, when one of these changes. The ones asked about among them. */
export function withDependents({ byId }: RecordIndex, ids: Iterable<string>): Set<string> {
  const all = new Set(ids)
  for (let before = -1; before !== all.size;) {
    before = all.size
    for (const { id, row } of byId.values()) if (row && !all.has(id) && ((row.unit !== null && all.has(row.unit)) || row.refers.some((named) => all.has(named)))) all.add(id)
  }
  return all
}

/** The index after changes of the records named; O(all) when one came or went. */
export async function revisedIndex(index: RecordIndex, changed: readonly string[], reading: Reading, kind: EditableKind, stand: Stand): Promise<RecordIndex> {
  const byId = new Map(index.byId)
  for (const id of changed) {
    const record = await reading.record(kind, id)
    if (record) byId.set(id, listed(record, await stand(record)))
    else byId.delete(id)
  }
  const isSame = byId.size === index.byId.size && changed.every((id) => byId.has(id) === index.byId.has(id))
  return { ids: isSame ? index.ids : ordered(byId), byId }
}

export function listed(record: EditableRecord, standing: Standing): Listed {
  const sort = 'sheet' in record ? record.sheet : 'category' in record ? record.category : 'nature' in record ? record.nature : 'kind' in record ? record.kind : ''
  return { ...standing, id: record.id, name: record.name, sort, validFrom: 'validFrom' in record ? record.validFrom : null, validTo: 'validTo' in record ? record.validTo : null, ...('sheet' in record && { row: { unit: record.unit, refers: referencesOf(record).map((one) => one.id) } }), ...('offer' in record && { checked: record.offer.checked?.day ?? null }) }
}
