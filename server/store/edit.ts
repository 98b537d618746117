import { checkRecord, checkRestored } from '../../geodata/intake/edits/check.ts'
import type { Facts } from '../../geodata/intake/edits/facts.ts'
import type { BuildingCountsRecord } from '../../geodata/model/building.ts'
import type { CityRecord } from '../../geodata/model/city.ts'
import type { Edit, Editable, EditableRecord } from '../../geodata/model/edit.ts'
import type { Fault } from '../../geodata/model/fault.ts'
import { canonical } from './canonical.ts'
import { logger } from './change-log.ts'
import { shanghaiDay } from './day.ts'
import { isConstraintError, translated, type Connection, type Row } from './driver.ts'
import { readEditable } from './editable.ts'
import { etagOf } from './etag.ts'
import { readIdentity } from './identity.ts'
import { naming } from './naming.ts'
import { refused, refusalOf } from './refuse.ts'
import { removeRecord } from './remove.ts'
import { baseKeeper } from './resident-base.ts'
import type { EditOutcome } from './store.ts'
import { StoreError } from './store-error.ts'
import { tables } from './tables/all.ts'
import { bumpVersions } from './versions.ts'
import { writer } from './writing.ts'

/** One record by hand in one transaction. Answers at once, so no other question of this connection comes between. */
export function edit(connection: Connection, path: string, wish: Edit, actor: string, facts: Facts, now: Date): EditOutcome {
  try {
    connection.exec('BEGIN IMMEDIATE')
    const outcome = editInside(connection, wish, actor, facts, now)
    connection.exec(outcome.ok ? 'COMMIT' : 'ROLLBACK')
    return outcome
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw isConstraintError(error) ? new StoreError('badRecord', { record: `${wish.kind} ${wish.id}`, found: error.message }) : translated(path, error)
  }
}

function editInside(connection: Connection, wish: Edit, actor: string, facts: Facts, now: Date): EditOutcome {
  const { kind, id, action } = wish
  const standing = readEditable(connection, kind, id)
  const refusal = refusalOf(connection, wish, standing)
  if (refusal) return { ok: false, refusal }
  const wished = wishedRecord(wish, standing)
  const faults = wished ? faultsOf(wish, wished, standing, facts) : []
  if (faults.length > 0) return refused('invalidRecord', {}, faults)
  if (!wished && !standing) return nothingToChange

  const touched = wished ? put(connection, wished, standing, shanghaiDay(now)) : take(connection, wish, standing, shanghaiDay(now))
  if ('ok' in touched) return touched
  const after = readEditable(connection, kind, id)
  if (canonical(after) === canonical(standing)) return nothingToChange
  bumpVersions(connection, touched)
  const change = logger(connection)({ at: now.toISOString(), actor, action, kind, id, before: standing, after })
  return { ok: true, change, record: after, etag: after && etagOf(after), touched }
}

const nothingToChange = refused('invalidRecord', {}, [{ field: '', code: 'emptyChange', details: {} }])

/** Of a building only the counts are wished for; a restored one keeps what a load has changed of the rest since. */
function wishedRecord({ kind, action, after }: Edit, standing: EditableRecord | null): Editable | null {
  if (after === null) return null
  if (kind === 'building' && action === 'restore' && standing) return { kind, record: { ...standing as BuildingCountsRecord, residents: (after as BuildingCountsRecord).residents } }
  return { kind, record: after } as Editable
}

function faultsOf({ id, action }: Edit, wished: Editable, standing: EditableRecord | null, facts: Facts): Fault[] {
  const before = standing && ({ kind: wished.kind, record: standing } as Editable)
  return [...fixedFields(wished, id, standing), ...(action === 'restore' ? checkRestored(wished, facts) : checkRecord(wished, facts, before))]
}

/** What no edit may move: the id, of a row its sheet, and of a building everything but the counts. */
function fixedFields({ kind, record }: Editable, id: string, standing: EditableRecord | null): Fault[] {
  const fault = (field: string): Fault => ({ field, code: 'notEditable', details: {} })
  if (kind !== 'building') return [...(record.id === id ? [] : [fault('id')]), ...(kind === 'entry' && standing && 'sheet' in standing && standing.sheet !== record.sheet ? [fault('sheet')] : [])]
  return Object.entries(record).filter(([field, value]) => field !== 'residents' && canonical(value) !== canonical(standing && Reflect.get(standing, field))).map(([field]) => fault(field))
}

function put(connection: Connection, wished: Editable, standing: EditableRecord | null, day: string): string[] {
  const write = writer(connection, readIdentity(connection)?.coding ?? 'text', day)
  write.put(wished.kind === 'building' ? counted(connection, wished.record) : wished)
  if (wished.kind === 'building' && write.touched.size > 0) keepBase(connection, wished.record, standing as BuildingCountsRecord | null)
  return [...write.touched]
}

/** The whole building with other counts. */
function counted(connection: Connection, { id, residents }: BuildingCountsRecord): CityRecord {
  const row = connection.prepare<[string], Row>('SELECT * FROM building WHERE id = ?').get(id)
  if (!row) throw new Error(`building ${id} vanished inside its own transaction`)
  return { kind: 'building', record: { ...tables.building.read(row), residents } }
}

function keepBase(connection: Connection, { id, residents }: BuildingCountsRecord, standing: BuildingCountsRecord | null): void {
  if (canonical(residents) !== canonical(standing?.residents ?? null)) baseKeeper(connection)(id, standing?.residents ?? null)
}

function take(connection: Connection, { kind, id }: Edit, standing: EditableRecord | null, day: string): string[] | EditOutcome {
  if (kind === 'building' || !standing) throw new TypeError(`${kind} ${id} cannot be taken away`)
  const named = naming(connection, kind, id)
  return named ? refused('inUse', { found: standing.name || id, ...named }) : removeRecord(connection, kind, standing, day)
}
