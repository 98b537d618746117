import type { CityIdentity, EditableKind } from '../../geodata/model/city.ts'
import type { CellSetting } from './columns.ts'
import type { ListRow } from './list-row.ts'
import { personFields } from './shown-persons.ts'

/** What a list is about, for its columns and for the notes beside it. */
export type ListHead = CellSetting & {
  list: EditableKind
  identity: CityIdentity
  dataVersion: string
  /** null: the whole city. */
  areaName: string | null
  /** null: as it stands. */
  asOf: string | null
  /** Counts below it are not written. */
  k: number
}

/** What is known once all rows are written. */
export type ListTail = { rows: number; hidden: number }

/** A list in one format: begun when it is made, then row by row, then the notes. */
export type ListFile = { row(row: ListRow): void; end(tail: ListTail): void }

/** Whether the list counts persons, so that small counts are not written. */
export const countsPersons = ({ list, sheet }: Pick<ListHead, 'list' | 'sheet'>): boolean => list === 'building' || list === 'organisation' || (list === 'entry' && sheet !== null && personFields(sheet).length > 0)
