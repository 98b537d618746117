import { editableKinds, type EditableKind } from '../../geodata/model/city.ts'
import { canonical } from './canonical.ts'
import { lastWhole, loggedRecord } from './change-log.ts'
import type { Connection, Row, SqlValue } from './driver.ts'
import { readEditable } from './editable.ts'
import type { StoreFault } from './store.ts'
import { number, text, word } from './tables/cells.ts'

/** Lines fetched at a time. */
const page = 1000

/**
 * Log and records agree: of every editable record that the log names since the last whole load, each line begins with what the line before
 * it ended with, and the last one ends with what stands. At most `most` faults.
 */
export function logFaults(connection: Connection, most: number): StoreFault[] {
  const found: StoreFault[] = []
  let last: Line | null = null
  for (const line of lines(connection)) {
    if (found.length >= most) return found
    if (last && !isSame(last, line)) found.push(...standingFault(connection, last))
    else if (last && last.after !== line.before) found.push(fault(line, `line ${line.id} says before what line ${last.id} does not say after`))
    last = line
  }
  return last ? [...found, ...standingFault(connection, last)].slice(0, most) : found
}

type Line = { id: number; kind: EditableKind; record: string; before: string; after: string }

const isSame = (one: Line, other: Line): boolean => one.kind === other.kind && one.record === other.record
const fault = (line: Line, detail: string): StoreFault => ({ check: 'change log', detail: `${line.kind} ${line.record}: ${detail}` })

function standingFault(connection: Connection, last: Line): StoreFault[] {
  return last.after === canonical(readEditable(connection, last.kind, last.record)) ? [] : [fault(last, `what stands is not what line ${last.id} says after`)]
}

/** By record, then in the order of writing. */
function* lines(connection: Connection): Iterable<Line> {
  const next = connection.prepare<SqlValue[], Row>(`SELECT id, kind, record, before, after FROM change_log
    WHERE (kind, record, id) > (?, ?, ?) AND id > ? AND kind IN (${editableKinds.map((kind) => `'${kind}'`).join(', ')}) AND action NOT IN ('hide', 'show') ORDER BY kind, record, id LIMIT ?`)
  const whole = lastWhole(connection)?.id ?? 0
  let from: SqlValue[] = ['', '', 0]
  for (;;) {
    const rows = next.all(...from, whole, page)
    for (const row of rows) yield { id: number(row, 'id'), kind: word(row, 'kind', editableKinds), record: text(row, 'record'), before: side(row, 'before'), after: side(row, 'after') }
    const end = rows.at(-1)
    if (rows.length < page || !end) return
    from = [text(end, 'kind'), text(end, 'record'), number(end, 'id')]
  }
}

const side = (row: Row, name: 'before' | 'after'): string => canonical(loggedRecord(row, name))
