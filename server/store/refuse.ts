import type { Edit, EditableRecord } from '../../geodata/model/edit.ts'
import { lastTouch } from './change-log.ts'
import type { Connection } from './driver.ts'
import { etagOf } from './etag.ts'
import { isHidden } from './hidden.ts'
import type { EditOutcome, EditRefusal } from './store.ts'

type Refused = Extract<EditOutcome, { ok: false }>

export const refused = (code: EditRefusal['code'], details: EditRefusal['details'], faults: EditRefusal['faults'] = []): Refused => ({ ok: false, refusal: { code, details, faults } })

/** Why a record as it stands (null: not at all) cannot be edited as wished, before the wish itself is looked at; null: it can. */
export function refusalOf(connection: Connection, wish: Edit, standing: EditableRecord | null): EditRefusal | null {
  const { kind, id, action, ifMatch } = wish
  const unknown = refused('unknownRecord', { found: id, kind }).refusal
  if (kind === 'building' && (action === 'add' || action === 'remove' || wish.after === null)) return standing ? refused('invalidRecord', {}, [{ field: '', code: 'notEditable', details: {} }]).refusal : unknown
  if (standing && isHidden(connection, kind, standing)) return action === 'add' ? refused('recordExists', { found: id, kind }).refusal : unknown
  if (action === 'add') return standing ? refused('recordExists', { found: id, kind }).refusal : null
  if (!standing) {
    if (ifMatch !== null) return meanwhile(connection, wish, null) ?? unknown
    return action === 'restore' && kind !== 'building' ? null : unknown
  }
  if (ifMatch === null && action !== 'restore') return refused('ifMatchMissing', {}).refusal
  return ifMatch === etagOf(standing) ? null : (meanwhile(connection, wish, standing) ?? unknown)
}

/** Who changed what the editor saw; null: the record is gone and the log does not know it. */
function meanwhile(connection: Connection, { kind, id }: Edit, standing: EditableRecord | null): EditRefusal | null {
  const touch = lastTouch(connection, kind, id)
  if (!touch || (!standing && !touch.last)) return null
  const name = standing?.name ?? touch.last?.before?.name ?? ''
  return refused('changedMeanwhile', { found: name === '' ? id : name, actor: touch.actor, at: touch.at }).refusal
}
