import { namedKind, referencesOf, type NamedKind } from '../../geodata/model/sheets/references.ts'
import type { Entry } from '../../geodata/model/entry.ts'
import type { SheetCode } from '../../geodata/model/sheets/all.ts'
import type { Connection, Row } from './driver.ts'
import { entryTable } from './tables/entry-table.ts'

/** Prepares the statements once; the returned function writes down what the fields of a row name, in place of what they named. */
export function referenceKeeper(connection: Connection): (entry: Entry, isNew: boolean) => void {
  const forget = connection.prepare('DELETE FROM entry_reference WHERE entry = ?')
  const keep = connection.prepare('INSERT OR IGNORE INTO entry_reference (target, kind, entry) VALUES (?, ?, ?)')
  return (entry, isNew) => {
    if (!isNew) forget.run(entry.id)
    for (const { to, id } of referencesOf(entry)) keep.run(id, namedKind(to), entry.id)
  }
}

/** Ids of the rows a field of which names that record, by id. */
export const referringIds = (connection: Connection, kind: NamedKind, id: string): string[] => connection.prepare<[string, string], string>('SELECT entry FROM entry_reference WHERE target = ? AND kind = ? ORDER BY entry').pluck().all(id, kind)

/** Rows of a sheet that name a row. */
export function referringRows(connection: Connection): (sheet: SheetCode, id: string) => Entry[] {
  const find = connection.prepare<[string, string], Row>("SELECT entry.* FROM entry_reference AS named JOIN entry ON entry.id = named.entry WHERE named.target = ? AND named.kind = 'entry' AND entry.sheet = ? ORDER BY entry.id")
  return (sheet, id) => find.all(id, sheet).map((row) => entryTable.read(row))
}
