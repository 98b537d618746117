import { sheetFaults } from '../../geodata/intake/edits/entry.ts'
import { namedKind, referencesOf } from '../../geodata/model/sheets/references.ts'
import { faultSentence } from '../../geodata/words/faults.ts'
import { lostReferences } from './check-references.ts'
import type { Connection, Row } from './driver.ts'
import { factsOf } from './facts.ts'
import type { StoreFault } from './store.ts'
import { tables } from './tables/all.ts'
import { text } from './tables/cells.ts'

/** Rows of registers hold what their sheets say, what they name is written down and is there; counts of events are of months. At most `most` faults of each. */
export function entryFaults(connection: Connection, most: number): StoreFault[] {
  return [...rowFaults(connection, most), ...lost(connection, most), ...monthFaults(connection, most)]
}

/** References are looked at as a whole, which is faster; names that are never kept are for whoever reads. */
const elsewhere: ReadonlySet<string> = new Set(['missingReference', 'deniedName', 'outsideCity'])

function rowFaults(connection: Connection, most: number): StoreFault[] {
  const found: StoreFault[] = []
  const facts = { ...factsOf(connection), cityBox: null, hasArea: () => true, hasUnit: () => true, hasFacility: () => true, hasOrganisation: () => true, entry: () => null }
  const named = connection.prepare<[string], string>('SELECT target FROM entry_reference WHERE entry = ? ORDER BY target, kind').pluck()
  for (const row of connection.prepare<[], Row>('SELECT * FROM entry').iterate()) {
    if (found.length >= most) break
    const entry = tables.entry.read(row)
    const fault = sheetFaults(entry, facts).find(({ code }) => !elsewhere.has(code))
    if (fault) found.push({ check: 'rows', detail: `${entry.sheet} ${entry.id}: ${fault.field} ${faultSentence(fault, 'en')}` })
    const own = [...new Set(referencesOf(entry).map(({ to, id }) => `${id} ${namedKind(to)}`))].toSorted().map((one) => one.split(' ')[0])
    if (own.toSorted().join() !== named.all(entry.id).toSorted().join()) found.push({ check: 'rows', detail: `${entry.sheet} ${entry.id}: what it names is not what is written down of it` })
  }
  return found
}

const lost = (connection: Connection, most: number): StoreFault[] => lostReferences(connection, most).map(({ entry, field, target }) => ({ check: 'rows', detail: `${entry}: ${field} names ${target}, which is not there` }))

function monthFaults(connection: Connection, most: number): StoreFault[] {
  return connection.prepare<[number], Row>("SELECT id, month FROM event_count WHERE month NOT GLOB '[12][0-9][0-9][0-9]-[01][0-9]' OR substr(month, 6) NOT BETWEEN '01' AND '12' LIMIT ?").all(most)
    .map((row) => ({ check: 'events', detail: `${text(row, 'id')}: "${text(row, 'month')}" is no month` }))
}
