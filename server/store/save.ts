import type { CityRecord } from '../../geodata/model/city.ts'
import { logEdit } from './change-log.ts'
import { shanghaiDay } from './day.ts'
import { translated, type Connection } from './driver.ts'
import { readIdentity } from './identity.ts'
import { readRecord } from './reading.ts'
import { bumpVersions } from './versions.ts'
import { checkReferences, writer, type Written } from './writing.ts'

/** One record by hand, with what stood before and after. Answers at once, so no other question comes between. */
export function save(connection: Connection, path: string, change: CityRecord, actor: string): Written['change'] {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const write = writer(connection, readIdentity(connection)?.coding ?? 'text', shanghaiDay())
    const before = readRecord(connection, change.kind, change.kind === 'area' ? change.record.code : change.record.id)
    const { change: outcome } = write.put(change)
    if (outcome !== 'same') {
      checkReferences(connection)
      bumpVersions(connection, write.touched)
      logEdit(connection, actor, change, before)
    }
    connection.exec('COMMIT')
    return outcome
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw translated(path, error)
  }
}
