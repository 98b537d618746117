import { isDeniedName } from '../tables/denied.ts'
import type { EditableKind } from '../../model/city.ts'
import type { EditableRecord } from '../../model/edit.ts'
import type { Entry } from '../../model/entry.ts'
import { namedKind, referencesOf } from '../../model/sheets/references.ts'

/** A record that another one names, beside its unit. */
export type NamedRecord = { kind: Exclude<EditableKind, 'building' | 'gate'>; id: string }

/** What a row or an organisation names: whoever may not know of one of these may not know of it. Areas are everyone's. */
export function namedRecords(record: EditableRecord): NamedRecord[] {
  if ('sheet' in record) {
    return [
      ...referencesOf(record).flatMap(({ to, id }): NamedRecord[] => { const kind = namedKind(to); return kind === 'area' ? [] : [{ kind, id }] }),
      ...subjectOf(record),
    ]
  }
  if (!('carrier' in record)) return []
  return [record.carrier, record.branch, record.instructor].flatMap((id) => (id === null ? [] : [{ kind: 'entry', id } as const]))
}

/** What a task is about is written as a text: an id of any kind, alone or with what of it is meant (`unit-7:slot`). */
function subjectOf({ sheet, fields }: Entry): NamedRecord[] {
  const { subject } = fields
  if (sheet !== 'task' || typeof subject !== 'string') return []
  return [...new Set([subject, ...subject.split(/[\s:/,;|]+/)])].flatMap((id) => (['unit', 'facility', 'organisation', 'entry'] as const).map((kind) => ({ kind, id })))
}

/** Whether a text of a row sounds like what is never kept. */
export const saysDenied = ({ fields }: Entry): boolean => Object.values(fields).some((value) => typeof value === 'string' && isDeniedName(value))
