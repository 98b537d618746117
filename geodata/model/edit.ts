import type { BuildingCountsRecord } from './building.ts'
import type { EditableKind, RecordOf } from './city.ts'

/** A record as editors know it: of a building the counts, of the others everything. */
export type EditableOf<K extends EditableKind> = K extends 'building' ? BuildingCountsRecord : RecordOf<K>
export type EditableRecord = EditableOf<EditableKind>

/** A record with its kind, so that one tells the other. */
export type Editable = { [K in EditableKind]: { kind: K; record: EditableOf<K> } }[EditableKind]

/** What one person does to one record. */
export type Edit = {
  kind: EditableKind
  id: string
  action: 'add' | 'change' | 'remove' | 'restore'
  /** As it shall stand; null: it shall be gone. */
  after: EditableRecord | null
  /** Etag of what the editor saw standing; null: there was none. */
  ifMatch: string | null
}
