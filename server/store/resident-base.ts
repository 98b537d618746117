import type { Residents } from '../../geodata/model/building.ts'
import type { Connection, Row } from './driver.ts'
import type { ResidentBase } from './store.ts'
import { flag, number, text } from './tables/cells.ts'

/** Counts as the last whole load had them, of buildings whose counts have changed since. */
export function readResidentBase(connection: Connection): ResidentBase[] {
  return connection.prepare<[], Row>('SELECT * FROM resident_base ORDER BY building').all().map((row) => ({
    id: text(row, 'building'), all: number(row, 'residents_all'), over60: number(row, 'residents_over60'), over80: number(row, 'residents_over80'), children: number(row, 'residents_children'),
    households: number(row, 'households'), counted: flag(row, 'counted'), added: flag(row, 'added'),
  }))
}

/**
 * Prepares the statement once; the returned function keeps what stood before the first change and leaves later ones. null: nobody was known there, kept as
 * nobody. `added`: the building came with a later load, and these are the counts it came with.
 */
export function baseKeeper(connection: Connection): (building: string, counts: Residents | null, added?: boolean) => void {
  const insert = connection.prepare('INSERT INTO resident_base (building, residents_all, residents_over60, residents_over80, residents_children, households, counted, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
  return (building, counts, added = false) => {
    insert.run(building, counts?.all ?? 0, counts?.over60 ?? 0, counts?.over80 ?? 0, counts?.children ?? 0, counts?.households ?? 0, Number(counts?.counted ?? false), Number(added))
  }
}

export function clearResidentBase(connection: Connection): void {
  connection.exec('DELETE FROM resident_base')
}
