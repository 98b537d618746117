import type { EditableKind } from '../../../geodata/model/city.ts'
import type { EditableRecord } from '../../../geodata/model/edit.ts'
import type { Reading } from '../../store/store.ts'
import type { Standing } from '../area-finder.ts'

/** What lists and search need to know of a record without reading it. sort: category of a site, nature of a unit, kind of an organisation. */
export type Listed = Standing & { id: string; name: string; sort: string; validFrom: string | null; validTo: string | null }

/** All records of a kind that are there, valid today or not, by rising id. About 250 bytes a record. */
export type RecordIndex = { ids: readonly string[]; byId: ReadonlyMap<string, Listed> }

/** Where a record counts. */
export type Stand = (record: EditableRecord) => Promise<Standing>

const page = 1000

export async function readIndex(reading: Reading, kind: EditableKind, stand: Stand): Promise<RecordIndex> {
  const byId = new Map<string, Listed>()
  for (let after = '', more = true; more;) {
    const records = await reading.records(kind, { after, limit: page })
    for (const record of records) byId.set(record.id, listed(record, await stand(record)))
    after = records.at(-1)?.id ?? ''
    more = records.length === page
  }
  return { ids: [...byId.keys()].toSorted(), byId }
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
  return { ids: isSame ? index.ids : [...byId.keys()].toSorted(), byId }
}

export function listed(record: EditableRecord, standing: Standing): Listed {
  const sort = 'category' in record ? record.category : 'nature' in record ? record.nature : 'kind' in record ? record.kind : ''
  return { ...standing, id: record.id, name: record.name, sort, validFrom: 'validFrom' in record ? record.validFrom : null, validTo: 'validTo' in record ? record.validTo : null }
}
