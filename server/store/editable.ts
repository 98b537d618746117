import { innerPoint } from '../../geodata/kernel/inner.ts'
import type { Building, BuildingCountsRecord } from '../../geodata/model/building.ts'
import type { EditableKind } from '../../geodata/model/city.ts'
import type { EditableRecord } from '../../geodata/model/edit.ts'
import type { Connection, Row, SqlValue } from './driver.ts'
import { tables } from './tables/all.ts'
import { facilityToday, todayColumns } from './tables/facility-table.ts'

/** One editable record as it stands; null: there is none. */
export function readEditable(connection: Connection, kind: EditableKind, id: string): EditableRecord | null {
  const row = editableRows(connection)(kind, id)
  return row && editableFrom(kind, row)
}

/** Prepares a statement for each kind once it is asked for; rows are decoded by `editableFrom`, which a load spares itself where nothing changes. */
export function editableRows(connection: Connection): (kind: EditableKind, id: string) => Row | null {
  const statements = new Map<EditableKind, ReturnType<typeof connection.prepare<[string], Row>>>()
  return (kind, id) => {
    const known = statements.get(kind) ?? connection.prepare<[string], Row>(`${select(kind)} WHERE id = ?`)
    statements.set(kind, known)
    return known.get(id) ?? null
  }
}

/** The next records by id after `after`, at most `limit`. */
export function editablePage(connection: Connection, kind: EditableKind, after: string, limit: number): EditableRecord[] {
  return connection.prepare<SqlValue[], Row>(`${select(kind)} WHERE id > ? ORDER BY id LIMIT ?`).all(after, limit).map((row) => editableFrom(kind, row))
}

export const editableFrom = (kind: EditableKind, row: Row): EditableRecord => (kind === 'building' ? countsOf(tables.building.read(row)) : tables[kind].read(row))

/** What of a building the desk knows; its place is the point inside that the figures use, to the 1e-7 degree of every stored position. */
export function countsOf({ id, name, code, footprint, use, storeys, residents, source, date }: Building): BuildingCountsRecord {
  const [lon, lat] = innerPoint(footprint)
  return { id, name, code, position: [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7], use, storeys, residents, source, date }
}

const select = (kind: EditableKind): string => (kind === 'facility' ? `SELECT facility.*, ${todayColumns} FROM ${facilityToday}` : `SELECT * FROM ${tables[kind].name}`)
